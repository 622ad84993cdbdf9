import type { Shown, Sign } from '../../papers/index.ts';
import type { Period, PlainDate } from '../../platform/kernel/index.ts';
import { sayDay } from '../../platform/kernel/index.ts';

/** Numbers of one kind alone share a table, an axis and a sum. */
export const unitKinds = { count: 'count', rate: 'rate per 10,000 children', share: 'share, per cent' } as const;
export type UnitKind = keyof typeof unitKinds;

/** Validated: checked and published as statistics. Live: as a system stood on the day, and still to change. */
export const bases = { validated: 'validated', live: 'live' } as const;
export type Basis = keyof typeof bases;

/** What stands in place of a number, as the Department for Education writes it. Never counted with. */
export const signs: Readonly<Record<Sign, string>> = {
  c: 'confidential: the number is hidden so that nobody can be known by it',
  z: 'not applicable',
  x: 'not available: not collected, or not public',
  low: 'rounds to 0, but is not 0',
  u: 'too unreliable to print',
};

/** One figure of one area. Without `since` it is as at a day, with it over a period. */
export type Comparator = {
  measure: string;
  areaCode: string;
  area: string;
  since: PlainDate | null;
  asAt: PlainDate;
  basis: Basis;
  unit: UnitKind;
  shown: Shown;
  source: string;
  sourceDate: PlainDate;
};

/** When a figure is of, whoever it is of. */
export type Of = Pick<Comparator, 'since' | 'asAt' | 'basis'>;

export type NeighbourList = {
  model: string;
  of: { code: string; area: string };
  inForceFrom: PlainDate;
  source: string;
  sourceDate: PlainDate;
  neighbours: readonly { code: string; area: string; closeness: string }[];
};

export const ENGLAND = 'E92000001';
/** A mean that came as one figure, for a list whose areas' own figures are not held. */
export const meanCode = (model: string): string => `SN${model}`;
export const isRegion = (code: string): boolean => code.startsWith('E12');

export const isNumber = (shown: Shown | undefined): shown is number => typeof shown === 'number';

/** As it is printed, and so as it is compared: half is rounded away from nought, above it and below. */
export const toOneDecimal = (value: number): number =>
  (Math.sign(value) * Math.round(Math.abs(value) * 10 + 1e-9)) / 10;

/** `309`, `69.0`, `49.0 %`, `x`. Whole shares and rates keep their decimal, so that a column reads down. */
export function sayShown(shown: Shown, unit: UnitKind): string {
  if (!isNumber(shown)) return shown;
  if (unit === 'count') return shown.toLocaleString('en-GB');
  const said = toOneDecimal(shown).toFixed(1);
  return unit === 'share' ? `${said}\u00a0%` : said;
}

export const periodOf = ({ since, asAt }: Of): Period => ({ from: since ?? asAt, to: asAt });

/** `as at 31 March 2023`, `year to 31 March 2023`, `1 January 2023 to 30 June 2023`. */
export function sayWhen({ since, asAt }: Pick<Of, 'since' | 'asAt'>): string {
  if (!since) return `as at ${sayDay(asAt)}`;
  return isYear({ since, asAt }) ? `year to ${sayDay(asAt)}` : `${sayDay(since)} to ${sayDay(asAt)}`;
}

function isYear({ since, asAt }: { since: PlainDate; asAt: PlainDate }): boolean {
  const days = (Date.parse(asAt) - Date.parse(since)) / 86_400_000;
  return days >= 364 && days <= 365;
}

/** The list in force on a day: the latest that had begun by then, or else the earliest there is. */
export function listInForce(lists: readonly NeighbourList[], day: PlainDate): NeighbourList | undefined {
  const inOrder = lists.toSorted((a, b) => a.inForceFrom.localeCompare(b.inForceFrom));
  return inOrder.findLast(({ inForceFrom }) => inForceFrom <= day) ?? inOrder[0];
}
