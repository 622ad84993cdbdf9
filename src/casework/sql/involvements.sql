-- What waits for Evolve, with the child somebody says it is.
create view guard.waiting_decision as
select w.subject_id, m.child_id, d.id as decision_id, (d.decided_at at time zone 'Europe/London')::date as decided_on
from waiting_for_evolve w
join decision_outcome o on o.subject_id = w.subject_id
join decision d on d.id = o.decision_id
join lateral (
  select c.child_id from subject_child c where c.subject_id = w.subject_id order by c.matched_at desc limit 1
) m on true;

-- `offset 0` keeps the order of reading as written, whatever plan a function remembers: from the worker to their own few,
-- never from all that is open.
create view guard.casework_involvement as
-- Whoever a case is allocated to, while it is and the case is open.
select a.worker_id, o.child_id, 'allocated in Evolve' as why, a.since,
  (select e.ended_on from allocation_end e where e.allocation_id = a.id) as until
from allocation a
cross join lateral (select c.child_id from open_case c where c.case_id = a.case_id offset 0) o
union all
-- Everybody in the team, while the case is open.
select m.worker_id, o.child_id, 'open with your team', m.since, m.until
from team_member m
cross join lateral (select c.child_id from open_case c where c.team_id = m.team_id offset 0) o
union all
-- The team's managers for twelve weeks after closing: feedback, complaints, handing over. After that nobody by this way,
-- and nobody once the person is eighteen: then the record opens on a reasoned, reviewed request.
-- The mention of the worker keeps the role first, here and below: for everybody else nothing of this is read.
select r.worker_id, c.child_id, 'closed by your team in the last twelve weeks', greatest(c.since, r.since), least(c.until, r.until)
from worker_role r
cross join lateral (
  select x.child_id, greatest(m.since, x.closed_on) as since,
    least(m.until, x.closed_on + 84, (d.born_on + interval '18 years')::date - 1) as until
  from closure x
  join evolve_case k on k.id = x.case_id
  join team_member m on m.team_id = k.team_id and m.worker_id = r.worker_id
  left join lateral (
    select born_on from child_detail d where d.child_id = x.child_id order by d.version desc limit 1
  ) d on true
  where x.closed_on >= nullif(current_setting('app.today', true), '')::date - 84 offset 0
) c
where r.role in ('evolve_manager', 'head_of_service')
union all
-- Evolve's managers, from the decision until it is answered.
select r.worker_id, w.child_id, 'decided for Evolve', greatest(r.since, w.decided_on), r.until
from worker_role r
cross join lateral (
  select d.child_id, d.decided_on from guard.waiting_decision d where r.worker_id is not null offset 0
) w
where r.role in ('evolve_manager', 'head_of_service');
