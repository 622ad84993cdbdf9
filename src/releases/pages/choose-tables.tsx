import { profiles } from '@throughline/disclosure';
import { Button, Checkboxes, Select } from '@throughline/govuk-jsx';
import { DayBox } from '../../platform/web/day-box.tsx';
import { KEEP } from '../../platform/web/form.tsx';
import { type AskedTable, readTable, specOf, writeTable } from '../asked.ts';
import { countableOf, type Offered } from '../offered.ts';
import { addressOf, type ReadComposition, type Wrong } from '../reading-composition.ts';
import { annualReport } from '../sections.ts';
import { AddTable, type Chosen } from './add-table.tsx';

const LOOK = '/releases/compose#safe-version';

type Props = { composition: ReadComposition; offered: Offered; wrong: Wrong; chosen: Chosen };

/** What the report is made of: its period, whom it is made for, and its tables. Its address can be sent to a colleague. */
export function ChooseTables({ composition, offered, wrong, chosen }: Props) {
  const { typed, profile, sectioned, tables } = composition;
  const titleOf = (asked: AskedTable) => specOf(asked, countableOf(asked, offered), offered).title;
  const written = tables.map(writeTable);
  const listed = [...new Set([...annualReport, ...written])].flatMap((text) => readTable(text, offered) ?? []);
  return (
    <div class="choose-period">
      {/* The Enter key presses the first button of a form, whichever box it is pressed in: that one only looks. */}
      <button type="submit" hidden name={KEEP} value="show" formaction={LOOK}>
        Show the safe version
      </button>
      <DayBox name="from" label="First day" value={typed.from} error={wrong.from} />
      <DayBox name="to" label="Last day" value={typed.to} error={wrong.to} />
      <Select
        name="profile"
        label="Made for"
        value={wrong.profile ? '' : profile}
        error={wrong.profile}
        items={[
          ...(wrong.profile ? [{ value: '', text: 'Choose' }] : []),
          ...Object.values(profiles).map(({ id, title }) => ({ value: id, text: title })),
        ]}
      />
      <div class="choose-tables">
        {/* None at all is none, and not the annual report. */}
        <input type="hidden" name="table" value="" />
        <Checkboxes
          name="table"
          legend="Tables"
          legendSize="s"
          small
          error={wrong.table}
          values={written}
          items={listed.map((asked) => ({
            value: writeTable(asked),
            text: titleOf(asked),
          }))}
        />
        <Checkboxes
          name="sections"
          legend="Headings"
          legendSize="s"
          small
          values={sectioned ? ['yes'] : []}
          items={[{ value: 'yes', text: 'With the sections of the annual report' }]}
        />
      </div>
      <AddTable
        offered={offered}
        chosen={chosen}
        wrong={wrong}
        added={composition.added && titleOf(composition.added)}
      />
      <div class="choose-tables">
        <Button variant="secondary" preventDoubleClick name={KEEP} value="show" formaction={LOOK}>
          Show the safe version
        </Button>
        <p class="govuk-body-s">
          What you typed below stays. This takes some seconds.{' '}
          <a class="govuk-link" href={addressOf(composition)}>
            The address of what is shown
          </a>{' '}
          can be kept, or sent to a colleague.
        </p>
      </div>
    </div>
  );
}
