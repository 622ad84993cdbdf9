/** The symbols of the Department for Education, in place of a number; a printed 0 is a true zero (domain: 9.7). */
export const symbols = {
  c: 'confidential: the figure, or one beside it, is of very few children',
  z: 'not applicable',
  x: 'not available',
  low: 'rounds to 0 but is not 0',
  u: 'of low reliability',
} as const;
export type Sign = keyof typeof symbols;
export type Shown = number | Sign;

export type PaperTable = {
  id: string;
  title: string;
  /** What is counted: children, assessments, per cent. */
  unit: string;
  definition: string;
  exclusions: string;
  /** Who answers for the figures. */
  owner: string;
  /** The days the figures cover. */
  over: string;
  /** The heading of the first column: what each row is. */
  rowsAre: string;
  /** The headings of the other columns: one for each cell of a row. */
  columns: readonly string[];
  rows: readonly { label: string; cells: readonly Shown[] }[];
  notes: readonly string[];
  /** Sections of the paper that begin before it; and, at the last table, those that stand after it. */
  opens?: readonly Section[];
  closes?: readonly Section[];
};

/** A heading over tables, and what is said there in words. */
export type Section = { title: string; says: readonly string[] };

/** A paper as it leaves the building: every file is made from this and nothing else. */
export type Paper = {
  reference: string;
  title: string;
  partnership: string;
  /** Empty where every table is as at one day. */
  period: string;
  asAt: string;
  releasedOn: string;
  /** Where it stands for good. */
  address: string;
  summary: readonly string[];
  tables: readonly PaperTable[];
  notes: readonly string[];
  correction: { of: string; whatChanged: string } | undefined;
  /** Everybody in it is invented, and its first page says so. */
  trial: boolean;
};
