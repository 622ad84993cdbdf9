import { sql } from 'kysely';
import { clock } from '../platform/clocks.ts';
import type { Tx } from '../platform/db/index.ts';
import { addDays } from '../platform/kernel/index.ts';
import type { WaitingLine } from '../platform/module.ts';
import type { World } from '../platform/web/world.ts';
import { datesOf } from './case-record.ts';
import { listOpenCases } from './cases.db.ts';
import { countWaiting } from './opening.db.ts';
import { type DueKind, daysLate, isEscalated, whatIsDue } from './progress.ts';

/** Of those who hold cases: what is late or falls due soon on their own, kind by kind. */
export async function listMyDue(tx: Tx, { worker, today }: World): Promise<WaitingLine[]> {
  const soon = addDays(today, clock('C8.soon').limit);
  const mine = await listOpenCases(tx, { worker: worker.id });
  const due = mine.flatMap((record) => whatIsDue(datesOf(record), today)).filter(({ on }) => on <= soon);
  const line = (says: string, ...kinds: DueKind[]): WaitingLine => {
    const some = due.filter(({ what }) => kinds.includes(what));
    const late = some.filter((one) => daysLate(one, today) > 0).length;
    return { says, count: some.length, late, path: '/cases?whose=mine' };
  };
  return [
    line('first assessments and formal reviews due within two weeks or late', 'first_assessment', 'review'),
    line('safety plans to write', 'plan', 'plan_again'),
  ].filter(({ count }) => count > 0);
}

/** Of those who oversee a team: reviews so late that they are the manager's to settle. */
export async function listEscalated(tx: Tx, { worker, today }: World): Promise<WaitingLine[]> {
  const team = await listOpenCases(tx, { teams: worker.teams });
  const dues = team.flatMap((record) => whatIsDue(datesOf(record), today));
  const count = dues.filter((due) => isEscalated(due, today)).length;
  const says = 'formal reviews of your team more than two weeks late';
  return count > 0 ? [{ says, count, late: count, path: '/cases?whose=team&late=yes' }] : [];
}

export async function listToOpen(tx: Tx): Promise<WaitingLine[]> {
  const count = await countWaiting(tx);
  return count > 0
    ? [{ says: 'decisions for Evolve to open a case from', count, late: 0, path: '/cases/to-open' }]
    : [];
}

export async function listToAllocate(tx: Tx, { worker }: World): Promise<WaitingLine[]> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from open_case o where o.team_id = any (${worker.teams}::uuid[])
      and not exists (select from allocation a where a.case_id = o.case_id
        and not exists (select from allocation_end e where e.allocation_id = a.id))`.execute(tx);
  const count = rows[0]?.count ?? 0;
  return count > 0
    ? [{ says: 'cases that nobody holds', count, late: count, path: '/cases?whose=team&holder=nobody' }]
    : [];
}

/** Not one's own proposals: somebody else decides those. */
export async function listToClose(tx: Tx, { worker }: World): Promise<WaitingLine[]> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from open_case o join closure_proposal p on p.case_id = o.case_id
    where o.team_id = any (${worker.teams}::uuid[]) and p.proposed_by <> ${worker.id}
      and not exists (select from closure_declined d where d.proposal_id = p.id)`.execute(tx);
  const count = rows[0]?.count ?? 0;
  return count > 0 ? [{ says: 'closures that wait for a second person', count, late: 0, path: '/closures' }] : [];
}
