import { inParts, type Tx } from '../platform/db/index.ts';
import type { Id } from '../platform/kernel/index.ts';
import type { Draft } from './draft.ts';
import type { Referral } from './referral.ts';
import { referralRow } from './sent.db.ts';

/** With its names, which the trial keeps from one planting to the next. */
export type NewReferral = { id: Id<'referral'>; reference: string; referral: Referral; subjects: Id<'subject'>[] };

/** Many referrals sent by many, for the console. Each child is named under the id in the same place of `subjects`. */
export async function recordReferrals(tx: Tx, all: readonly NewReferral[]): Promise<void> {
  for (const some of inParts(all)) {
    await tx
      .insertInto('referral')
      .values(some.map(({ id, reference, referral }) => ({ id, reference, ...referralRow(referral) })))
      .execute();
    await tx
      .insertInto('referral_subject')
      .values(
        some.flatMap(({ id, referral, subjects }) =>
          referral.subjects.map((subject, at) => ({
            ...subject,
            id: subjects[at],
            referralId: id,
            ordinal: at + 1,
          })),
        ),
      )
      .execute();
  }
}

/** A referral somebody has begun and not sent, with what is saved of it. */
export async function recordDraft(tx: Tx, author: Id<'worker'>, draft: Draft, savedAt: Date): Promise<void> {
  const { id, startedAt, expiresOn, saved } = draft;
  await tx.insertInto('referral_draft').values({ id, authorId: author, startedAt, expiresOn }).execute();
  const sections = Object.entries(saved).map(([section, answers]) => ({
    draftId: id,
    section,
    answers: JSON.stringify(answers),
    savedAt,
  }));
  await tx.insertInto('referral_draft_section').values(sections).execute();
}
