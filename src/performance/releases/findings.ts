import { isRefusal } from '../../platform/kernel/index.ts';
import type { Findings, Learnt } from '../disclosure/findings.ts';
import { attackAll, attackReleases, type Prepared, protectThese } from './checking.db.ts';
import type { Finding } from './release.ts';

/**
 * What the attack found, in words: the cell, what would be learnt of it, and the smallest changes that would help. Each
 * change was tried: the release without that table, protected and attacked anew.
 */
export async function findingsOf(attacked: Findings, prepared: Prepared): Promise<Finding[]> {
  if (attacked.found.length === 0) return [];
  const known = await foundBefore(prepared);
  const found = attacked.found.filter((learnt) => !known.has(sayPlace(learnt)));
  if (found.length === 0) return [];
  const titles = new Map(prepared.laidOut.map(({ words }) => [words.id, words.title]));
  const help = await whatHelps(prepared, titles, known);
  return found.map((learnt) => ({
    table: titles.get(learnt.table) ?? 'An earlier release',
    cell: Object.values(learnt.key).join(', '),
    learnt: sayLearnt(learnt),
    help,
  }));
}

/** What earlier releases gave away by themselves is known whether or not this one is released. */
async function foundBefore(prepared: Prepared): Promise<ReadonlySet<string>> {
  const attacked = await attackReleases(prepared.earlier.map(({ release }) => release));
  return new Set(isRefusal(attacked) ? [] : attacked.found.map(sayPlace));
}

const sayPlace = ({ release, table, key, low, high }: Learnt): string =>
  JSON.stringify([release, table, Object.entries(key).toSorted(), low, high]);

function sayLearnt({ low, high, exact }: Learnt): string {
  return exact ? `a reader would learn that it is ${low}` : `a reader would learn that it is ${low} to ${high}`;
}

/** One table left out at a time; where no single one is enough, that is said. */
async function whatHelps(
  prepared: Prepared,
  titles: ReadonlyMap<string, string>,
  known: ReadonlySet<string>,
): Promise<string[]> {
  const helps: string[] = [];
  const ids = prepared.release.tables.map(({ id }) => id);
  for (const id of ids.length > 1 ? ids : []) {
    const without = await protectThese(
      prepared,
      ids.filter((other) => other !== id),
    );
    const attacked = isRefusal(without) ? without : await attackAll({ ...prepared, release: without });
    if (!isRefusal(attacked) && attacked.found.every((learnt) => known.has(sayPlace(learnt))))
      helps.push(`Leave out “${titles.get(id)}”.`);
  }
  return helps.length > 0
    ? helps
    : [
        'No single table left out is enough: take coarser groups, a period that no released one overlaps, or leave these records out.',
      ];
}
