import { type RawBuilder, sql } from 'kysely';
import { mapChildren } from '../people/index.ts';
import type { Tx } from '../platform/db/index.ts';
import type { ChildId, TeamId, Worker, WorkerId } from '../platform/web/world.ts';
import { mapDangers } from '../referrals/index.ts';
import { type CaseId, type CaseNow, type CaseRecord, type Proposal, standingDanger, worksOn } from './case-record.ts';
import { mapLevels, noLevels } from './levels.db.ts';

export async function findCase(tx: Tx, reference: string): Promise<CaseRecord | undefined> {
  const [found] = await withChildren(tx, await casesNow(tx, sql`k.reference = ${reference}`));
  return found;
}

/** The same for whoever may do something on it; not for whoever may only read. */
export async function findCaseToWorkOn(tx: Tx, reference: string, worker: Worker): Promise<CaseRecord | undefined> {
  const record = await findCase(tx, reference);
  return record && worksOn(record, worker) ? record : undefined;
}

/** Every spell of one child, the latest first. */
export async function listCasesOf(tx: Tx, child: ChildId): Promise<CaseRecord[]> {
  return withChildren(tx, await casesNow(tx, sql`k.child_id = ${child}`));
}

/** Whose cases a list shows: those one worker holds, or all of some teams. */
export type Scope = { worker: WorkerId } | { teams: readonly TeamId[] };

/** Open cases in the scope: the policy says which children, the list says whose. */
export async function listOpenCases(tx: Tx, scope: Scope): Promise<CaseRecord[]> {
  const { rows } =
    'worker' in scope
      ? await sql<{ id: CaseId }>`
          select o.case_id as id from allocation a join open_case o on o.case_id = a.case_id
          where a.worker_id = ${scope.worker}
            and not exists (select from allocation_end e where e.allocation_id = a.id)`.execute(tx)
      : await sql<{ id: CaseId }>`
          select case_id as id from open_case where team_id = any (${scope.teams}::uuid[])`.execute(tx);
  return listCasesNow(tx, rows);
}

/** By their ids: as part of one query, finding them would walk everything the reader may see. */
async function listCasesNow(tx: Tx, rows: readonly { id: CaseId }[]): Promise<CaseRecord[]> {
  if (rows.length === 0) return [];
  return withChildren(tx, await casesNow(tx, sql`k.id = any (${rows.map(({ id }) => id)}::uuid[])`));
}

type ProposedCase = CaseRecord & { proposal: Proposal };

/** Open cases of some teams that somebody proposed to close. */
export async function listProposedCases(tx: Tx, teams: readonly TeamId[]): Promise<ProposedCase[]> {
  const { rows } = await sql<{ id: CaseId }>`
    select o.case_id as id from open_case o join closure_proposal p on p.case_id = o.case_id
    where o.team_id = any (${teams}::uuid[])
      and not exists (select from closure_declined d where d.proposal_id = p.id)`.execute(tx);
  return (await listCasesNow(tx, rows)).flatMap(({ proposal, ...record }) =>
    proposal ? [{ ...record, proposal }] : [],
  );
}

/** Holds a case (an advisory lock) for the length of the transaction, so that what a rule was shown is still so when its row is added. */
export async function holdCase(tx: Tx, { id, reference }: CaseRecord): Promise<CaseRecord> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(tx);
  const held = await findCase(tx, reference);
  if (!held) throw new Error('a case that was just shown is hidden');
  return held;
}

async function casesNow(tx: Tx, where: RawBuilder<unknown>): Promise<CaseNow[]> {
  const { rows } = await sql<CaseNow>`
    select k.id, k.reference, k.child_id, k.team_id, t.name as team_name,
      k.lawful_basis, k.opened_on, b.reference as previous_reference,
      (select json_build_object('id', a.id, 'workerId', a.worker_id, 'workerKey', w.key, 'workerName', w.name, 'since', a.since)
        from allocation a join worker w on w.id = a.worker_id
        where a.case_id = k.id and not exists (select from allocation_end e where e.allocation_id = a.id)
        order by a.since desc, a.recorded_at desc limit 1) as allocation,
      (select min(a.since) from allocation a where a.case_id = k.id) as first_allocated_on,
      (select json_build_object('id', p.id, 'version', p.version, 'writtenOn', p.written_on)
        from safety_plan p where p.case_id = k.id order by p.version desc limit 1) as plan,
      (select max(n.on_day) from progress_note n where n.case_id = k.id) as noted_on,
      (select f.outcome from exit_feedback f where f.case_id = k.id
        order by f.offered_on desc, f.recorded_at desc limit 1) as feedback,
      (select json_build_object('id', p.id, 'reason', p.reason, 'words', p.words, 'riskHeldBy', p.risk_held_by,
          'proposedOn', p.proposed_on, 'proposedBy', p.proposed_by, 'proposedByName', w.name)
        from closure_proposal p join worker w on w.id = p.proposed_by
        where p.case_id = k.id and not exists (select from closure_declined d where d.proposal_id = p.id)
        order by p.recorded_at desc limit 1) as proposal,
      (select json_build_object('reason', c.reason, 'closedOn', c.closed_on, 'closedBy', w.name, 'riskHeldBy', c.risk_held_by)
        from closure c left join worker w on w.id = c.closed_by where c.case_id = k.id) as closure
    from evolve_case k
    join team t on t.id = k.team_id
    left join evolve_case b on b.id = k.previous_id
    where ${where}
    order by k.opened_on desc, k.reference`.execute(tx);
  return rows;
}

async function withChildren(tx: Tx, cases: readonly CaseNow[]): Promise<CaseRecord[]> {
  if (cases.length === 0) return [];
  const children = await mapChildren(
    tx,
    cases.map(({ childId }) => childId),
  );
  const levels = await mapLevels(
    tx,
    cases.map(({ id, childId, openedOn, closure }) => ({ id, childId, openedOn, closedOn: closure?.closedOn })),
  );
  const dangers = await mapDangers(tx, [...children.keys()]);
  return cases.flatMap((one) => {
    const child = children.get(one.childId);
    const known = levels.get(one.id) ?? noLevels;
    return child ? [{ ...one, child, levels: known, danger: standingDanger(known, dangers.get(one.childId)) }] : [];
  });
}
