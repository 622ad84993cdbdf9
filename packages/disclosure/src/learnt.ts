import type { Cell } from './publication.ts';

/** What a reader can learn of one hidden cell. */
export type Learnt = {
  release: string;
  table: string;
  key: Cell['key'];
  low: number;
  high: number;
  exact: boolean;
  withinThreshold: boolean;
  /** Hidden for its own sake; the others are hidden to guard such. */
  small: boolean;
};
