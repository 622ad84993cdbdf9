-- Who works with a child now, found from the child: involvements are found from the worker, and asked the other way round
-- they read everybody's. Each room says its own; no team where none stands behind the worker.
create view guard.people_team as
select a.child_id, a.team_id from child_worker a
where a.since <= guard.today()
  and not exists (select from child_worker_end e where e.child_worker_id = a.id and e.ended_on <= guard.today());
