import type { FileTable } from '../tables-file.ts';
import { attackSeen } from './attack.ts';
import { boundsOf } from './programme.ts';
import { reduce } from './reduced.ts';
import type { Interval, Seen } from './seen.ts';
import { worldOf } from './world.ts';

type Found = (Interval | undefined)[];

/** Attacks one table of a file: from what is shown in it, and nothing else of it. */
export const attackTable = (table: FileTable, seconds: number): Promise<Found> =>
  spreadOver(table, (seen) => attackSeen(seen, seconds));

/** The same by linear programmes whatever its size, to check the one against the other. */
export const byProgrammes = (table: FileTable, seconds: number): Promise<Found> =>
  spreadOver(table, (seen) => boundsOf(reduce(worldOf(seen)), seconds));

async function spreadOver({ attributes, cells }: FileTable, work: (seen: Seen) => Promise<Interval[]>): Promise<Found> {
  const known = cells.filter(({ hidden }) => !hidden).map(({ where, value }) => ({ where, least: value, most: value }));
  const hidden = cells.filter((cell) => cell.hidden);
  const found = await work({ attributes, known, sought: hidden.map(({ where }) => where) });
  const place = new Map(hidden.map((cell, at) => [cell, at]));
  return cells.map((cell) => found[place.get(cell) ?? -1]);
}
