import { type Content, classes, type Root } from './content.ts';

export type HintProps = Root & { readonly children: Content };

export const Hint = ({ class: extra, children, ...rest }: HintProps) => (
  <div class={classes('govuk-hint', extra)} {...rest}>
    {children}
  </div>
);
