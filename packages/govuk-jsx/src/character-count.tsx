import { classes } from './content.ts';
import { Hint } from './hint.tsx';
import { type TextareaProps, TextareaThen } from './textarea.tsx';

/** Characters as a reader counts them ('characters'), as the computer does ('length'), or words. */
type CountType = 'characters' | 'length' | 'words';

type Limit =
  | { readonly maxlength: number; readonly maxwords?: undefined }
  | { readonly maxwords: number; readonly maxlength?: undefined };

export type CharacterCountProps = Omit<TextareaProps, 'describedBy'> &
  Limit & {
    readonly countType?: CountType | undefined;
    /** Per cent of the limit after which the count is shown. */
    readonly threshold?: number | undefined;
    /** `%{count}` stands for the limit. */
    readonly countText?: string | undefined;
    readonly countClass?: string | undefined;
  };

export const CharacterCount = ({
  name,
  id = name,
  maxlength,
  maxwords,
  countType = maxwords === undefined ? undefined : 'words',
  threshold,
  countText = `You can enter up to %{count} ${countType === 'words' ? 'words' : 'characters'}`,
  countClass,
  class: extra,
  groupClass,
  groupAttributes,
  ...rest
}: CharacterCountProps) => (
  <TextareaThen
    {...rest}
    name={name}
    id={id}
    class={classes('govuk-js-character-count', extra)}
    describedBy={`${id}-info`}
    groupClass={classes('govuk-character-count', groupClass)}
    groupAttributes={{
      'data-module': 'govuk-character-count',
      'data-maxlength': maxlength,
      'data-maxwords': maxwords,
      'data-threshold': threshold,
      'data-count-type': countType,
      ...groupAttributes,
    }}
    after={
      <Hint id={`${id}-info`} class={classes('govuk-character-count__message', countClass)}>
        {countText.replace('%{count}', String(maxwords ?? maxlength))}
      </Hint>
    }
  />
);
