import { sql } from 'kysely';
import { inParts, type Tx } from '../platform/db/index.ts';
import type { AgencyId, ChildId } from '../platform/web/world.ts';
import type { PartnerAnswer, PartnerRequest } from './request.ts';
import type { Done } from './screenings.db.ts';

const requests = (tx: Tx) =>
  tx
    .selectFrom('partner_request as q')
    .innerJoin('agency as a', 'a.id', 'q.agencyId')
    .innerJoin('worker as w', 'w.id', 'q.requestedBy')
    .leftJoin('partner_answer as p', 'p.requestId', 'q.id')
    .leftJoin('worker as answerer', 'answerer.id', 'p.answeredBy')
    .select(['q.id', 'a.name as agency', 'q.childNamed', 'q.asks', 'q.dueAt'])
    .select(['q.requestedAt', 'w.name as requestedBy', 'p.holdsInformation as holds', 'p.words'])
    .select(['answerer.name as answeredBy', 'p.answeredAt'])
    .$castTo<
      Omit<PartnerRequest, 'answer'> & { holds: boolean | null; words: string; answeredBy: string; answeredAt: Date }
    >();

type Row = Awaited<ReturnType<ReturnType<typeof requests>['execute']>>[number];

function toRequest({ holds, words, answeredBy, answeredAt, ...asked }: Row): PartnerRequest {
  const answer = holds === null ? null : { holdsInformation: holds, words, by: answeredBy, at: answeredAt };
  return { ...asked, answer };
}

/** What partners were asked about one referral, for those who may read what they answer. */
export async function listRequests(tx: Tx, referralId: string): Promise<PartnerRequest[]> {
  const rows = await requests(tx)
    .where('q.referralId', '=', referralId)
    .orderBy('q.requestedAt')
    .orderBy('q.id')
    .execute();
  return rows.map(toRequest);
}

const myOwn = sql<string>`any ((select guard.my_requests())::uuid[])`;

/** What the reader's own agency has been asked and not yet answered, what is due first first; and the latest answered. */
export async function listMyRequests(tx: Tx): Promise<{ waiting: PartnerRequest[]; answered: PartnerRequest[] }> {
  const mine = requests(tx).where('q.id', '=', myOwn);
  const waiting = await mine.where('p.requestId', 'is', null).orderBy('q.dueAt').orderBy('q.id').execute();
  const answered = await mine.where('p.requestId', 'is not', null).orderBy('p.answeredAt', 'desc').limit(20).execute();
  return { waiting: waiting.map(toRequest), answered: answered.map(toRequest) };
}

export async function findMyRequest(tx: Tx, id: string): Promise<PartnerRequest | undefined> {
  const row = await requests(tx).where('q.id', '=', id).where('q.id', '=', myOwn).executeTakeFirst();
  return row && toRequest(row);
}

/** For the audit: whom a partner's page is about, which the page itself does not know. */
export async function childrenAskedAbout(tx: Tx, requestIds: readonly string[]): Promise<ChildId[]> {
  const { rows } = await sql<{ ids: ChildId[] }>`
    select guard.children_asked_about(id) ids from unnest(${requestIds}::uuid[]) id`.execute(tx);
  return rows.flatMap(({ ids }) => ids);
}

export type NewRequest = {
  id: string;
  referralId: string;
  agreementId: string;
  agencyId: AgencyId;
  childNamed: string;
  asks: string;
  dueAt: Date;
} & Done;
export async function recordRequests(tx: Tx, all: readonly NewRequest[]): Promise<void> {
  for (const some of inParts(all)) {
    const rows = some.map(({ id, referralId, agreementId, agencyId, childNamed, asks, dueAt, by, at }) => ({
      ...{ id, referralId, agreementId, agencyId, childNamed, asks, dueAt },
      requestedBy: by,
      requestedAt: at,
    }));
    await tx.insertInto('partner_request').values(rows).execute();
  }
}

export type NewAnswer = Pick<PartnerAnswer, 'holdsInformation' | 'words'> & { requestId: string } & Done;
export async function recordAnswers(tx: Tx, all: readonly NewAnswer[]): Promise<void> {
  for (const some of inParts(all)) {
    const rows = some.map(({ requestId, holdsInformation, words, by, at }) => ({
      ...{ requestId, holdsInformation, words },
      answeredBy: by,
      answeredAt: at,
    }));
    await tx.insertInto('partner_answer').values(rows).execute();
  }
}

export type PartnerAgency = { id: AgencyId; name: string };

/** The agencies with somebody who answers: nobody else can be asked from here. */
export async function listPartnerAgencies(tx: Tx): Promise<PartnerAgency[]> {
  return tx
    .selectFrom('agency as a')
    .select(['a.id', 'a.name'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('worker as w')
          .innerJoin('worker_role as r', 'r.workerId', 'w.id')
          .select('w.id')
          .whereRef('w.agencyId', '=', 'a.id')
          .where('r.role', '=', 'partner'),
      ),
    )
    .orderBy('a.name')
    .$castTo<PartnerAgency>()
    .execute();
}
