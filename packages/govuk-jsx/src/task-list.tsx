import { type Content, classes, isGiven, type Maybe, type Root } from './content.ts';

export interface Task {
  readonly title: Content;
  /** Left out while the task cannot be started. */
  readonly href?: string | undefined;
  readonly hint?: Content;
  /** Words when done, a `Tag` otherwise. */
  readonly status: Content;
  readonly cannotStartYet?: boolean | undefined;
  readonly class?: string | undefined;
}

export type TaskListProps = Root & {
  readonly idPrefix?: string | undefined;
  readonly items: readonly Maybe<Task>[];
};

export const TaskList = ({ idPrefix = 'task-list', items, class: extra, ...rest }: TaskListProps) => (
  <ul class={classes('govuk-task-list', extra)} {...rest}>
    {items.map((task, index) => task && <Item task={task} id={`${idPrefix}-${index + 1}`} />)}
  </ul>
);

const Item = ({ task, id }: { readonly task: Task; readonly id: string }) => {
  const { title, href, hint, status, cannotStartYet, class: extra } = task;
  const hintId = isGiven(hint) && `${id}-hint`;
  const statusId = `${id}-status`;
  return (
    <li class={classes('govuk-task-list__item', href && 'govuk-task-list__item--with-link', extra)}>
      <div class="govuk-task-list__name-and-hint">
        {href ? (
          <a class="govuk-link govuk-task-list__link" href={href} aria-describedby={classes(hintId, statusId)}>
            {title}
          </a>
        ) : (
          <div>{title}</div>
        )}
        {hintId && (
          <div id={hintId} class="govuk-task-list__hint">
            {hint}
          </div>
        )}
      </div>
      <div
        class={classes('govuk-task-list__status', cannotStartYet && 'govuk-task-list__status--cannot-start-yet')}
        id={statusId}
      >
        {status}
      </div>
    </li>
  );
};
