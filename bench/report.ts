import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { childExploitation } from '../src/figures/child-exploitation.ts';
import { countFromConsole, withCounts } from '../src/figures/figures.db.ts';
import { countedOver } from '../src/figures/figures.ts';
import { measuresOf, pick } from '../src/figures/report.ts';
import { modules } from '../src/modules.ts';
import type { House } from '../src/platform/db/index.ts';
import { plainDate } from '../src/platform/kernel/index.ts';
import { levels, modeWords } from '../src/risk/index.ts';
import { median } from './measure.ts';

/**
 * The figures of the annual report as one statement written by hand for this one year, over the tables themselves, as
 * the guard: what somebody who needs no other period, definition or reader would write.
 */
const BY_HAND = `
with done as (
  select a.child_id, a.kind, coalesce(c.type, z.type) type, coalesce(c.level, z.level) level,
    a.completed_on - b.completed_on days
  from assessment a
  join authorisation z on z.assessment_id = a.id
  left join assessment b on b.id = a.previous_id
  left join (select distinct on (assessment_id) assessment_id, type, level from authorisation_correction
    order by assessment_id, version desc) c on c.assessment_id = a.id
  where a.completed_on between '2023-01-01' and '2023-12-31'
), closed as (
  select reason from closure where closed_on between '2023-01-01' and '2023-12-31'
), referred as (
  select count(distinct coalesce(m.child_id, s.id)) n
  from decision d
  join decision_outcome o on o.decision_id = d.id and o.outcome = 'ALLOCATE_EVOLVE'
  join referral_subject s on s.id = o.subject_id
  left join lateral (select m.child_id from subject_match m where m.subject_id = s.id and m.same
    and not exists (select from subject_match_undone u where u.match_id = m.id) order by m.matched_at desc limit 1) m on true
  where d.decided_at >= timestamp '2023-01-01' at time zone 'Europe/London'
    and d.decided_at < timestamp '2024-01-01' at time zone 'Europe/London'
), assessed as (
  select latest.level latest, entry.level entry
  from (select distinct on (a.child_id) a.child_id, a.completed_on, coalesce(c.level, z.level) level
    from assessment a join authorisation z on z.assessment_id = a.id
    left join (select distinct on (assessment_id) assessment_id, level from authorisation_correction
      order by assessment_id, version desc) c on c.assessment_id = a.id
    where a.completed_on between '2023-01-01' and '2023-12-31'
    order by a.child_id, a.completed_on desc) latest
  left join lateral (select max(k.opened_on) opened_on from evolve_case k
    where k.child_id = latest.child_id and k.opened_on <= latest.completed_on) spell on true
  join lateral (select coalesce((select c.level from authorisation_correction c where c.assessment_id = a.id order by version desc limit 1), z.level) level
    from assessment a join authorisation z on z.assessment_id = a.id
    where a.child_id = latest.child_id and a.completed_on >= coalesce(spell.opened_on, '-infinity')
    order by a.completed_on limit 1) entry on true
), open as (
  select k.child_id, l.type, l.level, coalesce(l.modes, '{}') modes, coalesce(l.completed_on + 84 < date '2023-12-31', false) overdue,
    coalesce(d.born_on, d.expected_on) > date '2023-12-31' - interval '18 years' under_18,
    coalesce(s.kinds @> '{LAC}', false) lac, coalesce(s.kinds @> '{CP}', false) cp, coalesce(s.kinds @> '{CIN}', false) cin,
    coalesce(s.kinds @> '{EHCP}', false) ehcp, coalesce(s.kinds @> '{SEN_SUPPORT}', false) sen
  from evolve_case k
  left join closure c on c.case_id = k.id
  left join lateral (select born_on, expected_on from child_detail d where d.child_id = k.child_id order by version desc limit 1) d on true
  left join lateral (select a.completed_on, coalesce(x.type, z.type) type, coalesce(x.level, z.level) level, coalesce(x.modes, z.modes) modes
    from assessment a join authorisation z on z.assessment_id = a.id
    left join lateral (select type, level, modes from authorisation_correction x where x.assessment_id = a.id order by version desc limit 1) x on true
    where a.child_id = k.child_id and a.completed_on between k.opened_on and '2023-12-31' order by a.completed_on desc limit 1) l on true
  left join lateral (select array_agg(s.kind) kinds from child_status s left join child_status_end e on e.status_id = s.id
    where s.child_id = k.child_id and s.since <= '2023-12-31' and (e.ended_on is null or e.ended_on > '2023-12-31')) s on true
  where k.opened_on <= '2023-12-31' and (c.closed_on is null or c.closed_on > '2023-12-31')
)
select (select jsonb_build_object('evolve.young-people-referred', n) from referred)
  || (select jsonb_build_object(
    'assessments.completed', count(*), 'assessments.children', count(distinct child_id),
    'assessments.initial', count(*) filter (where kind = 'initial'), 'assessments.reviews', count(*) filter (where kind = 'review'),
    'assessments.cce-only', count(*) filter (where type = 'CCE'), 'assessments.cse-only', count(*) filter (where type = 'CSE'),
    'assessments.both', count(*) filter (where type = 'BOTH'), 'assessments.no-risk-identified', count(*) filter (where type = 'NO_RISK'),
    'reviews.completed-in-time', count(*) filter (where kind = 'review' and days <= 84)) from done)
  || (select jsonb_build_object('closures.all', count(*),
    'closures.risk-reduced', count(*) filter (where reason in ('RISK_REDUCED_LOW', 'NO_RISK')),
    'closures.low', count(*) filter (where reason = 'RISK_REDUCED_LOW'),
    'closures.no-risk-identified', count(*) filter (where reason = 'NO_RISK')
    ${[
      'MOVED_AREA',
      'TURNED_18_ADULT_PATHWAY',
      'TRANSFERRED_SERVICE',
      'CUSTODY',
      'DIED',
      'NOT_ENGAGED_RISK_HELD_ELSEWHERE',
      'OPENED_IN_ERROR',
    ]
      .map(
        (reason) =>
          `, 'closures.${reason.toLowerCase().replaceAll('_', '-')}', count(*) filter (where reason = '${reason}')`,
      )
      .join('')}) from closed)
  || (select jsonb_build_object(${levels
    .flatMap((entry) =>
      levels.map(
        (latest) =>
          `'level-change.${entry.toLowerCase()}-to-${latest.toLowerCase()}', count(*) filter (where entry = '${entry}' and latest = '${latest}')`,
      ),
    )
    .join(', ')}) from assessed)
  || (select jsonb_build_object('caseload.open', count(*), 'reviews.overdue', count(*) filter (where overdue),
    'caseload.cce-only', count(*) filter (where type = 'CCE'), 'caseload.any-cce', count(*) filter (where type in ('CCE', 'BOTH')),
    'caseload.cse-only', count(*) filter (where type = 'CSE'), 'caseload.both', count(*) filter (where type = 'BOTH'),
    'caseload.no-risk-identified', count(*) filter (where type = 'NO_RISK'), 'caseload.not-yet-assessed', count(*) filter (where type is null),
    ${Object.keys(modeWords)
      .map((mode) => `'caseload.mode.${mode.replaceAll('_', '-')}', count(*) filter (where modes @> '{${mode}}')`)
      .join(', ')}) from open)
  || (select jsonb_build_object('at-risk.children', count(*),
    'at-risk.looked-after', count(*) filter (where lac), 'at-risk.ehcp', count(*) filter (where ehcp),
    'at-risk.sen-support', count(*) filter (where sen), 'at-risk.send', count(*) filter (where ehcp or sen),
    'at-risk.looked-after-and-send', count(*) filter (where lac and (ehcp or sen)),
    'at-risk.protection-plan', count(*) filter (where cp), 'at-risk.in-need', count(*) filter (where cin)
    ) from open where under_18 and level in ('LOW', 'MEDIUM', 'HIGH')) counts`;

/** The year's report and the statement written by hand, in turn, with equal answers. @returns medians in milliseconds. */
export async function timeReport(
  house: House,
  url: string,
  runs: number,
): Promise<{ report: number; byHand: number; assessments: number; plan: string }> {
  const all = measuresOf(modules);
  const wanted = withCounts(
    pick(
      all,
      childExploitation.sections.flatMap(({ measures }) => measures),
    ),
    all,
  );
  const counted = countedOver({ from: plainDate('2023-01-01'), to: plainDate('2023-12-31') }, plainDate('2024-01-30'));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('set role throughline_guard');
  const [reports, hands]: [number[], number[]] = [[], []];
  let figures: Record<string, number | null> = {};
  let counts: Record<string, number> = {};
  for (let at = 0; at <= runs; at++) {
    let start = performance.now();
    const live = await countFromConsole(house, wanted, counted);
    const report = performance.now() - start;
    start = performance.now();
    const { rows } = await client.query<{ counts: Record<string, number> }>(BY_HAND);
    const byHand = performance.now() - start;
    if (at > 0) {
      reports.push(report);
      hands.push(byHand);
    }
    figures = Object.fromEntries(
      live.filter(({ measure }) => 'from' in measure).map(({ measure, value }) => [measure.id, value]),
    );
    counts = rows[0]?.counts ?? {};
    assert.deepEqual(counts, figures, 'the report and the statement written by hand disagree');
  }
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (costs off) ${BY_HAND}`);
  await client.end();
  return {
    report: median(reports),
    byHand: median(hands),
    assessments: counts['assessments.completed'] ?? 0,
    plan: rows.map((row) => row['QUERY PLAN']).join('\n'),
  };
}
