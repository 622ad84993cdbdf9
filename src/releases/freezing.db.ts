import { type Findings, print, wholeOf } from '@throughline/disclosure';
import type { Tx } from '../platform/db/index.ts';
import { isRefusal, type PlainDate, type Refusal } from '../platform/kernel/index.ts';
import type { WorkerId } from '../platform/web/world.ts';
import { prepare } from './checking.db.ts';
import { attackAll, type Prepared } from './checking.ts';
import { type Composition, cellsOf } from './composition.ts';
import { findingsOf } from './findings.ts';
import { hiddenIn } from './hidden.ts';
import type { TableWords } from './layout.ts';
import type { Offered } from './offered.ts';
import type { FrozenTable } from './release.ts';
import { holdLedger, type NewRelease, recordRelease } from './releases.db.ts';
import { type SaidInSections, withSections } from './sections.ts';
import { wholeRows } from './whole-rows.ts';

type Said = Pick<NewRelease, 'title' | 'question' | 'summary' | 'corrects'> & { inSections?: SaidInSections };
type Doing = { by: WorkerId; at: Date; today: PlainDate };

/**
 * Counts anew under the ledger's lock, protects, attacks, and keeps the whole of it: a report and an answer alike. What
 * is said with the figures may depend on what the attack learnt. @returns the release's reference.
 */
export async function freezeRelease(
  tx: Tx,
  composition: Composition,
  offered: Offered,
  { by, at, today }: Doing,
  say: (made: [Prepared, Findings]) => Said,
): Promise<string | Refusal> {
  await holdLedger(tx);
  const prepared = await prepare(tx, composition, offered, today);
  if (isRefusal(prepared)) return prepared;
  const attacked = await attackAll(prepared);
  if (isRefusal(attacked)) return attacked;
  const { inSections, ...said } = say([prepared, attacked]);
  const tables = freeze(prepared);
  return recordRelease(tx, {
    ...said,
    ...{ profile: composition.profile, period: composition.period, asAt: prepared.counted.asAt },
    tables: inSections ? withSections(tables, composition.tables, inSections) : tables,
    sheets: prepared.sheets,
    attack: {
      with: prepared.earlier.map(({ id }) => id),
      cells: attacked.cells.length,
      seconds: attacked.seconds,
      findings: await findingsOf(attacked, prepared),
    },
    ...{ hidden: hiddenIn(prepared), warnings: wholeRows(prepared.publication, composition.profile), by, at },
  });
}

/** What a reader will be shown, as it is kept. */
export function freeze({ release, laidOut }: Prepared): FrozenTable[] {
  const cells = cellsOf(release, laidOut);
  return laidOut.map(({ words }, at) => ({
    asked: words.id,
    words: { ...words, unit: sayUnit(release, words) },
    cells: (cells[at] ?? []).map((line) => line.map(({ shown }) => shown)),
  }));
}

/** Of how many a table of percentages is, unless that is not shown either. */
function sayUnit({ tables, profile }: Prepared['release'], { id, unit }: TableWords): string {
  const table = tables.find((one) => one.id === id);
  const whole = table?.printedAs === 'percentage' ? wholeOf(table) : undefined;
  if (!whole) return unit;
  const base = print(whole.value, whole.hidden, profile);
  return typeof base === 'number' ? `per cent of ${base.toLocaleString('en-GB')} ${unit}` : `per cent of all ${unit}`;
}
