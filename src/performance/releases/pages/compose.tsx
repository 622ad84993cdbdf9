import { isRefusal, type PlainDate, type Refusal, sayDay } from '../../../platform/kernel/index.ts';
import type { Module } from '../../../platform/module.ts';
import { BackLink, InsetText, WarningText } from '../../../platform/web/govuk/index.ts';
import { nobody, page } from '../../../platform/web/page.tsx';
import { longText, select, text } from '../../../platform/web/questions.tsx';
import { profiles } from '../../disclosure/profile.ts';
import { wholeGroups } from '../../disclosure/whole-groups.ts';
import { sayPeriod } from '../../period.ts';
import { prepare } from '../checking.db.ts';
import type { Prepared } from '../checking.ts';
import { addressOf, type Cell, type Composition, cellsOf, type LaidOut, readComposition } from '../composition.ts';
import { freeze, freezeRelease } from '../freezing.db.ts';
import { type Offered, offeredBy } from '../offered.ts';
import { isPublished, type Release } from '../release.ts';
import { listReleases } from '../releases.db.ts';
import { splitLines } from '../unchecked.ts';
import { ChooseTables } from './choose-tables.tsx';
import { Tables } from './paper.tsx';

type Subject = {
  composition: Composition;
  wrong: string | undefined;
  prepared: Prepared | Refusal;
  correctable: Release[];
  offered: Offered;
  pictures: typeof import('../../picture.ts');
};

/** The safe version at once, with what is hidden and why; then frozen, attacked and sent to a second person. */
export function composePage(rooms: readonly Module[]) {
  return page({
    path: '/releases/compose',
    says: 'Compose a report',
    may: 'figures.release',
    about: nobody,
    // Two compositions beside each other may tell of one child: which were looked at is on record.
    searchedFor: (query) => ({ composition: query.toString() }),
    async load(tx, _, { today }, query): Promise<Subject> {
      const offered = offeredBy(rooms);
      const { wrong, ...composition } = readComposition(query, offered, today);
      return {
        composition,
        wrong,
        prepared: await prepare(tx, composition, offered, today),
        correctable: (await listReleases(tx)).filter((release) => isPublished(release) && !release.question),
        offered,
        pictures: await import('../../picture.ts'),
      };
    },
    asks: ({ correctable }) => ({
      title: text({ ask: 'Title', missing: 'Enter the title it is published under' }),
      summary: longText({
        ask: 'Summary, in your words',
        hint: 'Each line is a paragraph above the tables. Write no figure that is not in the tables, and nothing about one child.',
        atMost: 4000,
      }),
      corrects: select({
        ask: 'Does it correct an earlier release?',
        none: 'No',
        options: Object.fromEntries(correctable.map(({ reference, title }) => [reference, `${reference}, ${title}`])),
      }),
      whatChanged: longText({ ask: 'If so: what changed', rows: 2, atMost: 1000 }),
    }),
    async submit(
      tx,
      { composition, offered, correctable },
      { title, summary, corrects, whatChanged },
      { worker, now, today },
    ) {
      if (corrects && !whatChanged)
        return { refused: 'Say what changed since the release it corrects', beside: 'whatChanged' };
      const corrected = correctable.find(({ reference }) => reference === corrects);
      const reference = await freezeRelease(tx, composition, offered, { by: worker.id, at: now, today }, () => ({
        title,
        question: null,
        summary: splitLines(summary ?? ''),
        corrects: corrected && { id: corrected.id, whatChanged: whatChanged ?? '' },
      }));
      if (isRefusal(reference)) return reference;
      return { goTo: `/releases/${reference}`, did: `froze figures for release ${reference}` };
    },
    view: ({ composition, wrong, prepared, offered, pictures }, form, { today }) => (
      <>
        <BackLink href="/releases">Release ledger</BackLink>
        <h1 class="govuk-heading-l">Compose a report</h1>
        {wrong && <InsetText>{wrong}</InsetText>}
        <ChooseTables composition={composition} offered={offered} />
        {isRefusal(prepared) ? (
          <WarningText>{prepared.refused}</WarningText>
        ) : (
          <>
            <Safe composition={composition} prepared={prepared} today={today} pictures={pictures} />
            <h2 class="govuk-heading-m">Freeze and check</h2>
            <p class="govuk-body">
              The figures are counted once more, frozen, and attacked together with everything released before. That
              takes some seconds. Then a second person approves; until then nobody outside sees them.
            </p>
            {form.show({ button: 'Freeze and check', to: addressOf(composition) })}
          </>
        )}
      </>
    ),
  });
}

type SafeProps = { composition: Composition; prepared: Prepared; today: PlainDate; pictures: Subject['pictures'] };
function Safe({ composition, prepared, pictures }: SafeProps) {
  const cells = cellsOf(prepared.release, prepared.laidOut);
  const tables = freeze(prepared).map(({ words: { lines, ...words }, cells: shown }) => ({
    ...words,
    rows: lines.map((label, line) => ({ label, cells: shown[line] ?? [] })),
  }));
  return (
    <>
      <h2 class="govuk-heading-m">The safe version</h2>
      <p class="govuk-body">
        {sayPeriod(composition.period)}, as at {sayDay(prepared.counted.asAt)}, made for:{' '}
        {profiles[composition.profile].title.toLowerCase()}. {sayEarlier(prepared.earlier.length)}
      </p>
      <Hidden laidOut={prepared.laidOut} cells={cells} />
      <Whole prepared={prepared} />
      <Tables paper={{ tables }} pictures={pictures} />
    </>
  );
}

const sayEarlier = (count: number): string => {
  if (count === 0) return 'Nothing was released of these records before.';
  return count === 1
    ? 'One earlier release of these records was taken into account.'
    : `${count} earlier releases of these records were taken into account.`;
};

/** Rows that say the same of every child in them: for the analyst to weigh, or hidden where the profile asks for it. */
function Whole({ prepared: { publication, release, laidOut } }: { prepared: Prepared }) {
  const groups = wholeGroups(publication, release.profile);
  if (groups.length === 0) return null;
  const title = (id: string) => laidOut.find(({ words }) => words.id === id)?.words.title ?? id;
  return (
    <>
      <WarningText>
        {release.profile.wholeGroups === 'protect'
          ? 'Some rows would say the same of every child in them. That is hidden here.'
          : 'Some rows say the same of every child in them: whoever knows that a child is among them learns it. Leave the table out unless it says no more than a definition does.'}
      </WarningText>
      <ul class="govuk-list govuk-list--bullet">
        {groups.map(({ table, total, cell }) => (
          <li>
            {title(table)}: all of {Object.values(total.key).join(', ')} are {Object.values(cell.key).join(', ')}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Which cells are hidden, and why: for whoever composes, never for a reader. */
function Hidden({ laidOut, cells }: { laidOut: readonly LaidOut[]; cells: readonly Cell[][][] }) {
  const hidden = laidOut.flatMap(({ words }, at) =>
    (cells[at] ?? []).flatMap((line, row) =>
      line.flatMap(({ why }, place) =>
        why
          ? [
              {
                words,
                label: [words.lines[row], words.columns.length > 1 && words.columns[place]].filter(Boolean).join(', '),
                why,
              },
            ]
          : [],
      ),
    ),
  );
  if (hidden.length === 0) return <p class="govuk-body">No cell needs to be hidden.</p>;
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">
          {hidden.length} {hidden.length === 1 ? 'cell is' : 'cells are'} hidden: which, and why
        </span>
      </summary>
      <div class="govuk-details__text">
        <ul class="govuk-list govuk-list--bullet">
          {hidden.map(({ words, label, why }) => (
            <li>
              {words.title}: {label} ({why})
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
