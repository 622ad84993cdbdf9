import { sql } from 'kysely';
import { clock } from '../platform/clocks.ts';
import type { Tx } from '../platform/db/index.ts';
import { addDays } from '../platform/kernel/index.ts';
import type { WaitingLine } from '../platform/module.ts';
import { waitingLine } from '../platform/web/waiting-line.ts';
import type { World } from '../platform/web/world.ts';
import { datesOf } from './case-record.ts';
import { listOpenCases } from './cases.db.ts';
import { countWaiting } from './opening.db.ts';
import { type DueKind, daysLate, isEscalated, whatIsDue } from './progress.ts';

/** Of those who hold cases: what is late or falls due soon on their own, kind by kind. */
export async function listMyDue(tx: Tx, { worker, today }: World): Promise<WaitingLine[]> {
  const soon = addDays(today, clock('C8.soon').limit);
  const mine = await listOpenCases(tx, { worker: worker.id });
  const due = mine.flatMap((record) => whatIsDue(datesOf(record))).filter(({ on }) => on <= soon);
  const line = (one: string, several: string, ...kinds: DueKind[]) => {
    const some = due.filter(({ what }) => kinds.includes(what));
    const late = some.filter((each) => daysLate(each, today) > 0).length;
    return waitingLine({ count: some.length, late, one, several, path: '/cases?whose=mine' });
  };
  return [
    line(
      'first assessment or formal review due within two weeks or late',
      'first assessments and formal reviews due within two weeks or late',
      'first_assessment',
      'review',
    ),
    line('safety plan to write', 'safety plans to write', 'plan', 'plan_again', 'interim_plan'),
    line('weekly note to write', 'weekly notes to write', 'progress'),
  ].flat();
}

/** Of those who oversee a team: reviews so late that they are the manager's to settle. */
export async function listEscalated(tx: Tx, { worker, today }: World): Promise<WaitingLine[]> {
  const team = await listOpenCases(tx, { teams: worker.teams });
  const dues = team.flatMap((record) => whatIsDue(datesOf(record)));
  const count = dues.filter((due) => isEscalated(due, today)).length;
  return waitingLine({
    count,
    late: count,
    one: 'formal review of your team more than two weeks late',
    several: 'formal reviews of your team more than two weeks late',
    path: '/cases?whose=team&late=yes',
  });
}

export async function listToOpen(tx: Tx): Promise<WaitingLine[]> {
  return waitingLine({
    count: await countWaiting(tx),
    one: 'decision for Evolve to open a case from',
    several: 'decisions for Evolve to open a case from',
    path: '/cases/to-open',
  });
}

export async function listToAllocate(tx: Tx, { worker }: World): Promise<WaitingLine[]> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from open_case o where o.team_id = any (${worker.teams}::uuid[])
      and not exists (select from allocation a where a.case_id = o.case_id
        and not exists (select from allocation_end e where e.allocation_id = a.id))`.execute(tx);
  const count = rows[0]?.count ?? 0;
  const path = '/cases?whose=team&holder=nobody';
  return waitingLine({ count, late: count, one: 'case that nobody holds', several: 'cases that nobody holds', path });
}

/** Not one's own proposals: somebody else decides those. */
export async function listToClose(tx: Tx, { worker }: World): Promise<WaitingLine[]> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from open_case o join closure_proposal p on p.case_id = o.case_id
    where o.team_id = any (${worker.teams}::uuid[]) and p.proposed_by <> ${worker.id}
      and not exists (select from closure_declined d where d.proposal_id = p.id)`.execute(tx);
  return waitingLine({
    count: rows[0]?.count ?? 0,
    one: 'closure that waits for a second person',
    several: 'closures that wait for a second person',
    path: '/closures',
  });
}
