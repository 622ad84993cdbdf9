import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { House, Tx } from '../db/index.ts';
import { londonMoment, type PlainDate, plainDate } from '../kernel/index.ts';
import type { WorkerId } from '../web/world.ts';
import type { Visitor } from './visitor.ts';

/** The day tests live on, as the trial does. */
export const TODAY: PlainDate = plainDate('2024-01-30');
export const NOW: Date = londonMoment(TODAY, '10:00');

/** A partnership’s database, and the server over it, for one test file. */
export type TestHouse = {
  house: House;
  url: string;
  /** Steps into a member of the cast's shoes, in a transaction that is always rolled back. */
  asIn: <T>(key: string, work: (tx: Tx, worker: WorkerId) => Promise<T>) => Promise<T>;
  /** The same, but what was done stays done. */
  as: <T>(key: string, work: (tx: Tx, worker: WorkerId) => Promise<T>) => Promise<T>;
  /** Reads and adds with nobody's policies: to arrange a test, never to assert on what somebody sees. */
  arrange: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** What is counted over a period (calendar 2023 when none is named), by the id of its measure. */
  figures: (from?: string, to?: string) => Promise<Record<string, number | null>>;
  workerId: (key: string) => WorkerId;
  /** A member of the cast at a keyboard, served by the real server. */
  signedIn: (key: string) => Promise<Visitor>;
  /** A request as it comes, from nobody in particular. */
  inject: (request: InjectOptions | string) => Promise<LightMyRequestResponse>;
  close: () => Promise<void>;
};
