import type { FileTable } from '../tables-file.ts';
import { attackSeen } from './attack.ts';
import type { Interval } from './seen.ts';

/** Attacks one table of a file: from what is shown in it, and nothing else of it. */
export async function attackTable(
  { attributes, cells }: FileTable,
  seconds: number,
): Promise<(Interval | undefined)[]> {
  const known = cells.filter(({ hidden }) => !hidden).map(({ where, value }) => ({ where, least: value, most: value }));
  const hidden = cells.filter((cell) => cell.hidden);
  const found = await attackSeen({ attributes, known, sought: hidden.map(({ where }) => where) }, seconds);
  return cells.map((cell) => (cell.hidden ? found[hidden.indexOf(cell)] : undefined));
}
