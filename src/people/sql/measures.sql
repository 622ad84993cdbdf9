-- Children on a child protection plan on the as-at day, with the plan's latest category of abuse. A plan is in force from
-- its first day up to, and not on, its last.
create view fact.protection_plan as
select s.child_id, s.since, s.category
from child_status s
left join child_status_end e on e.status_id = s.id
where s.kind = 'CP' and s.since <= guard.as_at() and (e.ended_on is null or e.ended_on > guard.as_at());
