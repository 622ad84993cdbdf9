-- The team of an open case, or of one that waits for Evolve; and for twelve weeks the one that closed it, while the person
-- is not eighteen (involvements.sql).
create view guard.casework_team as
select o.child_id, o.team_id from open_case o
union all
select w.child_id, null::uuid from guard.waiting_decision w
union all
select x.child_id, k.team_id from closure x join evolve_case k on k.id = x.case_id
where x.closed_on >= guard.today() - 84 and not exists (
  select from child_detail d where d.child_id = x.child_id and d.born_on <= guard.today() - interval '18 years'
    and not exists (select from child_detail later where later.child_id = d.child_id and later.version > d.version));
