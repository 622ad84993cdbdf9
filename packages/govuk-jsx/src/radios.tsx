import { type ChoiceItem, type ChoicesProps, DividerLine, Item, itemId } from './choices.tsx';
import { classes, isGiven, type Value } from './content.ts';
import { Choice } from './field.tsx';

export type RadioItem = ChoiceItem;

export type RadiosProps = ChoicesProps<RadioItem> & {
  readonly value?: Value | undefined;
  readonly inline?: boolean | undefined;
};

export const Radios = ({
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
  inline,
  items,
  value: chosen,
  ...rest
}: RadiosProps) => {
  const question = { legend, legendSize, heading, hint, error, describedBy, groupClass };
  const look = classes('govuk-radios', small && 'govuk-radios--small', inline && 'govuk-radios--inline', extra);
  const draw = (item: RadioItem, index: number) => {
    const checked = item.checked ?? (isGiven(chosen) && String(item.value) === String(chosen));
    return <Item kind="radio" name={name} id={item.id ?? itemId(id, index)} checked={checked} item={item} />;
  };
  return (
    <Choice id={id} {...question}>
      <div class={look} data-module="govuk-radios" {...rest}>
        {items.map(
          (item, index) =>
            item && ('divider' in item ? <DividerLine kind="radio" divider={item.divider} /> : draw(item, index)),
        )}
      </div>
    </Choice>
  );
};
