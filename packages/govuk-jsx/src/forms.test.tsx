import { Button, ButtonLink, type ButtonProps } from './button.tsx';
import { CharacterCount, type CharacterCountProps } from './character-count.tsx';
import { ErrorMessage, type ErrorMessageProps } from './error-message.tsx';
import { Fieldset } from './fieldset.tsx';
import { Hint } from './hint.tsx';
import { Input, type InputProps } from './input.tsx';
import { Label } from './label.tsx';
import { proves } from './proof/fixtures.ts';
import {
  type Common,
  content,
  type FieldOptions,
  field,
  type Heading,
  legend,
  root,
  SIZES,
  variant,
  type Words,
} from './proof/options.tsx';
import { Select, type SelectProps } from './select.tsx';
import { Textarea, type TextareaProps } from './textarea.tsx';

type ButtonOptions = Common &
  Words &
  Pick<ButtonProps, 'type' | 'name' | 'value' | 'disabled' | 'preventDoubleClick'> & {
    readonly href?: string;
    readonly isStartButton?: boolean;
  };

proves<ButtonOptions>({
  component: 'button',
  atLeast: 38,
  draw: (options) => {
    const { href, isStartButton, type, name, value, disabled, preventDoubleClick } = options;
    const look = variant(options.classes, 'govuk-button--', ['secondary', 'warning', 'inverse']);
    const props = { ...root(options), class: look.rest, variant: look.value, start: isStartButton };
    return href ? (
      <ButtonLink href={href} {...props}>
        {content(options)}
      </ButtonLink>
    ) : (
      <Button {...{ type, name, value, disabled, preventDoubleClick }} {...props}>
        {content(options)}
      </Button>
    );
  },
});

proves<Common & Heading & { readonly for?: string }>({
  component: 'label',
  atLeast: 16,
  without: { empty: 'a label without words does not compile' },
  draw: (options) => {
    const size = variant(options.classes, 'govuk-label--', SIZES);
    return (
      <Label {...root(options)} class={size.rest} size={size.value} heading={options.isPageHeading} for={options.for}>
        {content(options)}
      </Label>
    );
  },
});

proves<Common & Words>({
  component: 'hint',
  atLeast: 6,
  draw: (options) => <Hint {...root(options)}>{content(options)}</Hint>,
});

proves<Common & Words & Pick<ErrorMessageProps, 'visuallyHiddenText'>>({
  component: 'error-message',
  atLeast: 9,
  draw: (options) => (
    <ErrorMessage {...root(options)} visuallyHiddenText={options.visuallyHiddenText}>
      {content(options)}
    </ErrorMessage>
  ),
});

proves<
  Common & { readonly legend: Heading; readonly html?: string; readonly role?: 'group'; readonly describedBy?: string }
>({
  component: 'fieldset',
  atLeast: 17,
  without: { 'legend classes': 'a legend has sizes, not classes of its own' },
  draw: (options) => (
    <Fieldset {...root(options)} {...legend(options.legend)} role={options.role} describedBy={options.describedBy}>
      {content({ html: options.html ?? '' })}
    </Fieldset>
  ),
});

const INPUT_WIDTHS = [2, 3, 4, 5, 10, 20, 30] as const;

type InputOptions = FieldOptions &
  Pick<InputProps, 'type' | 'value' | 'autocomplete' | 'autocapitalize' | 'inputmode' | 'pattern'> &
  Pick<InputProps, 'spellcheck' | 'disabled'> & {
    readonly prefix?: Words;
    readonly suffix?: Words;
    readonly inputWrapper?: Common;
  };

const affixReason = 'what stands before or after a box is words or JSX, with no classes or attributes of its own';

proves<InputOptions>({
  component: 'input',
  atLeast: 41,
  without: {
    'with prefix with classes': affixReason,
    'with prefix with attributes': affixReason,
    'with suffix with classes': affixReason,
    'with suffix with attributes': affixReason,
  },
  draw: (options) => {
    const { type, value, autocomplete, autocapitalize, inputmode, pattern, spellcheck, disabled } = options;
    const width = variant(options.classes, 'govuk-input--width-', INPUT_WIDTHS);
    return (
      <Input
        {...{ type, value, autocomplete, autocapitalize, inputmode, pattern, spellcheck, disabled }}
        {...field(options)}
        class={width.rest}
        width={width.value}
        prefix={content(options.prefix)}
        suffix={content(options.suffix)}
        wrapper={options.inputWrapper && root(options.inputWrapper)}
      />
    );
  },
});

type TextareaOptions = FieldOptions & Pick<TextareaProps, 'value' | 'rows' | 'autocomplete' | 'spellcheck'>;

proves<TextareaOptions>({
  component: 'textarea',
  atLeast: 18,
  draw: (options) => {
    const { value, rows, autocomplete, spellcheck } = options;
    return <Textarea {...{ value, rows, autocomplete, spellcheck }} {...field(options)} />;
  },
});

type Plural = Readonly<Record<string, string>>;

type CharacterCountOptions = TextareaOptions &
  Pick<CharacterCountProps, 'countType' | 'threshold'> & {
    readonly maxlength?: number;
    readonly maxwords?: number;
    readonly textareaDescriptionText?: string;
    readonly countMessage?: { readonly classes: string };
    readonly charactersUnderLimitText?: Plural;
    readonly charactersAtLimitText?: string;
    readonly charactersOverLimitText?: Plural;
    readonly wordsUnderLimitText?: Plural;
    readonly wordsAtLimitText?: string;
    readonly wordsOverLimitText?: Plural;
  };

const limitReason = 'a count without a limit does not compile';

const translations = (options: CharacterCountOptions) => {
  const texts = {
    'characters-under-limit': options.charactersUnderLimitText,
    'characters-at-limit': options.charactersAtLimitText,
    'characters-over-limit': options.charactersOverLimitText,
    'words-under-limit': options.wordsUnderLimitText,
    'words-at-limit': options.wordsAtLimitText,
    'words-over-limit': options.wordsOverLimitText,
  };
  const attributes = Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string'
      ? [[`data-i18n.${key}`, text]]
      : Object.entries(text ?? {}).map(([rule, words]) => [`data-i18n.${key}.${rule}`, words]),
  );
  return Object.fromEntries(attributes);
};

proves<CharacterCountOptions>({
  component: 'character-count',
  atLeast: 30,
  without: {
    'with textarea maxlength attribute': 'a box that cuts what is typed does not compile',
    'to configure in JavaScript': limitReason,
    'with neither maxlength nor maxwords set': limitReason,
    'with neither maxlength, maxwords nor textarea description set': limitReason,
  },
  draw: (options) => {
    const { value, rows, spellcheck, countType, threshold, maxlength, maxwords = 0 } = options;
    return (
      <CharacterCount
        {...{ value, rows, spellcheck, countType, threshold }}
        {...(maxlength ? { maxlength } : { maxwords })}
        {...field(options)}
        countText={options.textareaDescriptionText}
        countClass={options.countMessage?.classes}
        groupAttributes={translations(options)}
      />
    );
  },
});

proves<FieldOptions & Pick<SelectProps, 'items' | 'value'>>({
  component: 'select',
  atLeast: 19,
  draw: (options) => {
    // The one item whose value is neither words nor a number is the boolean false, which our type does not take.
    const items = options.items?.map((item) =>
      item && 'value' in item ? { ...item, value: String(item.value) } : item,
    );
    return <Select {...field(options)} items={items ?? []} value={options.value} />;
  },
});
