import { isRefusal } from '../../platform/kernel/index.ts';
import type { Findings } from '../disclosure/findings.ts';
import type { Learnt } from '../disclosure/learnt.ts';
import { attackAll, attackReleases, type Prepared, protectThese } from './checking.ts';
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
  const help = await whatHelps(prepared, found, titles, known);
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

/** The tables it was found in, left out together; where it was found in earlier releases alone, one table at a time. */
async function whatHelps(
  prepared: Prepared,
  found: readonly Learnt[],
  titles: ReadonlyMap<string, string>,
  known: ReadonlySet<string>,
): Promise<string[]> {
  const ids = prepared.release.tables.map(({ id }) => id);
  const blamed = [...new Set(found.flatMap(({ table }) => (ids.includes(table) ? table : [])))];
  const helps: string[] = [];
  for (const left of blamed.length > 0 ? [blamed] : ids.map((id) => [id])) {
    const kept = ids.filter((id) => !left.includes(id));
    const without = kept.length > 0 ? await protectThese(prepared, kept) : undefined;
    if (!without || isRefusal(without)) continue;
    const attacked = await attackAll({ ...prepared, release: without });
    if (!isRefusal(attacked) && attacked.found.every((learnt) => known.has(sayPlace(learnt))))
      helps.push(`Leave out ${left.map((id) => `“${titles.get(id)}”`).join(' and ')}.`);
  }
  return helps.length > 0
    ? helps
    : ['Leaving out these tables is not enough: take coarser groups, a longer period, or leave these records out.'];
}
