import { NOW, type TestHouse } from '../../platform/testing/house.ts';

/** What the MASH did with a referral until it was decided, each with words that are not for its author. */
export async function arrangeDecision(partnership: TestHouse, reference: string) {
  const [asha, gwen] = [partnership.workerId('asha'), partnership.workerId('gwen')];
  return partnership.arrange(async (tx) => {
    const referral = await tx
      .selectFrom('referral')
      .select('id')
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow();
    const of = { referral_id: referral.id };
    const [subject] = await tx
      .selectFrom('referral_subject')
      .select('id')
      .where('referral_id', '=', referral.id)
      .execute();
    if (!subject) throw new Error('the referral names no child');
    const words = 'For the MASH alone';
    await tx
      .insertInto('screening')
      .values({ ...of, brag: 'amber', words, screened_by: asha, screened_at: NOW })
      .execute();
    const child = await tx
      .insertInto('child')
      .values({ reference: 'C-2222222', recorded_at: NOW })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('subject_match')
      .values({
        ...of,
        subject_id: subject.id,
        child_id: child.id,
        same: true,
        reason: words,
        matched_by: asha,
        matched_at: NOW,
      })
      .execute();
    const agreement = await tx
      .insertInto('agreement')
      .values({ ...of, agreed: true, words, recorded_by: asha, recorded_at: NOW })
      .returning('id')
      .executeTakeFirstOrThrow();
    const police = await tx.selectFrom('agency').select('id').where('code', '=', 'syp').executeTakeFirstOrThrow();
    await tx
      .insertInto('partner_request')
      .values({
        ...of,
        agreement_id: agreement.id,
        agency_id: police.id,
        child_named: 'Tamsin Holt-Akande',
        asks: words,
        due_at: NOW,
        requested_by: asha,
        requested_at: NOW,
      })
      .execute();
    const decision = await tx
      .insertInto('decision')
      .values({
        ...of,
        reason: words,
        lawful_basis: 's17',
        asked_of_referrer: 'Keep the record of her attendance',
        decided_by: gwen,
        decided_at: NOW,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('decision_outcome')
      .values({ ...of, decision_id: decision.id, subject_id: subject.id, outcome: 'ASSESSMENT' })
      .execute();
    return { id: referral.id, reference, childId: child.id };
  });
}
