-- Cases closed in the period, with the reason.
create view fact.case_closed as
select c.child_id, k.id record_id, k.reference, c.reason, c.closed_on
from closure c
join evolve_case k on k.id = c.case_id
where c.closed_on between guard.period_from() and guard.period_to();

-- The caseload on the as-at day: cases opened by then and not closed by then, with the latest authorised assessment of
-- this spell, and the statuses in force. A status that is not recorded is not the same as none.
create view fact.caseload as
select k.child_id, k.id record_id, k.reference, k.opened_on, latest.type, latest.level, coalesce(latest.modes, '{}') modes,
  coalesce(latest.completed_on + 84 < guard.as_at(), false) review_overdue,
  coalesce(d.born_on, d.expected_on) > guard.as_at() - interval '18 years' under_18,
  coalesce(s.kinds @> '{LAC}', false) looked_after,
  coalesce(s.kinds @> '{CP}', false) protection_plan,
  coalesce(s.kinds @> '{CIN}', false) in_need,
  coalesce(s.kinds @> '{EHCP}', false) ehcp,
  coalesce(s.kinds @> '{SEN_SUPPORT}', false) sen_support
from evolve_case k
left join closure c on c.case_id = k.id
left join lateral (
  select born_on, expected_on from child_detail d where d.child_id = k.child_id order by version desc limit 1
) d on true
left join lateral (
  select a.completed_on, coalesce(c.type, z.type) type, coalesce(c.level, z.level) level, coalesce(c.modes, z.modes) modes
  from assessment a
  join authorisation z on z.assessment_id = a.id
  left join lateral (
    select type, level, modes from authorisation_correction c where c.assessment_id = a.id order by version desc limit 1
  ) c on true
  where a.child_id = k.child_id and a.completed_on between k.opened_on and guard.as_at()
  order by a.completed_on desc limit 1
) latest on true
left join lateral (
  select array_agg(s.kind) kinds from child_status s left join child_status_end e on e.status_id = s.id
  where s.child_id = k.child_id and s.since <= guard.as_at() and (e.ended_on is null or e.ended_on > guard.as_at())
) s on true
where k.opened_on <= guard.as_at() and (c.closed_on is null or c.closed_on > guard.as_at());

-- Every child assessed in the period once: the level on entering this spell beside the latest in the period (S138).
create view fact.child_assessed as
select latest.child_id, latest.child_id record_id, latest.completed_on, latest.level latest_level, entry.level entry_level
from (
  select distinct on (a.child_id) a.child_id, a.completed_on, coalesce(c.level, z.level) level
  from assessment a
  join authorisation z on z.assessment_id = a.id
  left join (
    select distinct on (assessment_id) assessment_id, level from authorisation_correction
    order by assessment_id, version desc
  ) c on c.assessment_id = a.id
  where a.completed_on between guard.period_from() and guard.period_to()
  order by a.child_id, a.completed_on desc
) latest
left join lateral (
  select max(k.opened_on) opened_on from evolve_case k
  where k.child_id = latest.child_id and k.opened_on <= latest.completed_on
) spell on true
join lateral (
  select coalesce(c.level, z.level) level
  from assessment a
  join authorisation z on z.assessment_id = a.id
  left join lateral (
    select level from authorisation_correction c where c.assessment_id = a.id order by version desc limit 1
  ) c on true
  where a.child_id = latest.child_id and a.completed_on >= coalesce(spell.opened_on, '-infinity')
  order by a.completed_on limit 1
) entry on true;
