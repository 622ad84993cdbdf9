-- A child's allocated social worker sees the child, and so does the social work manager of that worker's team.
create view guard.people_involvement as
select a.worker_id, a.child_id, 'allocated social worker' why, a.since, e.ended_on - 1 until
from child_worker a
left join child_worker_end e on e.child_worker_id = a.id
union all
select m.worker_id, a.child_id, 'manager of the allocated social worker’s team',
  greatest(a.since, m.since, r.since), least(e.ended_on - 1, m.until, r.until)
from team_member m
join worker_role r on r.worker_id = m.worker_id and r.role = 'social_work_manager'
join child_worker a on a.team_id = m.team_id
left join child_worker_end e on e.child_worker_id = a.id;
