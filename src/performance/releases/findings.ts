import type { Findings, Learnt } from '../disclosure/findings.ts';
import type { Prepared } from './checking.db.ts';
import type { Finding } from './release.ts';

/** What the attack found, in words: the cell, what would be learnt of it, and the smallest changes that would help. */
export function findingsOf({ found }: Findings, { release, laidOut }: Prepared): Finding[] {
  const titles = new Map(laidOut.map(({ words }) => [words.id, words.title]));
  return found.map((learnt) => ({
    table: titles.get(learnt.table) ?? 'An earlier release',
    cell: Object.values(learnt.key).join(', '),
    learnt: sayLearnt(learnt),
    help: whatHelps(learnt, release.id),
  }));
}

function sayLearnt({ low, high, exact }: Learnt): string {
  if (exact) return `it is exactly ${low}`;
  return `it is at least ${low} and at most ${high}`;
}

function whatHelps({ release, table }: Learnt, mine: string): string[] {
  const coarser = [
    'Leave this table out of the release.',
    'Take a coarser grouping: one attribute in place of two, or no cohort.',
    'Choose a longer period, so that more children stand behind each cell.',
  ];
  return release === mine
    ? coarser
    : [
        `The cell is of an earlier release (${table}): leave out of this one the tables of the same records.`,
        ...coarser.slice(1),
      ];
}
