import { type Content, classes, type Root } from './content.ts';

export type DetailsProps = Root & {
  readonly summary: Content;
  readonly open?: boolean | undefined;
  readonly children: Content;
};

export const Details = ({ summary, class: extra, children, ...rest }: DetailsProps) => (
  <details class={classes('govuk-details', extra)} {...rest}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{summary}</span>
    </summary>
    <div class="govuk-details__text">{children}</div>
  </details>
);
