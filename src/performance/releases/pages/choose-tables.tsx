import { profiles } from '../../disclosure/profile.ts';
import { readTable, specOf, writeTable } from '../asked.ts';
import { annualReport, type Composition, countableOf } from '../composition.ts';
import { attributesOf, type Offered } from '../offered.ts';

/** What the report is made of: its period, whom it is made for, and its tables. Sent in the address, so it can be shared. */
export function ChooseTables({ composition, offered }: { composition: Composition; offered: Offered }) {
  const chosen = composition.tables.map(writeTable);
  const listed = [...new Set([...annualReport, ...chosen])].flatMap((text) => readTable(text, offered) ?? []);
  return (
    <form method="get" action="/releases/compose" class="choose-period">
      {(['from', 'to'] as const).map((name) => (
        <div class="govuk-form-group">
          <label class="govuk-label" for={name}>
            {name === 'from' ? 'First day' : 'Last day'}
          </label>
          <input
            class="govuk-input govuk-input--width-10"
            type="date"
            id={name}
            name={name}
            value={composition.period[name]}
            required
          />
        </div>
      ))}
      <div class="govuk-form-group">
        <label class="govuk-label" for="profile">
          Made for
        </label>
        <select class="govuk-select" id="profile" name="profile">
          {Object.values(profiles).map(({ id, title }) => (
            <option value={id} selected={id === composition.profile}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <fieldset class="govuk-fieldset choose-tables">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Tables</legend>
        <div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
          {listed.map((asked, at) => (
            <div class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                type="checkbox"
                id={`table-${at}`}
                name="table"
                value={writeTable(asked)}
                checked={chosen.includes(writeTable(asked))}
              />
              <label class="govuk-label govuk-checkboxes__label" for={`table-${at}`}>
                {specOf(asked, countableOf(asked, offered), offered).title}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
      <AddTable offered={offered} />
      <button class="govuk-button govuk-button--secondary" type="submit">
        Show the safe version
      </button>
    </form>
  );
}

/** One more table: what is counted by what. Each choice is a whole table, so that it works without JavaScript. */
function AddTable({ offered }: { offered: Offered }) {
  return (
    <div class="govuk-form-group">
      <label class="govuk-label" for="table">
        Add a table
      </label>
      <select class="govuk-select" id="table" name="table">
        <option value="">None</option>
        {offered.countables.map((countable) => {
          const names = Object.keys(attributesOf(countable, offered));
          const tables = names.flatMap((first, at) => [
            [first],
            ...names.slice(at + 1).map((second) => [first, second]),
          ]);
          return (
            <optgroup label={countable.label}>
              {tables.map((by) => {
                const asked = { kind: countable.kind, by };
                return <option value={writeTable(asked)}>{specOf(asked, countable, offered).title}</option>;
              })}
            </optgroup>
          );
        })}
      </select>
    </div>
  );
}
