import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { inParts, type Tx } from '../../platform/db/index.ts';
import { londonDay, londonMoment, newReference, type PlainDate } from '../../platform/kernel/index.ts';
import type { ChildId } from '../../platform/web/world.ts';
import { NOT_RECORDED } from '../decision.ts';
import { type NewDecision, recordDecisions } from '../decisions.db.ts';
import { type NewMatch, recordMatches } from '../matches.db.ts';
import {
  type HeldReferral,
  type ReferralsToWrite,
  referralsBeside,
  type SaidDecision,
  type SaidReferral,
} from './referral-rows.ts';

/** A decision to refer a child to Evolve, with the subject it was made about. */
export type EvolveDecision = { childId: ChildId; subjectId: string; decidedOn: PlainDate };

/** Those that files told: what was decided in Throughline waits there for Evolve's own answer. */
export async function listImportedEvolveDecisions(tx: Tx, children: readonly ChildId[]): Promise<EvolveDecision[]> {
  const rows = await tx
    .selectFrom('subject_match as m')
    .innerJoin('decision_outcome as o', 'o.subjectId', 'm.subjectId')
    .innerJoin('decision as d', 'd.id', 'o.decisionId')
    .innerJoin('referral as r', 'r.id', 'm.referralId')
    .leftJoin('subject_match_undone as u', 'u.matchId', 'm.id')
    .select(['m.childId', 'm.subjectId', 'd.decidedAt'])
    .where('m.childId', '=', sql<string>`any (${children}::uuid[])`)
    .where('m.same', '=', true)
    .where('u.matchId', 'is', null)
    .where('o.outcome', '=', 'ALLOCATE_EVOLVE')
    .where('r.channel', '=', 'import')
    .orderBy('d.decidedAt')
    .execute();
  return rows.map(({ childId, subjectId, decidedAt }) => ({
    childId: childId as ChildId,
    subjectId,
    decidedOn: londonDay(decidedAt),
  }));
}

/** How each referral of a file stands to those held: the key tells which is the same. */
export async function compareReferrals(tx: Tx, keys: readonly string[]) {
  const rows = await tx
    .selectFrom('referral as r')
    .innerJoin('referral_subject as s', 's.referralId', 'r.id')
    .leftJoin('decision_outcome as o', 'o.subjectId', 's.id')
    .leftJoin('decision as d', 'd.id', 'o.decisionId')
    .select(['r.importKey', 'r.id', 's.id as subjectId', 'o.outcome', 'd.decidedAt'])
    .where('r.importKey', '=', sql<string>`any (${keys}::text[])`)
    .execute();
  const held = new Map(
    rows.map(({ importKey, id, subjectId, outcome, decidedAt }): [string, HeldReferral] => [
      importKey ?? '',
      { referralId: id, subjectId, outcome, decidedOn: decidedAt && londonDay(decidedAt) },
    ]),
  );
  return referralsBeside(held);
}

type Decided = { referralId: string; subjectId: string; decision: SaidDecision };

export async function recordSaidReferrals(
  tx: Tx,
  { added, decided }: ReferralsToWrite,
  ids: ReadonlyMap<string, ChildId>,
  now: Date,
): Promise<{ referrals: number; decisions: number }> {
  const references = await newReferences(tx, added.length);
  const all = added.map((said, place) => ({
    said,
    reference: references[place] ?? '',
    referralId: randomUUID(),
    subjectId: randomUUID(),
  }));
  for (const some of inParts(all)) {
    await tx
      .insertInto('referral')
      .values(some.map((one) => referralRow(one, now)))
      .execute();
    await tx.insertInto('referral_subject').values(some.map(subjectRow)).execute();
  }
  await recordMatches(
    tx,
    all.flatMap((one) => newMatch(one, ids, now)),
  );
  const decisions: Decided[] = [
    ...all.flatMap(({ said, ...of }) => (said.decision ? [{ ...of, decision: said.decision }] : [])),
    ...decided.map(({ held, decision }) => ({ ...held, decision })),
  ];
  await recordDecisions(tx, decisions.map(newDecision));
  return { referrals: added.length, decisions: decisions.length };
}

/** As many as are wanted, none of them taken: among tens of thousands two would now and then be the same. */
async function newReferences(tx: Tx, count: number): Promise<string[]> {
  const fresh = new Set<string>();
  while (fresh.size < count) {
    const tried = Array.from({ length: count - fresh.size }, () => newReference('R'));
    const rows = await tx
      .selectFrom('referral')
      .select('reference')
      .where('reference', '=', sql<string>`any (${tried}::text[])`)
      .execute();
    const taken = new Set(rows.map(({ reference }) => reference));
    for (const reference of tried) if (!taken.has(reference)) fresh.add(reference);
  }
  return [...fresh];
}

type New = { said: SaidReferral; reference: string; referralId: string; subjectId: string };

function referralRow({ said, reference, referralId }: New, now: Date) {
  const { key, receivedOn, source, agency, reason, file } = said;
  return {
    id: referralId,
    reference,
    receivedAt: momentOn(receivedOn),
    channel: 'import',
    source,
    referrerAgency: agency ?? null,
    concern: reason ?? null,
    suspected: 'NOT_KNOWN',
    answers: JSON.stringify([{ key: 'import', ...file, answers: null }]),
    importKey: key,
    recordedAt: now,
  };
}

function subjectRow({ said: { child }, referralId, subjectId }: New) {
  return {
    id: subjectId,
    referralId,
    ordinal: 1,
    givenNames: child.givenName ?? null,
    familyName: child.familyName ?? null,
    bornOn: child.bornOn ?? null,
    expectedOn: child.expectedOn ?? null,
    sex: child.sex ?? 'U',
    ethnicity: child.ethnicity ?? null,
    laChildId: child.childId,
  };
}

function newMatch({ said, referralId, subjectId }: New, ids: ReadonlyMap<string, ChildId>, at: Date): NewMatch[] {
  const childId = ids.get(said.child.childId);
  const reason = 'Imported under the same child identifier';
  return childId ? [{ subjectId, referralId, childId, same: true, reason, by: null, at }] : [];
}

function newDecision({ referralId, subjectId, decision: { outcome, on, dayIsSaid } }: Decided): NewDecision {
  return {
    referralId,
    outcomes: [{ subjectId, outcome }],
    reason: dayIsSaid ? 'As imported' : 'As imported; the day is that of the referral, for the file does not say',
    lawfulBasis: NOT_RECORDED,
    askedOfReferrer: null,
    by: null,
    at: momentOn(on),
  };
}

/** Files tell the day and no time: noon keeps it that day wherever it is read. */
const momentOn = (day: PlainDate) => londonMoment(day, '12:00');
