import type { Attributes, Content, Size } from '../content.ts';
import { WRAPPER } from './fixtures.ts';

/** The shapes that GOV.UK's own macros share, as they stand in the fixtures. */
export interface Words {
  readonly text?: string | number;
  readonly html?: string;
}

export interface Common {
  readonly id?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

export interface Heading extends Words {
  readonly classes?: string;
  readonly isPageHeading?: boolean;
}

export interface QuestionOptions extends Common {
  readonly hint?: Words;
  readonly errorMessage?: Words;
  readonly describedBy?: string;
  readonly formGroup?: { readonly classes?: string };
}

export interface FieldOptions extends QuestionOptions {
  readonly name: string;
  readonly label: Heading;
}

export interface ChoiceOptions extends QuestionOptions {
  readonly fieldset?: { readonly legend?: Heading; readonly describedBy?: string };
}

/** Where a fixture says `html` the page author writes JSX; here the ready-made HTML stands in for it. */
export const Html = ({ of }: { readonly of: string }) => {
  const ReadyMade = WRAPPER as 'span';
  return <ReadyMade dangerouslySetInnerHTML={{ __html: of }} />;
};

export const content = (words: Words | undefined): Content => (words?.html ? <Html of={words.html} /> : words?.text);

export const root = ({ id, classes, attributes }: Common) => ({ id, class: classes, ...attributes });

/** Takes the class `prefix` + one of `values` out of the fixture's classes, as the prop that adds it, and leaves the rest. */
export const variant = <V extends string | number>(
  classNames: string | undefined,
  prefix: string,
  values: readonly V[],
): { readonly value: V | undefined; readonly rest: string } => {
  const names = classNames?.split(' ') ?? [];
  const value = values.find((each) => names.includes(`${prefix}${each}`));
  return { value, rest: names.filter((name) => name !== `${prefix}${value}`).join(' ') };
};

export const SIZES: readonly Size[] = ['s', 'm', 'l', 'xl'];

export const legend = (heading: Heading | undefined) => ({
  legend: content(heading),
  legendSize: variant(heading?.classes, 'govuk-fieldset__legend--', SIZES).value,
  heading: heading?.isPageHeading,
});

const question = (options: QuestionOptions) => ({
  ...root(options),
  hint: content(options.hint),
  error: content(options.errorMessage),
  describedBy: options.describedBy,
  groupClass: options.formGroup?.classes,
});

export const field = (options: FieldOptions) => ({
  ...question(options),
  name: options.name,
  label: content(options.label),
  labelSize: variant(options.label.classes, 'govuk-label--', SIZES).value,
  heading: options.label.isPageHeading,
});

export const choice = (options: ChoiceOptions) => ({
  ...question(options),
  ...legend(options.fieldset?.legend),
  describedBy: options.fieldset?.describedBy ?? options.describedBy,
});
