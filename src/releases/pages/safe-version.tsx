import { profiles } from '@throughline/disclosure';
import { Details, InsetText, WarningText } from '@throughline/govuk-jsx';
import { sayPeriod } from '../../figures/index.ts';
import { PaperParts, type Pictures } from '../../papers/index.ts';
import { sayDay } from '../../platform/kernel/index.ts';
import type { Prepared } from '../checking.ts';
import type { Composition } from '../composition.ts';
import { freeze } from '../freezing.db.ts';
import { hiddenIn } from '../hidden.ts';
import { sayRounding, tableParts } from '../paper-of.ts';
import { type HiddenCell, isForThoseWhoSeeAll } from '../release.ts';
import { type SaidInSections, withSections } from '../sections.ts';
import { numbersInNoTable, sayUnchecked, type Words } from '../unchecked.ts';

/** Where its title and words are asked for, below all its tables. */
export const WORDS = 'words';

export type SafeProps = {
  composition: Composition;
  prepared: Prepared;
  said: Words;
  inSections: SaidInSections;
  whole: readonly string[];
  pictures: Pictures;
};

/** The report as its readers would have it; and for whoever composes it, what is hidden and what gives pause. */
export function SafeVersion({ composition, prepared, said, inSections, whole, pictures }: SafeProps) {
  const { period, profile, sectioned } = composition;
  const frozen = freeze(prepared);
  const tables = sectioned ? withSections(frozen, composition.tables, inSections) : frozen;
  const unchecked = numbersInNoTable(said, tables);
  const { asAt } = prepared.counted;
  return (
    <>
      <h2 class="govuk-heading-m" id="safe-version">
        The safe version
      </h2>
      <p class="govuk-body">
        {sayPeriod(period)}, as at {sayDay(asAt)}, made for: {profiles[profile].title.toLowerCase()}.{' '}
        {isForThoseWhoSeeAll({ profile }) ? SEE_ALL : sayEarlier(prepared.earlier.length)}{' '}
        <a class="govuk-link not-printed" href={`#${WORDS}`}>
          Go on to its title and words
        </a>
      </p>
      {period.to > asAt && <InsetText>This period is not over: it is counted up to {sayDay(asAt)}.</InsetText>}
      {sayRounding(profile).map((says) => (
        <InsetText>{says}</InsetText>
      ))}
      {unchecked.length > 0 && <WarningText>{sayUnchecked(unchecked)}</WarningText>}
      <Hidden prepared={prepared} />
      <Whole rows={whole} hidden={profiles[profile].wholeGroups === 'protect'} />
      <PaperParts parts={tableParts(tables)} pictures={pictures} />
    </>
  );
}

const SEE_ALL = 'Its readers see every figure anyway, so it is not checked against earlier releases.';
const sayEarlier = (count: number): string => {
  if (count === 0) return 'Nothing was released of these records before.';
  return count === 1
    ? 'One earlier release of these records was taken into account.'
    : `${count} earlier releases of these records were taken into account.`;
};

/** Rows that say the same of every child in them: for the analyst to weigh, or hidden where the profile asks for it. */
function Whole({ rows, hidden }: { rows: readonly string[]; hidden: boolean }) {
  if (rows.length === 0) return null;
  return (
    <>
      <WarningText>
        {hidden
          ? 'Some rows would say the same of every child in them. That is hidden here.'
          : 'Some rows say the same of every child in them: whoever knows that a child is among them learns it. Leave the table out if that tells more than it should.'}
      </WarningText>
      <ul class="govuk-list govuk-list--bullet">
        {rows.map((says) => (
          <li>{says}</li>
        ))}
      </ul>
    </>
  );
}

/** Which cells are hidden, and why: for whoever composes, never for a reader. */
function Hidden({ prepared }: { prepared: Prepared }) {
  const hidden = hiddenIn(prepared);
  if (hidden.length === 0) return <p class="govuk-body">No cell needs to be hidden.</p>;
  return <WhichHidden hidden={hidden} />;
}

export function WhichHidden({ hidden, open = false }: { hidden: readonly HiddenCell[]; open?: boolean }) {
  return (
    <Details
      summary={`${hidden.length} ${hidden.length === 1 ? 'cell is' : 'cells are'} hidden: which, and why`}
      open={open}
    >
      {[...Map.groupBy(hidden, ({ table }) => table)].map(([table, cells]) => (
        <>
          <p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">{table}</p>
          <ul class="govuk-list govuk-list--bullet">
            {cells.map(({ cell, why }) => (
              <li>
                {cell} ({why})
              </li>
            ))}
          </ul>
        </>
      ))}
    </Details>
  );
}
