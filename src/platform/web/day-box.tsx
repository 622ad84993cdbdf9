import { ErrorMessage } from '@throughline/govuk-jsx';
import { findPlainDate } from '../kernel/index.ts';

type Shown = { name: string; label: string; value: string; error?: string | undefined; required?: boolean };

/**
 * A day in one box, for a form that asks again and again (a filter, a period): the browser's own box for days. What is no
 * day stays as it was typed, which that box would drop.
 */
export function DayBox({ name, label, value, error, required }: Shown) {
  // Preact ties an input's role to one literal type and takes no union; we set no role.
  const kind = { type: value === '' || findPlainDate(value) ? 'date' : 'text' } as { type: 'date' };
  return (
    <div class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <label class="govuk-label" for={name}>
        {label}
      </label>
      {error && <ErrorMessage id={`${name}-error`}>{error}</ErrorMessage>}
      <input
        class={`govuk-input govuk-input--width-10${error ? ' govuk-input--error' : ''}`}
        {...kind}
        id={name}
        name={name}
        value={value}
        required={required}
        aria-describedby={error && `${name}-error`}
      />
    </div>
  );
}
