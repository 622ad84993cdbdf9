-- Children on a child protection plan on the as-at day, with the plan's latest category of abuse. A plan is in force from
-- its first day up to, and not on, its last.
create view fact.protection_plan as
select s.child_id, s.id record_id, s.since, s.category
from child_status s
left join child_status_end e on e.status_id = s.id
where s.kind = 'CP' and s.since <= guard.as_at() and (e.ended_on is null or e.ended_on > guard.as_at());
-- What may be told of a child beside any record, on the day counted: one row a child. A status that is not recorded is
-- not the same as none, and age is in whole years; below 0 before birth.
create view fact.child_described as
select c.id child_id, d.sex, extract(year from age(guard.as_at(), coalesce(d.born_on, d.expected_on)))::int age,
  coalesce(s.kinds @> '{LAC}', false) looked_after,
  coalesce(s.kinds @> '{CP}', false) protection_plan,
  coalesce(s.kinds @> '{CIN}', false) in_need,
  coalesce(s.kinds @> '{EHCP}', false) ehcp,
  coalesce(s.kinds @> '{SEN_SUPPORT}', false) sen_support
from child c
left join lateral (
  select sex, born_on, expected_on from child_detail d where d.child_id = c.id order by version desc limit 1
) d on true
left join lateral (
  select array_agg(s.kind) kinds from child_status s left join child_status_end e on e.status_id = s.id
  where s.child_id = c.id and s.since <= guard.as_at() and (e.ended_on is null or e.ended_on > guard.as_at())
) s on true;
