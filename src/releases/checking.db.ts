import { attributesIn, type Cell, type Protected, profiles } from '@throughline/disclosure';
import { countedOver } from '../figures/index.ts';
import type { Shown } from '../papers/index.ts';
import type { Tx } from '../platform/db/index.ts';
import { isRefusal, type PlainDate, type Refusal, refuse } from '../platform/kernel/index.ts';
import type { Countable } from '../platform/module.ts';
import { type AskedTable, readTable, specOf } from './asked.ts';
import { type Prepared, protectOnTop } from './checking.ts';
import { type Composition, composePublication, countedFor, sayKey } from './composition.ts';
import type { TableWords } from './layout.ts';
import { countableOf, countedFrom, type Offered } from './offered.ts';
import { type FrozenTable, isForThoseWhoSeeAll, isKnown, type Release, standingOf } from './release.ts';
import { findRecords, listReleases, listTables } from './releases.db.ts';
import { type CountedRow, readPopulations, readSheets, sheetOf } from './sheets.db.ts';

/** Counts, and protects on top of what earlier releases of the same records let a reader know. */
export async function prepare(
  tx: Tx,
  composition: Composition,
  offered: Offered,
  today: PlainDate,
): Promise<Prepared | Refusal> {
  if (composition.tables.length === 0) return refuse('Choose at least one table.');
  const countables = countedFor(composition.tables, offered);
  const sheets = await readSheets(tx, countables, offered, countedOver(composition.period, today));
  const populations = await readPopulations(tx, countedOver(composition.period, today));
  const populationOf = (asked: AskedTable) => populations.get(countableOf(asked, offered).population?.measure ?? '');
  if (composition.tables.some((asked) => asked.as === 'rate' && !populationOf(asked)))
    return refuse(
      'How many people there are is not known for that day, so no rate can be worked out: leave tables of rates out, or have the population estimates imported.',
    );
  const { publication, laidOut, counted } = composePublication(
    'new',
    ...([composition, sheets, offered, today] as const),
    populationOf,
  );
  const earlier = isForThoseWhoSeeAll(composition)
    ? []
    : await listEarlier(tx, offered, new Set(countables.map(({ kind }) => kind)));
  if (isRefusal(earlier)) return earlier;
  const release = await protectOnTop(publication, composition.profile, earlier);
  return isRefusal(release) ? release : { release, publication, laidOut, sheets, counted, earlier };
}

async function listEarlier(tx: Tx, offered: Offered, kinds: ReadonlySet<string>) {
  const known = (await listReleases(tx)).filter(isKnown);
  const earlier: Prepared['earlier'] = [];
  for (const release of known.toReversed()) {
    const again = await standAgain(tx, release, offered, kinds);
    if (isRefusal(again)) return again;
    const { id, reference } = release;
    if (again.tables.length > 0) earlier.push({ id, reference, standing: standingOf(release), release: again });
  }
  return earlier;
}

/** An earlier release as the engine knew it: its records, and in every cell what its readers were shown. */
async function standAgain(
  tx: Tx,
  release: Release,
  offered: Offered,
  kinds: ReadonlySet<string>,
): Promise<Protected | Refusal> {
  const rows = await findRecords(tx, release.id);
  const tables: { asked: AskedTable; words: TableWords; cells: FrozenTable['cells'] }[] = [];
  for (const { asked: text, words, cells } of await listTables(tx, release)) {
    const asked = readTable(text, offered);
    const countable = asked && countedFrom(countableOf(asked, offered), offered);
    // What its readers know cannot be told from records that are told apart otherwise today: nothing passes for that.
    if (!countable || !isHeldBy(rows, asked, countable, offered))
      return refuse(
        `Release ${release.reference} has a table that can no longer be made, so nothing can be checked against it.`,
      );
    if (kinds.has(countable.kind)) tables.push({ asked, words, cells });
  }
  const countables = countedFor(
    tables.map(({ asked }) => asked),
    offered,
  );
  const sheets = countables.map((countable) => sheetOf(countable, offered, rows));
  const composition = { profile: release.profile, period: release.period, tables: tables.map(({ asked }) => asked) };
  const { publication, laidOut } = composePublication(
    release.id,
    ...([composition, sheets, offered, release.asAt] as const),
    (asked) => tables.find((one) => one.asked === asked)?.words.population,
  );
  const printed = new Map(
    laidOut.flatMap(({ words, keys }, table) =>
      keys.flatMap((line, at) =>
        line.map((key, place) => [
          `${words.id} ${sayKey(key)}`,
          printedAt(tables[table], words.lines[at], words.columns[place]),
        ]),
      ),
    ),
  );
  // That nobody was in a row that a table did not have then is known, too.
  const isHidden = (table: string, { key, value }: Cell) => {
    const shown = printed.get(`${table} ${sayKey(key)}`);
    return typeof shown === 'string' || (shown === undefined && value > 0);
  };
  return {
    ...publication,
    profile: profiles[release.profile],
    unguarded: [],
    tables: publication.tables.map((table) => ({
      ...table,
      cells: table.cells.map((cell) => ({ ...cell, hidden: isHidden(table.id, cell) })),
    })),
  };
}

/** Do the records as they were frozen hold everything that the table tells them apart by? */
function isHeldBy(rows: readonly CountedRow[], asked: AskedTable, countable: Countable, offered: Offered): boolean {
  const { by, cohort } = specOf(asked, countableOf(asked, offered), offered);
  const { attributes } = sheetOf(countable, offered, rows);
  return [...by.flatMap(({ groups }) => groups.map(({ where }) => where)), ...(cohort ? [cohort] : [])]
    .flatMap(attributesIn)
    .every((name) => Object.hasOwn(attributes, name));
}

/** What stood in a row and column of that name: a table may have rows today that it did not have when it was frozen. */
function printedAt(
  frozen: Pick<FrozenTable, 'words' | 'cells'> | undefined,
  line = '',
  column = '',
): Shown | undefined {
  if (!frozen) return undefined;
  return frozen.cells[frozen.words.lines.indexOf(line)]?.[frozen.words.columns.indexOf(column)];
}
