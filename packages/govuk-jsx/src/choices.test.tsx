import { Checkboxes, type CheckboxesProps, type CheckboxItem } from './checkboxes.tsx';
import type { ChoiceItem, Divider } from './choices.tsx';
import type { Maybe, Value } from './content.ts';
import { DateInput, type DatePart, type DatePartName, type DateValue } from './date-input.tsx';
import { proves } from './proof/fixtures.ts';
import { type ChoiceOptions, type Common, choice, content, variant, type Words } from './proof/options.tsx';
import { Radios, type RadiosProps } from './radios.tsx';

type ItemOptions = Words &
  Pick<CheckboxItem, 'value' | 'id' | 'name' | 'checked' | 'disabled' | 'attributes'> & {
    readonly hint?: Words;
    readonly behaviour?: 'exclusive';
    readonly conditional?: { readonly html: string };
  };

interface ItemsOptions extends ChoiceOptions {
  readonly name: string;
  readonly idPrefix?: string;
  readonly items: readonly Maybe<ItemOptions | Divider>[];
}

const choiceItem = ({ text, html, hint, conditional, ...item }: ItemOptions): ChoiceItem => ({
  ...item,
  text: content({ ...(text !== undefined && { text }), ...(html !== undefined && { html }) }),
  hint: content(hint),
  conditional: content(conditional),
});

const radioItem = (item: Maybe<ItemOptions | Divider>) => (item && !('divider' in item) ? choiceItem(item) : item);

const checkboxItem = (item: Maybe<ItemOptions | Divider>) =>
  item && !('divider' in item)
    ? { ...choiceItem(item), name: item.name, exclusive: item.behaviour === 'exclusive' }
    : item;

const itemLabel = 'the label of one item has no classes or attributes of its own';
const fieldset = 'the fieldset of a question has no classes or attributes of its own';

proves<ItemsOptions & Pick<RadiosProps, 'value'>>({
  component: 'radios',
  atLeast: 40,
  without: { 'label with classes': itemLabel, 'label with attributes': itemLabel, 'fieldset params': fieldset },
  draw: (options) => {
    const small = variant(options.classes, 'govuk-radios--', ['small']);
    const inline = variant(small.rest, 'govuk-radios--', ['inline']);
    return (
      <Radios
        {...choice(options)}
        class={inline.rest}
        name={options.name}
        id={options.idPrefix}
        small={small.value === 'small'}
        inline={inline.value === 'inline'}
        items={options.items.map(radioItem)}
        value={options.value}
      />
    );
  },
});

proves<ItemsOptions & Pick<CheckboxesProps, 'values'>>({
  component: 'checkboxes',
  atLeast: 39,
  without: { 'with label classes': itemLabel, 'label with attributes': itemLabel, 'fieldset params': fieldset },
  draw: (options) => {
    const small = variant(options.classes, 'govuk-checkboxes--', ['small']);
    return (
      <Checkboxes
        {...choice(options)}
        class={small.rest}
        name={options.name}
        id={options.idPrefix}
        small={small.value === 'small'}
        items={options.items.map(checkboxItem)}
        values={options.values}
      />
    );
  },
});

type PartOptions = Common &
  Omit<DatePart, 'part' | 'class' | 'width'> & { readonly label?: string; readonly value?: Value };

interface DateOptions extends ChoiceOptions {
  readonly id: string;
  readonly namePrefix?: string;
  readonly values?: Readonly<Record<string, Value>>;
  readonly day?: PartOptions | false;
  readonly month?: PartOptions | false;
  readonly year?: PartOptions | false;
  readonly items?: readonly PartOptions[];
}

const PARTS: readonly DatePartName[] = ['day', 'month', 'year'];

/** GOV.UK gives the parts either one by one or as items; a part given `false` is not asked. */
const parts = (options: DateOptions): DatePart[] => {
  const given: readonly PartOptions[] = options.items?.length
    ? options.items
    : PARTS.flatMap((name) => (options[name] === false ? [] : [{ name, ...options[name] }]));
  return given.map((item) => datePart(item));
};

const datePart = ({ classes, ...item }: PartOptions): DatePart => {
  const part = PARTS.find((each) => item.name?.includes(each)) ?? 'day';
  const width = variant(classes, 'govuk-input--width-', [2, 4] as const);
  const isPlain = item.name === part || item.name?.endsWith(`-${part}`);
  return { ...item, part, class: width.rest, width: width.value ?? (isPlain ? undefined : 2) };
};

const dateValue = (options: DateOptions): DateValue =>
  Object.fromEntries(
    PARTS.map((part) => {
      const own = options[part];
      const { name = part, value } = own || {};
      return [part, value ?? options.values?.[options.namePrefix ? `${options.namePrefix}-${name}` : name]];
    }),
  );

const byClass = 'a box is at fault by `error`, not by a class';

proves<DateOptions>({
  component: 'date-input',
  atLeast: 46,
  without: {
    'with errors only (using classes)': byClass,
    'with errors only (using items and classes)': byClass,
    'with error on single field using classes': byClass,
    'with error on single item using classes': byClass,
  },
  draw: (options) => {
    const named = options.namePrefix ? { name: options.namePrefix } : {};
    return (
      <DateInput {...choice(options)} {...named} id={options.id} parts={parts(options)} value={dateValue(options)} />
    );
  },
});
