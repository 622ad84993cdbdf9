import type { Shown } from '../../papers/index.ts';
import {
  type Comparator,
  isNumber,
  meanCode,
  type NeighbourList,
  sayShown,
  toOneDecimal,
  type UnitKind,
} from './comparator.ts';

export type Change = { from: number; to: number; difference: number; percent: number | null };

/** From an earlier figure to a later of the same kind; undefined where either is no number. */
export function changeBetween(from: Shown | undefined, to: Shown | undefined): Change | undefined {
  if (!isNumber(from) || !isNumber(to)) return undefined;
  const difference = toOneDecimal(to - from);
  return { from, to, difference, percent: from === 0 ? null : toOneDecimal((100 * (to - from)) / from) };
}

/** `398 → 309: −89 (−22.4 %)`. A share changes by percentage points: per cent of per cent is read wrongly. */
export function sayChange({ from, to, difference, percent }: Change, unit: UnitKind): string {
  const moved = `${sayShown(from, unit)} → ${sayShown(to, unit)}: `;
  return `${moved}${sayMove({ difference, percent }, unit)}`;
}

export function sayMove({ difference, percent }: Pick<Change, 'difference' | 'percent'>, unit: UnitKind): string {
  if (unit === 'share') return `${signed(difference, 1)} percentage\u00a0points`;
  const by = signed(difference, unit === 'count' ? 0 : 1);
  return percent === null ? by : `${by}\u00a0(${signed(percent, 1)}\u00a0%)`;
}

export type Mean = { mean: number | null; of: number; without: readonly string[]; published?: true };

/**
 * The unweighted mean of the areas of a list: each area counts once, however many children live there. A sign or a
 * missing figure is left out and named. Where no area's own figure is held, a mean that came as one figure stands.
 */
export function meanOfNeighbours(list: NeighbourList, figures: ReadonlyMap<string, Shown>): Mean {
  const held = list.neighbours.flatMap(({ code }) => {
    const shown = figures.get(code);
    return isNumber(shown) ? [shown] : [];
  });
  const without = list.neighbours.filter(({ code }) => !isNumber(figures.get(code))).map(({ area }) => area);
  const published = figures.get(meanCode(list.model));
  if (held.length === 0 && isNumber(published)) return { mean: published, of: 0, without: [], published: true };
  const sum = held.reduce((total, value) => total + value, 0);
  return { mean: held.length === 0 ? null : toOneDecimal(sum / held.length), of: held.length, without };
}

export function sayMean({ mean, of, without, published }: Mean): string {
  if (published) return 'A mean as it came, not worked out here.';
  if (mean === null) return 'No figure of any of these areas is held, so there is no mean.';
  const all = `The unweighted mean of ${of} of the ${of + without.length} areas: each counts once, whatever its size.`;
  return without.length === 0 ? all : `${all} No number is held for ${without.join(', ')}.`;
}

export type Beside = 'higher' | 'lower' | 'the same';

/** Ours beside another's, to the one decimal that is printed. */
export function beside(ours: number, theirs: number): Beside {
  const difference = toOneDecimal(ours) - toOneDecimal(theirs);
  return difference === 0 ? 'the same' : difference > 0 ? 'higher' : 'lower';
}

/** Better, worse or neither, always in words. A measure that is neither is not called either. */
export function sayBeside(where: Beside, more: 'better' | 'worse' | undefined): string {
  if (where === 'the same' || !more) return where;
  const isBetter = (where === 'higher') === (more === 'better');
  return `${where}: ${isBetter ? 'better' : 'worse'}`;
}

export function sayPolarity(more: 'better' | 'worse' | undefined): string {
  return more
    ? `More of it is ${more}.`
    : 'Neither better nor worse: more can mean more harm, or harm better recognised.';
}

/** Of the figures of one area, the one to show for a day: the latest by then, validated before live. */
export function latestBy(figures: readonly Comparator[], day: string): Comparator | undefined {
  return figures
    .filter(({ asAt }) => asAt <= day)
    .toSorted((a, b) => b.asAt.localeCompare(a.asAt) || b.basis.localeCompare(a.basis))[0];
}

/** A minus sign, not a hyphen; and a plus, so that a change cannot be read as a level. */
const signed = (value: number, digits: number) =>
  `${value < 0 ? '−' : value > 0 ? '+' : ''}${Math.abs(value).toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })}`;
