import { type PlainDate, plainDate } from '../../platform/kernel/index.ts';
import { type Chance, chanceFor, grouped, itemAt } from './chance.ts';
import { fill } from './phrases.ts';
import { type Spell, TODAY } from './spell.ts';
import type { StoryAllocation } from './story.ts';
import { REALLOCATED } from './words/work.ts';

/** How a case weighs on each: the police officer and the nurse carry fewer, having work of their own. */
const WEIGHT: Record<string, number> = { dev: 1, lucia: 1, siobhan: 1, meilin: 1, karim: 1.3, grace: 1.3 };
const PART_TIME = { who: 'lucia', from: plainDate('2023-09-04'), hands: 4, weight: 1.25 };
const ANOTHER_WISH = plainDate('2023-06-12');

export type Allocations = { all: StoryAllocation[]; workerOn(caseKey: string, day: PlainDate): string };

/** Cases go to whoever carries least on the day. Some pass on later: hours change, or a young person asks. */
export function allocate(
  spells: Spell[],
  barred: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
): Allocations {
  const book: Book = { chance: chanceFor('allocations'), all: [], held: new Map(), barred };
  const turns = [
    ...spells.map((spell) => ({ day: spell.allocatedOn, does: () => give(book, spell, spell.allocatedOn, OPENED) })),
    { day: PART_TIME.from, does: () => shorterHours(book) },
    { day: ANOTHER_WISH, does: () => otherWishes(book, names) },
  ];
  turns.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  for (const { day, does } of turns) {
    letGo(book, day);
    does();
  }
  letGo(book, TODAY);
  return { all: book.all, workerOn: finder(book.all) };
}

type Held = { spell: Spell; allocation: StoryAllocation };
type Book = { chance: Chance; all: StoryAllocation[]; held: Map<string, Held>; barred: ReadonlyMap<string, string> };
const OPENED = 'Allocated when the case was opened';

function give(book: Book, spell: Spell, from: PlainDate, reason: string, ...not: string[]): void {
  const before = book.held.get(spell.key);
  if (before) before.allocation.until = from;
  const to = leastLoaded(book, from, [book.barred.get(spell.key), ...not]);
  const allocation = { caseKey: spell.key, to, from, by: book.chance.happens(0.8) ? 'nadine' : 'colin', reason };
  book.held.set(spell.key, { spell, allocation });
  book.all.push(allocation);
}

function letGo(book: Book, day: PlainDate): void {
  for (const [key, { spell, allocation }] of book.held) {
    const closedOn = spell.end?.closedOn;
    if (!closedOn || closedOn > day) continue;
    allocation.until = closedOn;
    book.held.delete(key);
  }
}

function shorterHours(book: Book): void {
  const { who, from, hands } = PART_TIME;
  for (const { spell } of heldBy(book, who).slice(0, hands)) give(book, spell, from, itemAt(REALLOCATED, 1), who);
}

function otherWishes(book: Book, names: ReadonlyMap<string, string>): void {
  const [wished, other] = heldBy(book, 'karim');
  const name = wished && names.get(wished.spell.key);
  if (wished && name)
    give(book, wished.spell, ANOTHER_WISH, fill(book.chance, itemAt(REALLOCATED, 2), { name }), 'karim', 'dev');
  if (other) give(book, other.spell, ANOTHER_WISH, itemAt(REALLOCATED, 3), 'karim');
}

function heldBy({ held }: Book, worker: string): Held[] {
  return [...held.values()].filter(({ allocation }) => allocation.to === worker);
}

function leastLoaded({ chance, held }: Book, day: PlainDate, not: (string | undefined)[]): string {
  const load = new Map(Object.keys(WEIGHT).map((worker) => [worker, 0]));
  for (const { allocation } of held.values())
    load.set(allocation.to, (load.get(allocation.to) ?? 0) + weight(allocation.to, day));
  const free = [...load].filter(([worker]) => !not.includes(worker));
  free.sort(([one, load1], [other, load2]) => load1 + weight(one, day) - (load2 + weight(other, day)));
  return itemAt(free, chance.happens(0.85) ? 0 : 1)[0];
}

function weight(worker: string, day: PlainDate): number {
  return worker === PART_TIME.who && day >= PART_TIME.from ? PART_TIME.weight : (WEIGHT[worker] ?? 1);
}

function finder(all: StoryAllocation[]): Allocations['workerOn'] {
  const byCase = grouped(all, ({ caseKey }) => caseKey);
  return (caseKey, day) => {
    const found = byCase.get(caseKey)?.findLast(({ from }) => from <= day) ?? byCase.get(caseKey)?.[0];
    if (!found) throw new Error(`${caseKey} was never allocated`);
    return found.to;
  };
}
