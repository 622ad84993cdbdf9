import { type Attributes, type Content, classes, isGiven, type Maybe, type Root } from './content.ts';

export interface SummarisedError {
  readonly text: Content;
  /** `#` and the id of the control at fault: a field's name, the first choice's, or a date's `name-day`. */
  readonly href?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export type ErrorSummaryProps = Root & {
  readonly title?: Content;
  readonly description?: Content;
  readonly errors: readonly Maybe<SummarisedError>[];
  readonly disableAutoFocus?: boolean | undefined;
};

export const ErrorSummary = ({
  title = 'There is a problem',
  description,
  errors,
  disableAutoFocus,
  class: extra,
  ...rest
}: ErrorSummaryProps) => (
  <div
    class={classes('govuk-error-summary', extra)}
    data-disable-auto-focus={disableAutoFocus}
    data-module="govuk-error-summary"
    {...rest}
  >
    {/* The alert is a child of what takes the focus, or some screen readers lose part of it. */}
    <div role="alert">
      <h2 class="govuk-error-summary__title">{title}</h2>
      <div class="govuk-error-summary__body">
        {isGiven(description) && <p>{description}</p>}
        {errors.length > 0 && (
          <ul class="govuk-list govuk-error-summary__list">
            {errors.map((error) => error && <li>{words(error)}</li>)}
          </ul>
        )}
      </div>
    </div>
  </div>
);

const words = ({ text, href, attributes }: SummarisedError): Content =>
  href ? (
    <a href={href} {...attributes}>
      {text}
    </a>
  ) : (
    text
  );
