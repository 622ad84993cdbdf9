import type { House, Tx } from '../db/index.ts';
import { londonMoment, type PlainDate, plainDate } from '../kernel/index.ts';
import type { WorkerId } from '../web/world.ts';

/** The day tests live on, as the trial does. */
export const TODAY: PlainDate = plainDate('2024-01-30');
export const NOW: Date = londonMoment(TODAY, '10:00');

export type TestHouse = {
  house: House;
  url: string;
  /** Steps into a member of the cast's shoes, in a transaction that is always rolled back. */
  asIn: <T>(key: string, work: (tx: Tx, worker: WorkerId) => Promise<T>) => Promise<T>;
  /** The same, but what was done stays done. */
  as: <T>(key: string, work: (tx: Tx, worker: WorkerId) => Promise<T>) => Promise<T>;
  /** Reads and adds with nobody's policies: to arrange a test, never to assert on what somebody sees. */
  arrange: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  workerId: (key: string) => WorkerId;
  close: () => Promise<void>;
};
