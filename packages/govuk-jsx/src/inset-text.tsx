import { type Content, classes, type Root } from './content.ts';

export type InsetTextProps = Root & { readonly children: Content };

export const InsetText = ({ class: extra, children, ...rest }: InsetTextProps) => (
  <div class={classes('govuk-inset-text', extra)} {...rest}>
    {children}
  </div>
);
