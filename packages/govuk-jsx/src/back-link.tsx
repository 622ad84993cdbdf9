import { type Content, classes, type Root } from './content.ts';

export type BackLinkProps = Root & {
  readonly href: string;
  readonly inverse?: boolean | undefined;
  readonly children?: Content;
};

export const BackLink = ({ inverse, class: extra, children = 'Back', ...rest }: BackLinkProps) => (
  <a class={classes('govuk-back-link', inverse && 'govuk-back-link--inverse', extra)} {...rest}>
    {children}
  </a>
);
