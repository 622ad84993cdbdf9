import { type RawBuilder, sql } from 'kysely';
import { type AllocatedWorker, allocatedWorkers } from '../people/index.ts';
import type { Tx } from '../platform/db/index.ts';
import { londonMoment, type PlainDate } from '../platform/kernel/index.ts';
import type { ChildId } from '../platform/web/world.ts';
import type { Outcome } from './decision.ts';
import { type Acknowledged, type Queued, sentToWorkers } from './queue.ts';
import type { ReferredChild } from './received.ts';

type Named = Pick<ReferredChild, 'givenNames' | 'familyName' | 'alsoKnownAs' | 'bornOn' | 'expectedOn'>;
export type ListedChild = Named & { childId: ChildId | null; worker: AllocatedWorker | undefined };

/** A referral as a line of a list: what its place depends on, and what the line says. */
export type Listed = Queued & {
  reference: string;
  source: string;
  needLevel: number | null;
  children: ListedChild[];
  recommended: boolean;
  /** When it was first rated RED, where a strategy discussion is to be recorded, or why none is held. */
  toDiscussSince: Date | null;
  /** Agencies asked and not yet heard from. */
  waitingFor: string[];
};

type Row = Omit<Listed, 'children' | 'sentToWorkersAt' | 'acknowledged'> & {
  children: (Named & { childId: ChildId | null; matchedAt: string | null })[];
  acknowledgements: Acknowledged[];
};

// Days and moments inside JSON arrive as text, which is how a PlainDate is written.
const children = sql`(
  select jsonb_agg(jsonb_build_object('givenNames', s.given_names, 'familyName', s.family_name, 'alsoKnownAs', s.also_known_as,
    'bornOn', s.born_on, 'expectedOn', s.expected_on, 'childId', c.child_id, 'matchedAt', c.matched_at) order by s.ordinal)
  from referral_subject s left join subject_child c on c.subject_id = s.id where s.referral_id = r.id)`;

const acknowledgements = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('by', k.acknowledged_by, 'managesTeams', array(
    select m.team_id from team_member m join worker_role x on x.worker_id = m.worker_id and x.role = 'social_work_manager'
    where m.worker_id = k.acknowledged_by))), '[]')
  from acknowledgement k where k.referral_id = r.id)`;

const waitingFor = sql`array(
  select a.name from partner_request q join agency a on a.id = q.agency_id
  where q.referral_id = r.id and not exists (select from partner_answer p where p.request_id = q.id) order by a.name)`;

async function list<More>(tx: Tx, today: PlainDate, more: RawBuilder<unknown>, from: RawBuilder<unknown>) {
  const { rows } = await sql<Row & More>`
    select r.id, r.reference, r.received_at, r.source, r.immediate_danger, r.missing_now,
      r.need_level, rated.brag, ${children} as children, ${acknowledgements} as acknowledgements,
      exists (select from concerned_worker w where w.referral_id = r.id) as concerns_worker,
      exists (select from screening s where s.referral_id = r.id and s.recommends is not null) as recommended,
      case when rated.brag = 'red' and not exists (select from strategy_discussion s where s.referral_id = r.id)
        then (select min(s.screened_at) from screening s where s.referral_id = r.id and s.brag = 'red') end as to_discuss_since,
      ${waitingFor} as waiting_for ${more}
    ${from}`.execute(tx);
  const ids = rows.flatMap((row) => row.children.flatMap(({ childId }) => childId ?? []));
  const workers = await allocatedWorkers(tx, ids, today);
  return rows.map((row) => toListed(row, workers));
}

function toListed<R extends Row>({ acknowledgements, ...row }: R, workers: readonly AllocatedWorker[]) {
  const known = row.children.map((child) => ({
    ...child,
    worker: workers.find((one) => one.childId === child.childId),
  }));
  const sent = known.map(({ matchedAt, worker }) => ({ matchedAt: matchedAt ? new Date(matchedAt) : null, worker }));
  return { ...row, ...sentToWorkers(sent, acknowledgements), children: known };
}

/** Everything undecided that the reader may see: as much as waits today, however long the history. */
export async function listUndecided(tx: Tx, today: PlainDate): Promise<Listed[]> {
  return list(
    tx,
    today,
    sql``,
    sql`from undecided_referral u join referral r on r.id = u.referral_id
    join referral_rating rated on rated.referral_id = u.referral_id`,
  );
}

export type ListedDecision = Listed & { decidedBy: string | null; outcomes: Outcome[] };

/** What was decided on the day. */
export async function listDecidedOn(tx: Tx, day: PlainDate): Promise<ListedDecision[]> {
  const decided = sql`, w.name as decided_by, array(
    select o.outcome from decision_outcome o join referral_subject s on s.id = o.subject_id
    where o.decision_id = d.id order by s.ordinal) as outcomes`;
  return list<Pick<ListedDecision, 'decidedBy' | 'outcomes'>>(
    tx,
    day,
    decided,
    sql`
    from decision d join referral r on r.id = d.referral_id join referral_rating rated on rated.referral_id = d.referral_id
    left join worker w on w.id = d.decided_by where d.decided_at >= ${londonMoment(day, '00:00')}`,
  );
}
