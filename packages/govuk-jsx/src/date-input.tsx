import { type Attributes, classes, isGiven, type Root, type Value } from './content.ts';
import { Choice, type Question } from './field.tsx';
import type { Legend } from './fieldset.tsx';
import { Input, type InputProps } from './input.tsx';

export type DatePartName = 'day' | 'month' | 'year';

export interface DatePart extends Pick<InputProps, 'inputmode' | 'pattern' | 'autocomplete' | 'class' | 'id'> {
  readonly part: DatePartName;
  /** The part's own word, unless given; the question's name and a hyphen are put before it. */
  readonly name?: string | undefined;
  readonly label?: string | undefined;
  readonly width?: 2 | 4 | undefined;
  readonly value?: Value | undefined;
  /** This box is at fault. When no box says so, an error is every box's except those that say `false`. */
  readonly error?: boolean | undefined;
  readonly attributes?: Attributes | undefined;
}

export type DateValue = { readonly [part in DatePartName]?: Value | undefined };

/** With a name the boxes are `name-day`, `name-month`, `name-year`; with only an id they are `day`, `month`, `year`. */
type Named = { readonly name: string } | { readonly name?: undefined; readonly id: string };

export type DateInputProps = Root &
  Question &
  Legend &
  Named & {
    readonly value?: DateValue | undefined;
    readonly parts?: readonly (DatePart | DatePartName)[] | undefined;
  };

export const DateInput = ({
  name,
  id = name ?? '',
  legend,
  legendSize,
  heading,
  hint,
  error,
  describedBy,
  groupClass,
  class: extra,
  value = {},
  parts = ['day', 'month', 'year'],
  ...rest
}: DateInputProps) => {
  const question = { legend, legendSize, heading, hint, error, describedBy, groupClass };
  const boxes = parts.map((part) => (typeof part === 'string' ? { part } : part));
  const atFault = whichAreAtFault(boxes, isGiven(error));
  return (
    // Screen readers announce the description of a group of text boxes only when the fieldset's role is said.
    <Choice id={id} role="group" {...question}>
      <div class={classes('govuk-date-input', extra)} id={id} {...rest}>
        {boxes.map((box) => (
          <Part group={{ id, name }} box={{ ...box, value: box.value ?? value[box.part] }} atFault={atFault(box)} />
        ))}
      </div>
    </Choice>
  );
};

const whichAreAtFault = (boxes: readonly DatePart[], hasMessage: boolean) => {
  const someSaySo = boxes.some((box) => box.error);
  return (box: DatePart): boolean => box.error ?? (hasMessage && !someSaySo);
};

interface PartProps {
  readonly group: { readonly id: string; readonly name: string | undefined };
  readonly box: DatePart;
  readonly atFault: boolean;
}

const Part = ({ group, box, atFault }: PartProps) => {
  const { part, name = part, label = capitalised(name), width = part === 'year' ? 4 : 2 } = box;
  const look = classes(
    'govuk-date-input__input',
    atFault && 'govuk-input--error',
    `govuk-input--width-${width}`,
    box.class,
  );
  return (
    <div class="govuk-date-input__item">
      <Input
        id={box.id ?? `${group.id}-${name}`}
        name={group.name ? `${group.name}-${name}` : name}
        label={label}
        labelClass="govuk-date-input__label"
        class={look}
        value={box.value}
        inputmode={box.inputmode ?? 'numeric'}
        pattern={box.pattern}
        autocomplete={box.autocomplete}
        {...box.attributes}
      />
    </div>
  );
};
const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
