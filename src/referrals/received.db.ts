import { sql } from 'kysely';
import type { Tx } from '../platform/db/index.ts';
import { findDecision } from './decisions.db.ts';
import type { Match, ReceivedReferral, ReferredChild } from './received.ts';
import type { Referrer } from './referral.ts';
import { listRequests } from './requests.db.ts';
import { findAgreement, listAcknowledgements, listDiscussions, listScreenings } from './screenings.db.ts';

/** A referral the reader may work with, and everything done with it. Having written it is not working with it. */
export async function findReceived(tx: Tx, reference: string): Promise<ReceivedReferral | undefined> {
  const row = await tx
    .selectFrom('referral')
    .select(['id', 'reference', 'receivedAt', 'channel', 'source', 'authorId'])
    .select(['referrerName as name', 'referrerRole as role', 'referrerAgency as agency'])
    .select(['referrerRelationship as relationship', 'wantsAnonymity', 'concern', 'suspected'])
    .select(['needLevel', 'immediateDanger', 'missingNow', 'familyTold'])
    .select(['whyNotTold', 'answers'])
    .where('reference', '=', reference)
    .where('id', '=', sql<string>`any ((select guard.my_referrals())::uuid[])`)
    .$castTo<Omit<ReceivedReferral, 'referrer'> & Referrer>()
    .executeTakeFirst();
  if (!row) return undefined;
  const { name, role, agency, relationship, wantsAnonymity, ...referral } = row;
  return {
    ...referral,
    referrer: { name, role, agency, relationship, wantsAnonymity },
    children: await listReferredChildren(tx, row.id),
    screenings: await listScreenings(tx, row.id),
    agreement: await findAgreement(tx, row.id),
    requests: await listRequests(tx, row.id),
    discussions: await listDiscussions(tx, row.id),
    acknowledgements: await listAcknowledgements(tx, row.id),
    concerns: await listConcernedWorkers(tx, row.id),
    decision: await findDecision(tx, row.id),
  };
}

export async function listReferredChildren(tx: Tx, referralId: string): Promise<ReferredChild[]> {
  const rows = await tx
    .selectFrom('referral_subject as s')
    .leftJoin('subject_child as m', 'm.subjectId', 's.id')
    .leftJoin('worker as w', 'w.id', 'm.matchedBy')
    .select(['s.id', 's.ordinal as place', 's.givenNames', 's.familyName'])
    .select(['s.alsoKnownAs', 's.bornOn', 's.expectedOn', 's.sex'])
    .select(['s.ethnicity', 's.address', 's.school', 's.nhsNumber', 's.upn', 's.laChildId'])
    .select(['m.matchId', 'm.childId', 'm.reason', 'm.matchedAt as at', 'w.name as by'])
    .where('s.referralId', '=', referralId)
    .orderBy('s.ordinal')
    .$castTo<Omit<ReferredChild, 'match'> & Omit<Match, 'id'> & { matchId: string | null }>()
    .execute();
  return rows.map(({ matchId, childId, reason, by, at, ...child }) => ({
    ...child,
    match: matchId ? { id: matchId, childId, reason, by, at } : null,
  }));
}

/** One referred child, where the reader may see their referral. */
export async function findReferredChild(
  tx: Tx,
  referralId: string,
  subjectId: string,
): Promise<ReferredChild | undefined> {
  return (await listReferredChildren(tx, referralId)).find(({ id }) => id === subjectId);
}

async function listConcernedWorkers(tx: Tx, referralId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('concerned_worker as c')
    .innerJoin('worker as w', 'w.id', 'c.workerId')
    .select('w.name')
    .where('c.referralId', '=', referralId)
    .orderBy('w.name')
    .execute();
  return rows.map(({ name }) => name);
}
