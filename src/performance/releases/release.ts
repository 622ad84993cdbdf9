import type { Id, Period, PlainDate, Refusal } from '../../platform/kernel/index.ts';
import { refuse } from '../../platform/kernel/index.ts';
import type { WorkerId } from '../../platform/web/world.ts';
import type { ProfileId } from './composition.ts';
import type { TableWords } from './layout.ts';
import type { Shown } from './paper.ts';

export type ReleaseId = Id<'release'>;

/** What the attack learnt of one cell, and what would stop it. */
export type Finding = { table: string; cell: string; learnt: string; help: readonly string[] };

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
  composed: Done;
  /** Null to those who only read what is published. */
  attack: { findings: readonly Finding[]; cells: number; seconds: number; with: number } | null;
  approved: Done | null;
  declined: (Done & { reason: string }) | null;
  withdrawn: (Done & { reason: string }) | null;
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

/** Nobody approves their own figures, and nothing that the attack found a way into. */
export function whyNotSettle(release: Release, worker: WorkerId): Refusal | undefined {
  const standing = standingOf(release);
  if (standing === 'found') return refuse('The attack found a way to a hidden figure: compose it anew.');
  if (standing !== 'waiting') return refuse(`It is settled already: ${standings[standing].toLowerCase()}.`);
  if (release.composed.by === worker) return refuse('You composed this: somebody else approves it.');
  return undefined;
}

/**
 * Does a later attacker know it? What was withdrawn is still known to whoever read it, what may yet be released will be,
 * and a reader of what is made for the partnership reads what is public too. Internal figures stay with those who see all.
 */
export const isKnown = (release: Release): boolean =>
  release.profile !== 'internal' && ['waiting', 'released', 'withdrawn'].includes(standingOf(release));

/** Only what was made for the public stands where everybody reads it. */
export const isPublished = ({ profile, approved }: Release): boolean => profile === 'public' && approved !== null;
