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
    const of = { referralId: referral.id };
    const [subject] = await tx
      .selectFrom('referral_subject')
      .select('id')
      .where('referralId', '=', referral.id)
      .execute();
    if (!subject) throw new Error('the referral names no child');
    const words = 'For the MASH alone';
    await tx
      .insertInto('screening')
      .values({ ...of, brag: 'amber', words, screenedBy: asha, screenedAt: NOW })
      .execute();
    const child = await tx
      .insertInto('child')
      .values({ reference: 'C-2222222', recordedAt: NOW })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('subject_match')
      .values({
        ...of,
        subjectId: subject.id,
        childId: child.id,
        same: true,
        reason: words,
        matchedBy: asha,
        matchedAt: NOW,
      })
      .execute();
    const agreement = await tx
      .insertInto('agreement')
      .values({ ...of, agreed: true, words, recordedBy: asha, recordedAt: NOW })
      .returning('id')
      .executeTakeFirstOrThrow();
    const police = await tx.selectFrom('agency').select('id').where('code', '=', 'syp').executeTakeFirstOrThrow();
    await tx
      .insertInto('partner_request')
      .values({
        ...of,
        agreementId: agreement.id,
        agencyId: police.id,
        childNamed: 'Tamsin Holt-Akande',
        asks: words,
        dueAt: NOW,
        requestedBy: asha,
        requestedAt: NOW,
      })
      .execute();
    const decision = await tx
      .insertInto('decision')
      .values({
        ...of,
        reason: words,
        lawfulBasis: 's17',
        askedOfReferrer: 'Keep the record of her attendance',
        decidedBy: gwen,
        decidedAt: NOW,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('decision_outcome')
      .values({ ...of, decisionId: decision.id, subjectId: subject.id, outcome: 'ASSESSMENT' })
      .execute();
    return { id: referral.id, reference, childId: child.id };
  });
}
