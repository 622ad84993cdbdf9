import { type Content, classes, isGiven, type Root } from './content.ts';
import { describedBy, Field, type FieldProps } from './field.tsx';

export type TextareaProps = Root &
  FieldProps & {
    readonly value?: string | undefined;
    readonly rows?: number | undefined;
    readonly autocomplete?: string | undefined;
    readonly spellcheck?: boolean | undefined;
    readonly disabled?: boolean | undefined;
  };

type Inner = TextareaProps & { readonly after?: Content };

export const Textarea = (props: TextareaProps) => <TextareaThen {...props} />;

/** The same with something said after the box, for the character count. */
export const TextareaThen = ({
  name,
  id = name,
  label,
  labelSize,
  labelClass,
  heading,
  hint,
  error,
  describedBy: others,
  groupClass,
  groupAttributes,
  class: extra,
  rows = 5,
  after,
  ...rest
}: Inner) => {
  const field = { id, label, labelSize, labelClass, heading, hint, error, groupClass, groupAttributes };
  const look = classes('govuk-textarea', isGiven(error) && 'govuk-textarea--error', extra);
  const description = describedBy(id, { describedBy: others, hint, error });
  return (
    <Field {...field}>
      <textarea class={look} id={id} name={name} rows={rows} aria-describedby={description} {...rest} />
      {after}
    </Field>
  );
};
