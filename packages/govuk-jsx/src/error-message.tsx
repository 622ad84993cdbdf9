import { type Content, classes, type Root } from './content.ts';

export type ErrorMessageProps = Root & {
  /** Read out before the message; empty to leave it out. */
  readonly visuallyHiddenText?: string | undefined;
  readonly children: Content;
};

export const ErrorMessage = ({ visuallyHiddenText = 'Error', class: extra, children, ...rest }: ErrorMessageProps) => (
  <p class={classes('govuk-error-message', extra)} {...rest}>
    {visuallyHiddenText && <span class="govuk-visually-hidden">{visuallyHiddenText}:</span>} {children}
  </p>
);
