import { type Content, classes, type Root } from './content.ts';

export type WarningTextProps = Root & {
  /** Read out before the words, in place of the exclamation mark. */
  readonly iconFallbackText?: string | undefined;
  readonly children: Content;
};

export const WarningText = ({ iconFallbackText = 'Warning', class: extra, children, ...rest }: WarningTextProps) => (
  <div class={classes('govuk-warning-text', extra)} {...rest}>
    <span class="govuk-warning-text__icon" aria-hidden="true">
      !
    </span>{' '}
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden">{iconFallbackText}</span> {children}
    </strong>
  </div>
);
