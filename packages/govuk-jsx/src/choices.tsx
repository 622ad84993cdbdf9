import { type Attributes, type Content, classes, isGiven, type Maybe, type Root, type Value } from './content.ts';
import type { Question } from './field.tsx';
import type { Legend } from './fieldset.tsx';
import { Hint } from './hint.tsx';
import { Label } from './label.tsx';

export interface ChoiceItem {
  readonly value: Value;
  readonly text: Content;
  readonly id?: string | undefined;
  readonly hint?: Content;
  /** Overrides what the question's own value says. */
  readonly checked?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Asked only when this answer is chosen. */
  readonly conditional?: Content;
  readonly attributes?: Attributes | undefined;
}

export interface Divider {
  readonly divider: string;
}

export type ChoicesProps<Item> = Root &
  Question &
  Legend & {
    readonly name: string;
    readonly items: readonly Maybe<Item | Divider>[];
    readonly small?: boolean | undefined;
  };

interface Drawn {
  readonly kind: 'radio' | 'checkbox';
  readonly name: string;
  readonly id: string;
  readonly checked: boolean;
  readonly describedBy?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

const BLOCK = { radio: 'govuk-radios', checkbox: 'govuk-checkboxes' } as const;

/** The first item has the question's own id, so that the error summary can link to it; the rest are numbered. */
export const itemId = (id: string, index: number): string => (index === 0 ? id : `${id}-${index + 1}`);

export const DividerLine = ({ kind, divider }: Divider & Pick<Drawn, 'kind'>) => (
  <div class={`${BLOCK[kind]}__divider`}>{divider}</div>
);

export const Item = ({ item, kind, name, id, checked, describedBy, attributes }: Drawn & { item: ChoiceItem }) => {
  const block = BLOCK[kind];
  const reveals = isGiven(item.conditional);
  const hintId = isGiven(item.hint) && `${id}-item-hint`;
  return (
    <>
      <div class={`${block}__item`}>
        <input
          class={`${block}__input`}
          id={id}
          name={name}
          type={kind}
          value={item.value}
          checked={checked}
          disabled={item.disabled}
          data-aria-controls={reveals ? `conditional-${id}` : undefined}
          aria-describedby={classes(describedBy, hintId) || undefined}
          {...attributes}
          {...item.attributes}
        />
        <Label for={id} class={`${block}__label`}>
          {item.text}
        </Label>
        {hintId && (
          <Hint id={hintId} class={`${block}__hint`}>
            {item.hint}
          </Hint>
        )}
      </div>
      {reveals && (
        <div
          class={classes(`${block}__conditional`, !checked && `${block}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {item.conditional}
        </div>
      )}
    </>
  );
};
