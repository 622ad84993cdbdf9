import { noteProgress } from '../casework/index.ts';
import type { Tx } from '../platform/db/index.ts';
import { londonMoment, plainDate } from '../platform/kernel/index.ts';
import { caseId } from './plant-casework.ts';
import { idFor } from './plant-names.ts';
import { chanceFor, grouped } from './story/chance.ts';
import type { Story } from './story/index.ts';
import { fill } from './story/phrases.ts';
import { PROGRESS } from './story/words/progress.ts';

/** The weekly meetings of January: on Wednesdays. */
const MEETINGS = ['2024-01-10', '2024-01-17', '2024-01-24'].map(plainDate);
const SPOKEN_OF = 0.7;

/** A line for most of the open children at each weekly meeting; the others were not reached, and come first next time. */
export async function plantProgress(tx: Tx, story: Story): Promise<void> {
  const { cases, closures, allocations, assessments, children } = story;
  const closed = new Map(closures.map(({ caseKey, closedOn }) => [caseKey, closedOn]));
  const holders = grouped(allocations, ({ caseKey }) => caseKey);
  const assessed = grouped(assessments, ({ caseKey }) => caseKey);
  const names = new Map(children.map(({ key, givenName }) => [key, givenName]));
  const notes = cases.flatMap(({ key, childKey, openedOn }) => {
    const chance = chanceFor(`progress of ${key}`);
    return MEETINGS.flatMap((on) => {
      const holder = holders.get(key)?.findLast(({ from }) => from <= on)?.to;
      const isOpen = openedOn < on && !((closed.get(key) ?? '9999') <= on);
      if (!isOpen || !holder || !chance.happens(SPOKEN_OF)) return [];
      const name = names.get(childKey) ?? '';
      const level = assessed.get(key)?.findLast(({ completedOn }) => completedOn <= on)?.level ?? 'MEDIUM';
      const week = PROGRESS.week[level === 'NONE' ? 'LOW' : level];
      const words = fill(chance, `${chance.pick(week)} ${chance.pick(PROGRESS.next)}`, { name });
      const of = { caseId: caseId(key), childId: idFor('child', childKey) };
      return [{ ...of, on, words, by: idFor('worker', holder), at: londonMoment(on, '10:30') }];
    });
  });
  await noteProgress(tx, notes);
}
