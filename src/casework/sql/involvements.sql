-- What waits for Evolve, with the child somebody says it is.
create view guard.waiting_decision as
select w.subject_id, m.child_id, d.id as decision_id, (d.decided_at at time zone 'Europe/London')::date as decided_on
from waiting_for_evolve w
join decision_outcome o on o.subject_id = w.subject_id
join decision d on d.id = o.decision_id
join lateral (
  select c.child_id from subject_child c where c.subject_id = w.subject_id order by c.matched_at desc limit 1
) m on true;

create view guard.casework_involvement as
-- Whoever a case is allocated to, while it is and the case is open.
-- Ends are looked up case by case, so that the planner never reads every closure for one worker's few cases.
select a.worker_id, a.child_id, 'allocated in Evolve' as why, a.since, least(
  (select e.ended_on from allocation_end e where e.allocation_id = a.id),
  (select c.closed_on from closure c where c.case_id = a.case_id)) as until
from allocation a
union all
-- Everybody in the team, while the case is open.
select m.worker_id, k.child_id, 'open with my team', greatest(m.since, k.opened_on),
  least(m.until, (select c.closed_on from closure c where c.case_id = k.id))
from team_member m
join evolve_case k on k.team_id = m.team_id
union all
-- The team's managers for twelve weeks after closing: feedback, complaints, handing over. After that nobody by this way.
select m.worker_id, k.child_id, 'closed by my team in the last twelve weeks', greatest(m.since, r.since, c.closed_on),
  least(m.until, r.until, c.closed_on + 84)
from team_member m
join worker_role r on r.worker_id = m.worker_id and r.role in ('evolve_manager', 'head_of_service')
join evolve_case k on k.team_id = m.team_id
join closure c on c.case_id = k.id
where c.closed_on >= nullif(current_setting('app.today', true), '')::date - 84
union all
-- Evolve's managers, from the decision until it is answered. `offset 0` and the mention of the worker keep the roles
-- first: for everybody else nothing of this is read.
select r.worker_id, w.child_id, 'decided for Evolve', greatest(r.since, w.decided_on), r.until
from worker_role r
cross join lateral (
  select d.child_id, d.decided_on from guard.waiting_decision d where r.worker_id is not null offset 0
) w
where r.role in ('evolve_manager', 'head_of_service');
