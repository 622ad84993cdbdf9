import { type Content, classes, isGiven, type Root, type Value } from './content.ts';
import { describedBy, Field, type FieldProps } from './field.tsx';

export type InputProps = Root &
  FieldProps & {
    readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'number' | 'password' | undefined;
    readonly value?: Value | undefined;
    /** Characters the box is wide, as a hint of the length expected. */
    readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined;
    readonly prefix?: Content;
    readonly suffix?: Content;
    /** The box around prefix, input and suffix. */
    readonly wrapper?: Root | undefined;
    readonly autocomplete?: string | undefined;
    readonly autocapitalize?: 'none' | 'sentences' | 'words' | 'characters' | undefined;
    readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | 'search' | undefined;
    readonly pattern?: string | undefined;
    readonly spellcheck?: boolean | undefined;
    readonly disabled?: boolean | undefined;
  };

export const Input = ({
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
  type = 'text',
  width,
  prefix,
  suffix,
  wrapper,
  ...rest
}: InputProps) => {
  const field = { id, label, labelSize, labelClass, heading, hint, error, groupClass, groupAttributes };
  const look = classes(
    'govuk-input',
    width && `govuk-input--width-${width}`,
    extra,
    isGiven(error) && 'govuk-input--error',
  );
  const description = describedBy(id, { describedBy: others, hint, error });
  // Preact ties an input's role to one literal type and takes no union; we set no role.
  const kind = { type } as { type: 'text' };
  const input = <input class={look} id={id} name={name} {...kind} aria-describedby={description} {...rest} />;
  return (
    <Field {...field}>
      {isGiven(prefix) || isGiven(suffix) ? (
        <div {...wrapper} class={classes('govuk-input__wrapper', wrapper?.class)}>
          {isGiven(prefix) && <Affix kind="prefix">{prefix}</Affix>}
          {input}
          {isGiven(suffix) && <Affix kind="suffix">{suffix}</Affix>}
        </div>
      ) : (
        input
      )}
    </Field>
  );
};

const Affix = ({ kind, children }: { readonly kind: 'prefix' | 'suffix'; readonly children: Content }) => (
  <div class={`govuk-input__${kind}`} aria-hidden="true">
    {children}
  </div>
);
