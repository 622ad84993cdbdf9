import { type Attributes, classes, isGiven, type Maybe, type Root, type Value } from './content.ts';
import { describedBy, Field, type FieldProps } from './field.tsx';

export interface SelectItem {
  readonly text: Value;
  /** The text, unless given. */
  readonly value?: Value | undefined;
  /** Overrides what the select's `value` says. */
  readonly selected?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly attributes?: Attributes | undefined;
}

export type SelectProps = Root &
  FieldProps & {
    readonly items: readonly Maybe<SelectItem>[];
    readonly value?: Value | undefined;
    readonly disabled?: boolean | undefined;
  };

export const Select = ({
  name,
  id = name,
  label,
  labelSize,
  labelClass,
  heading,
  hint,
  error,
  describedBy: others,
  groupClass,
  groupAttributes,
  class: extra,
  items,
  value: chosen,
  ...rest
}: SelectProps) => {
  const field = { id, label, labelSize, labelClass, heading, hint, error, groupClass, groupAttributes };
  const look = classes('govuk-select', extra, isGiven(error) && 'govuk-select--error');
  const description = describedBy(id, { describedBy: others, hint, error });
  return (
    <Field {...field}>
      <select class={look} id={id} name={name} aria-describedby={description} {...rest}>
        {items.map((item) => item && option(item, chosen))}
      </select>
    </Field>
  );
};

const option = ({ text, value, selected, disabled, attributes }: SelectItem, chosen: Value | undefined) => (
  <option
    value={value}
    selected={selected ?? (isGiven(chosen) && String(value ?? text) === String(chosen))}
    disabled={disabled}
    {...attributes}
  >
    {text}
  </option>
);
