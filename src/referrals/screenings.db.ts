import { inParts, type Tx } from '../platform/db/index.ts';
import type { WorkerId } from '../platform/web/world.ts';
import type { Agreement } from './agreement.ts';
import type { Screening, StrategyDiscussion } from './screening.ts';

/** Who did it, and when. */
export type Done = { by: WorkerId; at: Date };

/** In order of time: the last one stands. */
export async function listScreenings(tx: Tx, referralId: string): Promise<Screening[]> {
  return tx
    .selectFrom('screening as s')
    .innerJoin('worker as w', 'w.id', 's.screened_by')
    .select(['s.brag', 's.recommends', 's.words', 'w.name as by', 's.screened_at as at'])
    .where('s.referral_id', '=', referralId)
    .orderBy('s.screened_at')
    .$castTo<Screening>()
    .execute();
}

export type NewScreening = Pick<Screening, 'brag' | 'recommends' | 'words'> & { referralId: string } & Done;
export async function recordScreenings(tx: Tx, all: readonly NewScreening[]): Promise<void> {
  for (const some of inParts(all)) {
    const rows = some.map(({ referralId, brag, recommends, words, by, at }) => ({
      referral_id: referralId,
      brag,
      recommends,
      words,
      screened_by: by,
      screened_at: at,
    }));
    await tx.insertInto('screening').values(rows).execute();
  }
}

/** The latest. */
export async function findAgreement(tx: Tx, referralId: string): Promise<Agreement | undefined> {
  return tx
    .selectFrom('agreement as a')
    .innerJoin('worker as w', 'w.id', 'a.recorded_by')
    .select(['a.id', 'a.agreed', 'a.reason', 'a.words', 'w.name as by', 'a.recorded_at as at'])
    .where('a.referral_id', '=', referralId)
    .orderBy('a.recorded_at', 'desc')
    .limit(1)
    .$castTo<Agreement>()
    .executeTakeFirst();
}

export type NewAgreement = Pick<Agreement, 'agreed' | 'reason' | 'words'> & {
  /** Where what is asked under it is recorded with it. */
  id?: string;
  referralId: string;
} & Done;
export async function recordAgreements(tx: Tx, all: readonly NewAgreement[]): Promise<void> {
  for (const some of inParts(all)) {
    const rows = some.map(({ id, referralId, agreed, reason, words, by, at }) => ({
      ...(id && { id }),
      referral_id: referralId,
      agreed,
      reason,
      words,
      recorded_by: by,
      recorded_at: at,
    }));
    await tx.insertInto('agreement').values(rows).execute();
  }
}

export async function listDiscussions(tx: Tx, referralId: string): Promise<StrategyDiscussion[]> {
  return tx
    .selectFrom('strategy_discussion as d')
    .innerJoin('worker as w', 'w.id', 'd.recorded_by')
    .select(['d.held_at as heldAt', 'd.words', 'w.name as by', 'd.recorded_at as at'])
    .where('d.referral_id', '=', referralId)
    .orderBy('d.recorded_at')
    .execute();
}

export type NewDiscussion = Pick<StrategyDiscussion, 'heldAt' | 'words'> & { referralId: string } & Done;
export async function recordDiscussions(tx: Tx, all: readonly NewDiscussion[]): Promise<void> {
  for (const some of inParts(all)) {
    const rows = some.map(({ referralId, heldAt, words, by, at }) => ({
      referral_id: referralId,
      held_at: heldAt,
      words,
      recorded_by: by,
      recorded_at: at,
    }));
    await tx.insertInto('strategy_discussion').values(rows).execute();
  }
}

export async function listAcknowledgements(tx: Tx, referralId: string): Promise<{ by: string; at: Date }[]> {
  return tx
    .selectFrom('acknowledgement as a')
    .innerJoin('worker as w', 'w.id', 'a.acknowledged_by')
    .select(['w.name as by', 'a.acknowledged_at as at'])
    .where('a.referral_id', '=', referralId)
    .orderBy('a.acknowledged_at')
    .execute();
}

export type NewAcknowledgement = { referralId: string } & Done;
export async function recordAcknowledgements(tx: Tx, all: readonly NewAcknowledgement[]): Promise<void> {
  for (const some of inParts(all)) {
    const rows = some.map(({ referralId, by, at }) => ({
      referral_id: referralId,
      acknowledged_by: by,
      acknowledged_at: at,
    }));
    await tx.insertInto('acknowledgement').values(rows).execute();
  }
}
