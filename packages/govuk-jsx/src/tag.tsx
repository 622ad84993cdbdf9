import { type Content, classes, type Root } from './content.ts';

export const TAG_COLOURS = ['grey', 'blue', 'teal', 'green', 'purple', 'magenta', 'red', 'orange', 'yellow'] as const;
export type TagColour = (typeof TAG_COLOURS)[number];

export type TagProps = Root & { readonly colour?: TagColour | undefined; readonly children: Content };

export const Tag = ({ colour, class: extra, children, ...rest }: TagProps) => (
  <strong class={classes('govuk-tag', extra, colour && `govuk-tag--${colour}`)} {...rest}>
    {children}
  </strong>
);
