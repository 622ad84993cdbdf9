import type { SaidOfChild } from '../../people/index.ts';
import { type Answer, findDifference } from '../../platform/imports/index.ts';
import type { PlainDate } from '../../platform/kernel/index.ts';
import type { Outcome } from '../decision.ts';

/** A contact or referral as a file says it, about one child. */
export type SaidReferral = {
  /** The same in every file that tells of it. */
  key: string;
  child: SaidOfChild;
  receivedOn: PlainDate;
  source: string;
  agency: string | undefined;
  reason: string | undefined;
  decision: SaidDecision | undefined;
  /** What else the file says, for people to read. */
  file: { title: string; said: { ask: string; answer: string }[] };
};

/** Annex A says that no further action was taken and not when: then the day is that of the referral. */
export type SaidDecision = { outcome: Outcome; on: PlainDate; dayIsSaid: boolean };

export type HeldReferral = {
  referralId: string;
  subjectId: string;
  outcome: string | null;
  decidedOn: PlainDate | null;
};

export type ReferralsToWrite = {
  added: SaidReferral[];
  decided: { held: HeldReferral; decision: SaidDecision }[];
};

/** A referral taken in before may come again with its decision; a decision held is never replaced. */
export function referralsBeside(held: ReadonlyMap<string, HeldReferral>) {
  const toWrite: ReferralsToWrite = { added: [], decided: [] };
  const compare = (record: SaidReferral): Answer => {
    const { decision, key } = record;
    const same = held.get(key);
    if (!same) {
      toWrite.added.push(record);
      return { held: false };
    }
    if (!decision) return { held: true };
    if (same.outcome === null) {
      toWrite.decided.push({ held: same, decision });
      return { held: false };
    }
    const facts = [
      { column: 'outcome', said: decision.outcome, held: same.outcome },
      { column: 'decidedOn', said: decision.dayIsSaid ? decision.on : undefined, held: same.decidedOn },
    ];
    return findDifference(facts, 'this referral') ?? { held: true };
  };
  return { compare, toWrite };
}
