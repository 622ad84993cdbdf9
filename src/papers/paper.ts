import type { PlainDate } from '../platform/kernel/index.ts';

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

/** A word in bold, and what it says. */
export type Fact = readonly [label: string, says: string];

/** Figures under their own heading, with what a reader needs to read them as they were meant. */
export type PaperTable = {
  is: 'table';
  id: string;
  title: string;
  /** What is counted: children, assessments, per cent. */
  unit: string;
  /** The days the figures cover. */
  over: string;
  /** What else is said of all its figures: the definition, what is left out. */
  about: readonly Fact[];
  /** The heading of the first column: what each row is. */
  rowsAre: string;
  /** The headings of the other columns: one for each cell of a row. */
  columns: readonly string[];
  rows: readonly { label: string; cells: readonly Shown[] }[];
  /** What a row or a column is called that adds up the others. */
  total?: string;
  notes: readonly string[];
  /** A picture stands beside it, of all that is no total. */
  drawnAs?: 'bars';
};

export type Part =
  /** A table after a heading stands a step below it. */
  | { is: 'heading'; says: string }
  | { is: 'paragraph'; says: string }
  | { is: 'list'; items: readonly string[] }
  /** Here stands what the symbols mean, of those that its tables use. */
  | { is: 'symbols' }
  | PaperTable
  /** What is said of the whole, in small print. */
  | { is: 'notes'; notes: readonly string[] };

/** A document as its reader has it: the page and every file are made from this and nothing else. */
export type Paper = {
  title: string;
  /** Whose it is. */
  author: string;
  /** The day it bears; its files say that they were made then. None while it is not given to anybody. */
  dated: PlainDate | undefined;
  /** What it is asked for by: on every page of it. */
  reference?: string;
  /** What its files tell of it first. */
  facts: readonly Fact[];
  parts: readonly Part[];
  /** Large letters are for a reader who is a child, or sees badly. */
  letters: 'plain' | 'large';
  /** Everybody in it is invented, and its first page says so. */
  trial: boolean;
};
