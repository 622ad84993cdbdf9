import { type Content, classes, type Root, type Size } from './content.ts';

export interface Legend {
  readonly legend?: Content;
  readonly legendSize?: Size | undefined;
  /** The legend is the page's main heading. */
  readonly heading?: boolean | undefined;
}

export type FieldsetProps = Root &
  Legend & {
    readonly legend: Content;
    readonly role?: 'group' | undefined;
    readonly describedBy?: string | undefined;
    readonly children?: Content;
  };

export const Fieldset = ({
  legend,
  legendSize,
  heading,
  describedBy,
  class: extra,
  children,
  ...rest
}: FieldsetProps) => (
  <fieldset class={classes('govuk-fieldset', extra)} aria-describedby={describedBy} {...rest}>
    <legend class={classes('govuk-fieldset__legend', legendSize && `govuk-fieldset__legend--${legendSize}`)}>
      {heading ? <h1 class="govuk-fieldset__heading">{legend}</h1> : legend}
    </legend>
    {children}
  </fieldset>
);
