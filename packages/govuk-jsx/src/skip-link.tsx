import { type Content, classes, type Root } from './content.ts';

export type SkipLinkProps = Root & { readonly href?: `#${string}` | undefined; readonly children?: Content };

export const SkipLink = ({
  href = '#content',
  class: extra,
  children = 'Skip to main content',
  ...rest
}: SkipLinkProps) => (
  <a href={href} class={classes('govuk-skip-link', extra)} data-module="govuk-skip-link" {...rest}>
    {children}
  </a>
);
