import { Button, Select } from '@throughline/govuk-jsx';
import { KEEP } from '../../platform/web/form.tsx';
import { cohortsOf, waysToTell } from '../choices.ts';
import type { Offered } from '../offered.ts';

/** Whoever adds tables comes back to where they add them. */
const PLACE = 'add-table';
const HERE = `/releases/compose#${PLACE}`;

/** What is chosen so far of a table that is not added yet. */
export type Chosen = { count: string; by: string; and: string; only: string; as: string };

type Props = {
  offered: Offered;
  chosen: Chosen;
  wrong: { count?: string; by?: string };
  /** The title of the table that was just added. */
  added: string | undefined;
};

/** One more table, a step at a time and without JavaScript: what is counted first, then by what, and of whom. */
export function AddTable({ offered, chosen, wrong, added }: Props) {
  const countable = offered.countables.find(({ kind }) => kind === chosen.count);
  const kinds = offered.countables.map(({ kind, label }) => ({ value: kind, text: label }));
  return (
    <fieldset class="govuk-fieldset choose-tables add-table" id={PLACE}>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Add a table</legend>
      {added && (
        <div class="said" role="status">
          <p class="govuk-body">Added: {added}.</p>
        </div>
      )}
      <Select
        name="count"
        label="What is counted"
        value={chosen.count}
        error={wrong.count}
        items={[{ value: '', text: 'Choose' }, ...kinds]}
      />
      <Button variant="secondary" preventDoubleClick name={KEEP} value="choose" formaction={HERE}>
        {countable ? 'Count something else' : 'Choose by what'}
      </Button>
      {countable && <ByWhat offered={offered} chosen={chosen} wrong={wrong.by} countable={countable} />}
    </fieldset>
  );
}

type ByWhatProps = {
  offered: Offered;
  chosen: Chosen;
  wrong: string | undefined;
  countable: Offered['countables'][number];
};
function ByWhat({ offered, chosen, wrong, countable }: ByWhatProps) {
  const { alone, sets } = waysToTell(countable, offered);
  const told = [...alone, ...sets];
  const cohorts = cohortsOf(countable, offered).flatMap(({ choices }) => choices);
  return (
    <div class="add-table__by">
      <Select name="by" label="By" value={chosen.by} error={wrong} items={[{ value: '', text: 'Nothing' }, ...told]} />
      <Select name="and" label="And by" value={chosen.and} items={[{ value: '', text: 'Nothing else' }, ...told]} />
      <Select
        name="only"
        label="Of whom"
        value={chosen.only}
        items={[{ value: '', text: 'All of them' }, ...cohorts]}
      />
      <Select
        name="as"
        label="Printed as"
        value={chosen.as}
        items={[
          { value: '', text: 'Counts' },
          { value: 'percent', text: 'Percentages of the whole' },
          ...(countable.population
            ? [{ value: 'rate', text: `A rate for every 10,000 ${countable.population.says}` }]
            : []),
        ]}
      />
      <Button variant="secondary" preventDoubleClick name={KEEP} value="add" formaction={HERE}>
        Add this table
      </Button>
    </div>
  );
}
