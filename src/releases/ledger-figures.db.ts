import type { LedgerFigure } from '@throughline/check-figures';
import type { Tx } from '../platform/db/index.ts';
import { isPublished } from './release.ts';
import { listReleases, listTables } from './releases.db.ts';

/** Every number that is published now, as a paper would quote it. A figure behind a symbol is not among them. */
export async function listLedgerFigures(tx: Tx): Promise<LedgerFigure[]> {
  const figures: LedgerFigure[] = [];
  for (const release of await listReleases(tx)) {
    const period = yearOf(release.period);
    if (!isPublished(release) || release.withdrawn || !period) continue;
    for (const { words, cells } of await listTables(tx, release))
      words.lines.forEach((line, at) => {
        const value = cells[at]?.at(-1);
        // Papers quote counts and shares; a rate is not held against them.
        if (typeof value !== 'number' || words.population) return;
        const unit = words.unit.startsWith('per cent') ? 'percent' : 'count';
        if (unit === 'percent' && line === 'Total') return;
        const counted = words.title.replace(/, by .*$/, '');
        const label = line === 'Total' || line === counted ? counted : `${counted}: ${line}`;
        figures.push({ id: `${release.reference} ${words.id} ${at}`, label, value, unit, period });
      });
  }
  return figures;
}

/** A calendar or a financial year, as papers write it; another period is not held against a paper. */
function yearOf({ from, to }: { from: string; to: string }): string | undefined {
  const year = from.slice(0, 4);
  if (from.endsWith('-01-01') && to === `${year}-12-31`) return year;
  const next = String(Number(year) + 1);
  return from.endsWith('-04-01') && to === `${next}-03-31` ? `${year}/${next.slice(2)}` : undefined;
}
