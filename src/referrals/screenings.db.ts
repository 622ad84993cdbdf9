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
    .innerJoin('worker as w', 'w.id', 's.screenedBy')
    .select(['s.brag', 's.recommends', 's.words', 'w.name as by', 's.screenedAt as at'])
    .where('s.referralId', '=', referralId)
    .orderBy('s.screenedAt')
    .$castTo<Screening>()
    .execute();
}

export type NewScreening = Pick<Screening, 'brag' | 'recommends' | 'words'> & { referralId: string } & Done;
export async function recordScreenings(tx: Tx, all: readonly NewScreening[]): Promise<void> {
  for (const some of inParts(all)) {
    const rows = some.map(({ referralId, brag, recommends, words, by, at }) => ({
      ...{ referralId, brag, recommends, words },
      screenedBy: by,
      screenedAt: at,
    }));
    await tx.insertInto('screening').values(rows).execute();
  }
}

/** The latest. */
export async function findAgreement(tx: Tx, referralId: string): Promise<Agreement | undefined> {
  return tx
    .selectFrom('agreement as a')
    .innerJoin('worker as w', 'w.id', 'a.recordedBy')
    .select(['a.id', 'a.agreed', 'a.reason', 'a.words', 'w.name as by', 'a.recordedAt as at'])
    .where('a.referralId', '=', referralId)
    .orderBy('a.recordedAt', 'desc')
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
      ...{ referralId, agreed, reason, words },
      ...(id && { id }),
      recordedBy: by,
      recordedAt: at,
    }));
    await tx.insertInto('agreement').values(rows).execute();
  }
}

export async function listDiscussions(tx: Tx, referralId: string): Promise<StrategyDiscussion[]> {
  return tx
    .selectFrom('strategy_discussion as d')
    .innerJoin('worker as w', 'w.id', 'd.recordedBy')
    .select(['d.heldAt', 'd.words', 'w.name as by', 'd.recordedAt as at'])
    .where('d.referralId', '=', referralId)
    .orderBy('d.recordedAt')
    .execute();
}

export type NewDiscussion = Pick<StrategyDiscussion, 'heldAt' | 'words'> & { referralId: string } & Done;
export async function recordDiscussions(tx: Tx, all: readonly NewDiscussion[]): Promise<void> {
  for (const some of inParts(all)) {
    const rows = some.map(({ referralId, heldAt, words, by, at }) => ({
      ...{ referralId, heldAt, words },
      recordedBy: by,
      recordedAt: at,
    }));
    await tx.insertInto('strategy_discussion').values(rows).execute();
  }
}

export async function listAcknowledgements(tx: Tx, referralId: string): Promise<{ by: string; at: Date }[]> {
  return tx
    .selectFrom('acknowledgement as a')
    .innerJoin('worker as w', 'w.id', 'a.acknowledgedBy')
    .select(['w.name as by', 'a.acknowledgedAt as at'])
    .where('a.referralId', '=', referralId)
    .orderBy('a.acknowledgedAt')
    .execute();
}

export type NewAcknowledgement = { referralId: string } & Done;
export async function recordAcknowledgements(tx: Tx, all: readonly NewAcknowledgement[]): Promise<void> {
  for (const some of inParts(all)) {
    const rows = some.map(({ referralId, by, at }) => ({ referralId, acknowledgedBy: by, acknowledgedAt: at }));
    await tx.insertInto('acknowledgement').values(rows).execute();
  }
}
