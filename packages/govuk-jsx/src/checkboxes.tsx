import { type ChoiceItem, type ChoicesProps, DividerLine, Item, itemId } from './choices.tsx';
import { classes, isGiven, type Value } from './content.ts';
import { Choice, describedBy as description } from './field.tsx';

export interface CheckboxItem extends ChoiceItem {
  /** The question's name, unless given. */
  readonly name?: string | undefined;
  /** "None of these": choosing it clears the others. */
  readonly exclusive?: boolean | undefined;
}

export type CheckboxesProps = ChoicesProps<CheckboxItem> & { readonly values?: readonly Value[] | undefined };

export const Checkboxes = ({
  name,
  id = name,
  legend,
  legendSize,
  heading,
  hint,
  error,
  describedBy,
  groupClass,
  class: extra,
  small,
  items,
  values = [],
  ...rest
}: CheckboxesProps) => {
  const question = { legend, legendSize, heading, hint, error, describedBy, groupClass };
  const chosen = values.map(String);
  // Without a fieldset nothing else would carry the description, so each box does.
  const itemDescription = isGiven(legend) ? undefined : description(id, question);
  const draw = (item: CheckboxItem, index: number) => (
    <Item
      kind="checkbox"
      name={item.name ?? name}
      id={item.id ?? itemId(id, index)}
      checked={item.checked ?? chosen.includes(String(item.value))}
      describedBy={itemDescription}
      attributes={{ 'data-behaviour': item.exclusive ? 'exclusive' : undefined }}
      item={item}
    />
  );
  return (
    <Choice id={id} {...question}>
      <div
        class={classes('govuk-checkboxes', small && 'govuk-checkboxes--small', extra)}
        data-module="govuk-checkboxes"
        {...rest}
      >
        {items.map(
          (item, index) =>
            item && ('divider' in item ? <DividerLine kind="checkbox" divider={item.divider} /> : draw(item, index)),
        )}
      </div>
    </Choice>
  );
};
