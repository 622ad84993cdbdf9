import { sql } from 'kysely';
import type { Tx } from '../platform/db/index.ts';
import type { PlainDate } from '../platform/kernel/index.ts';
import type { TimelineEntry } from '../platform/module.ts';
import type { ChildId } from '../platform/web/world.ts';
import { type ClosingReason, closingReasons, type Feedback, feedbackOutcomes } from './closing.ts';
import { type ContributionTo, contributionTo, type WorkKind, workKinds } from './direct-work.ts';

type Happening = { on: PlainDate; reference: string; detail: string | null } & (
  | { what: 'opened' | 'allocated' | 'plan'; code: null }
  | { what: 'work'; code: WorkKind }
  | { what: 'contribution'; code: ContributionTo }
  | { what: 'feedback'; code: Feedback }
  | { what: 'closed'; code: ClosingReason }
);

/** What Evolve knows of a child by day, as far as the reader may see it. */
export async function listHappenings(tx: Tx, child: ChildId): Promise<TimelineEntry[]> {
  const { rows } = await sql<Happening>`
    select h.what, h.code, h.on_day as on, h.detail, k.reference from (
      select 1 place, 'opened' what, null code, opened_on on_day, null detail, id case_id from evolve_case where child_id = ${child}
      union all select 2, 'allocated', null, a.since, w.name, a.case_id
        from allocation a join worker w on w.id = a.worker_id where a.child_id = ${child}
      union all select 3, 'plan', null, written_on, 'Version ' || version, case_id from safety_plan where child_id = ${child}
      union all select 4, 'work', kind, on_day, topic, case_id from direct_work where child_id = ${child}
      union all select 5, 'contribution', towards, on_day, null, case_id from contribution where child_id = ${child}
      union all select 6, 'feedback', outcome, offered_on, null, f.case_id from exit_feedback f where f.child_id = ${child}
      union all select 7, 'closed', reason, closed_on, null, case_id from closure where child_id = ${child}
    ) h join evolve_case k on k.id = h.case_id
    order by h.on_day, h.place`.execute(tx);
  return rows.map((row) => ({
    on: row.on,
    says: say(row),
    path: `/cases/${row.reference}`,
    ...(row.detail && { detail: row.detail }),
  }));
}

function say(happening: Happening): string {
  switch (happening.what) {
    case 'opened':
      return `Evolve case ${happening.reference} opened`;
    case 'allocated':
      return 'Evolve case allocated';
    case 'plan':
      return 'Safety plan written';
    case 'work':
      return `Direct work: ${workKinds[happening.code].toLowerCase()}`;
    case 'contribution':
      return `Evolve contributed to: ${contributionTo[happening.code].toLowerCase()}`;
    case 'feedback':
      return `Feedback session: ${feedbackOutcomes[happening.code].toLowerCase()}`;
    case 'closed':
      return `Evolve case closed: ${closingReasons[happening.code].toLowerCase()}`;
  }
}
