import { type Attributes, type Content, classes, isGiven, type Size } from './content.ts';
import { ErrorMessage } from './error-message.tsx';
import { Fieldset, type Legend } from './fieldset.tsx';
import { Hint } from './hint.tsx';
import { Label } from './label.tsx';

/** What every question has: its hint, what was wrong with the answer, and what else describes it. */
export interface Question {
  readonly hint?: Content;
  readonly error?: Content;
  /** Ids of other elements that describe the question; its hint and error are added by themselves. */
  readonly describedBy?: string | undefined;
  readonly groupClass?: string | undefined;
}

/** A question with one control. `id` is the name unless given. */
export interface FieldProps extends Question {
  readonly name: string;
  readonly label: Content;
  readonly labelSize?: Size | undefined;
  /** The label is the page's main heading. */
  readonly heading?: boolean | undefined;
  readonly labelClass?: string | undefined;
  readonly groupAttributes?: Attributes | undefined;
}

export const describedBy = (id: string, { describedBy: others, hint, error }: Question): string | undefined =>
  classes(others, isGiven(hint) && `${id}-hint`, isGiven(error) && `${id}-error`) || undefined;

type Inside = { readonly id: string; readonly children: Content };
type FieldParts = Omit<FieldProps, 'name' | 'describedBy'> & Inside;

export const Field = ({ id, label, labelSize, labelClass, heading, children, ...question }: FieldParts) => (
  <FormGroup {...question}>
    <Label for={id} size={labelSize} class={labelClass} heading={heading}>
      {label}
    </Label>
    <HintAndError id={id} {...question} />
    {children}
  </FormGroup>
);

type ChoiceProps = Question & Legend & Inside & { readonly role?: 'group' | undefined };

/** A question with several controls, in a fieldset when it has a legend of its own. */
export const Choice = ({ id, legend, legendSize, heading, role, children, ...question }: ChoiceProps) => {
  const inside = (
    <>
      <HintAndError id={id} {...question} />
      {children}
    </>
  );
  const fieldset = { legend, legendSize, heading, role, describedBy: describedBy(id, question) };
  return <FormGroup {...question}>{isGiven(legend) ? <Fieldset {...fieldset}>{inside}</Fieldset> : inside}</FormGroup>;
};

type GroupProps = Question & { readonly groupAttributes?: Attributes | undefined; readonly children: Content };

const FormGroup = ({ error, groupClass, groupAttributes, children }: GroupProps) => (
  <div
    class={classes('govuk-form-group', isGiven(error) && 'govuk-form-group--error', groupClass)}
    {...groupAttributes}
  >
    {children}
  </div>
);

const HintAndError = ({ id, hint, error }: Question & { readonly id: string }) => (
  <>
    {isGiven(hint) && <Hint id={`${id}-hint`}>{hint}</Hint>}
    {isGiven(error) && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
  </>
);
