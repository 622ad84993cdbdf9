import type { Profile } from './profile.ts';
import type { Cell, ProtectedCell, ProtectedTable } from './publication.ts';

/** `c` is confidential, `z` not applicable, `low` rounds to 0 but is not 0 (Department for Education). */
export type Sign = 'c' | 'z' | 'low';

/** What a reader sees of a cell. First and second hiding look the same, or the smaller ones would stand out. */
export function print(value: number, hidden: boolean, profile: Profile): number | Sign {
  if (hidden) return 'c';
  const rounded = Math.round(value / profile.rounding) * profile.rounding;
  return rounded === 0 && value > 0 ? 'low' : rounded;
}

/** A percentage has one decimal: of 344, 1 % would stand for three counts and 0.3 % for one. So has a rate. */
export const DECIMALS = 1;

/** A cell as its table prints it: a count, or a share or rate worked out from printed counts alone. */
export function printIn(table: ProtectedTable, cell: ProtectedCell, profile: Profile): number | Sign {
  const count = print(cell.value, cell.hidden, profile);
  const { printedAs } = table;
  if (printedAs === 'count' || typeof count !== 'number') return count;
  const [per, base] =
    printedAs === 'percentage'
      ? [100, print(wholeOf(table)?.value ?? 0, false, profile)]
      : [printedAs.per, printedAs.population];
  if (typeof base !== 'number' || base === 0) return 'z';
  const share = shareOf(count, base, per);
  return share === 0 && count > 0 ? 'low' : share;
}

/** Of nobody, no share: 0. */
export const shareOf = (count: number, base: number, per = 100): number =>
  base === 0 ? 0 : Number(((per * count) / base).toFixed(DECIMALS));

/** The grand total: what the percentages of a table are of, printed as a count above it unless it is hidden. */
export const wholeOf = <C extends Cell>({ cells }: { cells: readonly C[] }): C | undefined =>
  cells.find(({ rank }) => rank === 'grand total');
