import type { Findings, Learnt, Protected } from '@throughline/disclosure';
import { sayPeriod } from '../figures/index.ts';
import { isRefusal, plainDate } from '../platform/kernel/index.ts';
import { attackAll, attackReleases, type Prepared, protectThese } from './checking.ts';
import type { Finding } from './release.ts';

/**
 * What the attack found, in words: the cell, what would be learnt of it, and the smallest changes that would help. Each
 * table to leave out was tried: the release without it, protected and attacked anew.
 */
export async function findingsOf(attacked: Findings, prepared: Prepared): Promise<Finding[]> {
  if (attacked.found.length === 0) return [];
  const isKnown = await foundBefore(prepared);
  const found = attacked.found.filter((learnt) => !isKnown(learnt));
  if (found.length === 0) return [];
  const titles = new Map(prepared.laidOut.map(({ words }) => [words.id, words.title]));
  const help = await whatHelps(prepared, found, titles, isKnown);
  const said = found.map((learnt) => ({
    table: sayTable(learnt, prepared, titles),
    cell: sayCell(learnt),
    learnt: sayLearnt(learnt),
    help,
  }));
  // What two tables give away alike is one thing to a reader.
  return [...new Map(said.map((one) => [JSON.stringify(one), one])).values()];
}

/** A table of an earlier release is named with that release. */
function sayTable({ release, table }: Learnt, prepared: Prepared, titles: ReadonlyMap<string, string>): string {
  const before = prepared.earlier.find(({ id }) => id === release);
  const title = before?.release.tables.find(({ id }) => id === table)?.title;
  if (before) return `${before.reference}, ${title ?? 'all its tables'}`;
  const whence = prepared.earlier.flatMap(({ reference, release: { tables } }) =>
    tables.flatMap((one) => (one.id === table ? `${reference}, ${one.title}` : [])),
  );
  return titles.get(table) ?? whence[0] ?? 'Who joined or left between two releases';
}

/** The whole of a table is its total; of a cell, only what tells it apart. */
function sayCell({ key }: Learnt): string {
  const names = Object.values(key);
  const telling = names.filter((name) => name !== 'Total');
  const isAWhole = telling.every((name) => name === key['']);
  return (isAWhole ? ['Total', ...telling] : telling).join(', ');
}

/** What earlier releases gave away by themselves is known whether or not this one is released. */
async function foundBefore(prepared: Prepared, isRead = isPublic): Promise<(learnt: Learnt) => boolean> {
  const given = await attackReleases(prepared.earlier.map(({ release }) => release));
  const read = await attackReleases(readWithoutIt(prepared, isRead));
  const known = new Set(isRefusal(given) ? [] : given.found.map(sayAll));
  const before = new Map(isRefusal(read) ? [] : read.cells.map((cell) => [sayPlace(cell), cell]));
  const isNews = (learnt: Learnt, was: Learnt) => !was.exact && (learnt.exact || !was.withinThreshold);
  return (learnt) => {
    const was = before.get(sayPlace(learnt));
    return known.has(sayAll(learnt)) || (was !== undefined && !isNews(learnt, was));
  };
}

/**
 * What whoever reads this one may have read already, of the same records on the same day: all that was published; and this
 * one as if nothing in it were printed, to see what of it follows from the others.
 */
function readWithoutIt({ release, earlier }: Prepared, isRead: (one: Earlier) => boolean): Protected[] {
  const published = earlier.filter(
    (one) => isRead(one) && one.release.on === release.on && areOfTheSame(one.release, release),
  );
  const tables = release.tables.map((table) => ({
    ...table,
    cells: table.cells.map((cell) => ({ ...cell, hidden: true })),
  }));
  return [...published.map(({ release: before }) => before), { ...release, tables }];
}

type Earlier = Prepared['earlier'][number];
const isPublic = ({ standing, release: { profile } }: Earlier) => profile.id === 'public' && standing !== 'waiting';
const waitsForAll = ({ standing, release: { profile } }: Earlier) => profile.id === 'public' && standing === 'waiting';

function areOfTheSame(one: Protected, other: Protected): boolean {
  const idsOf = ({ sheets }: Protected, of: string) =>
    sheets
      .find(({ kind }) => kind === of)
      ?.records.map(({ id }) => id)
      .sort()
      .join();
  return one.sheets.every(({ kind }) => [undefined, idsOf(one, kind)].includes(idsOf(other, kind)));
}

const sayPlace = ({ release, table, key }: Learnt): string =>
  JSON.stringify([release, table, Object.entries(key).toSorted()]);
const sayAll = (learnt: Learnt): string => `${sayPlace(learnt)} ${learnt.low} ${learnt.high}`;

function sayLearnt({ low, high, exact }: Learnt): string {
  return exact ? `a reader would learn that it is ${low}` : `a reader would learn that it is ${low} to ${high}`;
}

/** The tables it was found in, left out together; where it was found in earlier releases alone, one table at a time. */
async function whatHelps(
  prepared: Prepared,
  found: readonly Learnt[],
  titles: ReadonlyMap<string, string>,
  isKnown: (learnt: Learnt) => boolean,
): Promise<string[]> {
  const ids = prepared.release.tables.map(({ id }) => id);
  const blamed = [...new Set(found.flatMap(({ table }) => (ids.includes(table) ? table : [])))];
  const helps: string[] = [];
  for (const left of blamed.length > 0 ? [blamed] : ids.map((id) => [id])) {
    const kept = ids.filter((id) => !left.includes(id));
    const without = kept.length > 0 ? await protectThese(prepared, kept) : undefined;
    if (!without || isRefusal(without)) continue;
    const attacked = await attackAll({ ...prepared, release: without });
    if (!isRefusal(attacked) && attacked.found.every(isKnown))
      helps.push(`Leave out ${left.map((id) => `“${titles.get(id)}”`).join(' and ')}.`);
  }
  const waiting = prepared.earlier.filter(waitsForAll);
  const isKnownThen = await foundBefore(prepared, (one) => isPublic(one) || waitsForAll(one));
  if (found.every(isKnownThen))
    helps.push(
      `Have ${waiting.map(({ reference }) => reference).join(' and ')} approved or declined first: what is published is known without this one.`,
    );
  const ofPeriods = found.some(({ key, table }) => '' in key || !ids.includes(table));
  if (ofPeriods || helps.length === 0) helps.push(...otherPeriods(prepared));
  return helps.length > 0
    ? helps
    : [
        'Leaving out these tables is not enough: take coarser groups, a longer period, or leave these records out; or make it internal, for those who see the records anyway.',
      ];
}

/** Two periods that overlap give the days between them away. This is not tried: it would be another report. */
function otherPeriods({ release, earlier }: Prepared): string[] {
  const over = daysOf(release);
  const near = earlier.flatMap(({ reference, release: before }) => {
    const days = daysOf(before);
    const overlaps = over && days && days.from <= over.to && over.from <= days.to;
    return overlaps && (days.from !== over.from || days.to !== over.to) ? [{ reference, days }] : [];
  });
  return near.map(
    ({ reference, days }) =>
      `Use the same period as ${reference} (${sayPeriod({ from: plainDate(days.from), to: plainDate(days.to) })}), or one that does not overlap it.`,
  );
}

const daysOf = ({ sheets }: Prepared['release']) => sheets.find(({ over }) => over !== undefined)?.over;
