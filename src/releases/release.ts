import { sayPeriod } from '../figures/index.ts';
import type { Shown } from '../papers/index.ts';
import type { Id, Period, PlainDate, Refusal } from '../platform/kernel/index.ts';
import { londonDay, refuse, sayDay } from '../platform/kernel/index.ts';
import type { WorkerId } from '../platform/web/world.ts';
import type { ProfileId } from './composition.ts';
import type { TableWords } from './layout.ts';

export type ReleaseId = Id<'release'>;

/** What the attack learnt of one cell, and what would stop it. */
export type Finding = { table: string; cell: string; learnt: string; help: readonly string[] };

/** A cell that a reader does not see, and why: for whoever composes and approves. */
export type HiddenCell = { table: string; cell: string; why: string };

/** A release as the ledger holds it. What stands is derived from what was done. */
export type Release = {
  id: ReleaseId;
  reference: string;
  title: string;
  question: string | null;
  profile: ProfileId;
  period: Period;
  asAt: PlainDate;
  summary: readonly string[];
  corrects: { reference: string; whatChanged: string } | null;
  /** What corrects it and stands, as far as the reader may know of it. */
  correctedBy: readonly string[];
  /** Its tables as they were asked for, as far as the reader may see them. */
  asked: readonly string[];
  /** What its tables say they are over, as far as the reader may see them. */
  overs: readonly string[];
  composed: Done;
  /** Null to those who only read what is published. */
  attack: Attack | null;
  /** While it waits: what else is known of the same records, and was not attacked together with it. */
  apart: readonly string[];
  approved: Done | null;
  declined: (Done & { reason: string }) | null;
  withdrawn: (Done & { reason: string }) | null;
};
type Attack = {
  findings: readonly Finding[];
  cells: number;
  seconds: number;
  with: number;
  /** Null where it was frozen before these were kept. */
  hidden: readonly HiddenCell[] | null;
  warnings: readonly string[] | null;
};
export type Done = { by: WorkerId; name: string; at: Date };

export type FrozenTable = { asked: string; words: TableWords; cells: readonly (readonly Shown[])[] };

export const standings = {
  found: 'The attack found something',
  waiting: 'Waits for a second person',
  declined: 'Not approved',
  released: 'Released',
  withdrawn: 'Withdrawn',
} as const;
export type Standing = keyof typeof standings;

export function standingOf({ attack, approved, declined, withdrawn }: Release): Standing {
  if (withdrawn) return 'withdrawn';
  if (approved) return 'released';
  if (declined) return 'declined';
  return attack && attack.findings.length > 0 ? 'found' : 'waiting';
}

/** An answer is known by its question; a report by its title. */
export const nameOf = ({ title, question }: Pick<Release, 'title' | 'question'>): string => question ?? title;

/** A period, unless every table is as at one day: answers are, and are known to be when their tables are gone. */
export function sayWhen({ period, asAt, overs, question }: Pick<Release, 'period' | 'asAt' | 'overs' | 'question'>) {
  const oneDay = overs.length === 0 ? question !== null : overs.every((over) => over === sayAsAt(asAt));
  return oneDay ? sayAsAt(asAt) : sayPeriod(period);
}
export const sayReleased = ({ approved }: Pick<Release, 'approved'>): string =>
  approved ? sayDay(londonDay(approved.at)) : 'Not released yet';
export const sayAsAt = (day: PlainDate): string => `As at ${sayDay(day)}`;

/** Nobody approves their own figures, and nothing that the attack found a way into. */
export function whyNotSettle(release: Release, worker: WorkerId): Refusal | undefined {
  const standing = standingOf(release);
  if (standing === 'found') return refuse('The attack found a way to a hidden figure: compose it anew.');
  if (standing !== 'waiting') return refuse(`It is settled already: ${standings[standing].toLowerCase()}.`);
  if (release.composed.by === worker) return refuse('You composed this: somebody else approves it.');
  return undefined;
}

/** Of any two that tell of the same records, one was attacked together with the other: the database holds to that too. */
export function whyNotApprove(release: Release, worker: WorkerId): Refusal | undefined {
  const stopped = whyNotSettle(release, worker);
  if (stopped || release.apart.length === 0) return stopped;
  const others = release.apart.join(' and ');
  return refuse(`It was not attacked together with ${others}, of the same records: compose it anew, or decline it.`);
}

/** Its readers see every figure anyway: nothing in it, or before it, is hidden from them. */
export const isForThoseWhoSeeAll = ({ profile }: { profile: ProfileId }): boolean => profile === 'internal';

/**
 * Does a later attacker know it? What was withdrawn is still known to whoever read it, what may yet be released will be,
 * and a reader of what is made for the partnership reads what is public too. Internal figures stay with those who see all.
 */
export const isKnown = (release: Release): boolean =>
  !isForThoseWhoSeeAll(release) && ['waiting', 'released', 'withdrawn'].includes(standingOf(release));

/** Only what was made for the public stands where everybody reads it. */
export const isPublished = ({ profile, approved }: Release): boolean => profile === 'public' && approved !== null;
