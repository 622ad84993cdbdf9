import { type Content, classes, type Root, type Size } from './content.ts';

export type LabelProps = Root & {
  readonly for?: string | undefined;
  readonly size?: Size | undefined;
  /** The label is the page's main heading. */
  readonly heading?: boolean | undefined;
  readonly children: Content;
};

export const Label = ({ size, heading, class: extra, children, for: control, ...rest }: LabelProps) => {
  const label = (
    <label class={classes('govuk-label', size && `govuk-label--${size}`, extra)} for={control} {...rest}>
      {children}
    </label>
  );
  return heading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
};
