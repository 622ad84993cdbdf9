import type { Tx } from '../platform/db/index.ts';
import { findId } from '../platform/kernel/index.ts';
import type { ChildId, WorkerId } from '../platform/web/world.ts';
import type { Done } from './screenings.db.ts';

/** A referral may be about a child the reader is the contact for: whoever found it was shown only the reader's name. */
export type ContactNotice = {
  id: string;
  subjectId: string;
  referralId: string;
  childId: ChildId;
  raisedAt: Date;
  raisedBy: string;
  /** What the contact did about it; null while it waits. */
  answer: string | null;
};

const notices = (tx: Tx, me: WorkerId) =>
  tx
    .selectFrom('contact_notice as n')
    .innerJoin('worker as w', 'w.id', 'n.raisedBy')
    .leftJoin('contact_notice_seen as s', 's.noticeId', 'n.id')
    .select(['n.id', 'n.subjectId', 'n.referralId', 'n.childId'])
    .select(['n.raisedAt', 'w.name as raisedBy', 's.words as answer'])
    .where('n.contactId', '=', me)
    .$castTo<ContactNotice>();

/** What waits first, then the latest answered. */
export async function listMyNotices(tx: Tx, me: WorkerId): Promise<ContactNotice[]> {
  return notices(tx, me)
    .orderBy((eb) => eb('s.noticeId', 'is not', null))
    .orderBy('n.raisedAt', 'desc')
    .limit(50)
    .execute();
}

export async function findMyNotice(tx: Tx, me: WorkerId, text: string): Promise<ContactNotice | undefined> {
  const id = findId<'notice'>(text);
  return id && notices(tx, me).where('n.id', '=', id).executeTakeFirst();
}

export async function answerNotice(tx: Tx, noticeId: string, words: string, { by, at }: Done): Promise<void> {
  await tx.insertInto('contact_notice_seen').values({ noticeId, words, seenBy: by, seenAt: at }).execute();
}
