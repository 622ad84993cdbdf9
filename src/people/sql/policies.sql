-- A child recorded in this very transaction: whoever records a child says who it is before anything else makes the child
-- visible to them.
create function guard.recorded_just_now(child_id uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from child c where c.id = recorded_just_now.child_id
    and c.recorded_by = guard.me() and c.xmin = pg_current_xact_id()::xid)
$$;

-- A child, and everything recorded beside one, is seen by whoever is involved with that child.
grant select on child, child_detail, child_alias, child_identifier, child_address, child_school, child_adult, kinship,
  child_status, child_status_end, child_worker, child_worker_end to throughline_app;
grant select on child_now to throughline_app, throughline_console, throughline_guard;
create policy see_the_children_one_is_involved_with on child for select to throughline_app
  using (id = any ((select guard.my_children())::uuid[]));
create policy see_details_with_the_child on child_detail for select to throughline_app
  using (child_id = any ((select guard.my_children())::uuid[]));
create policy see_aliases_with_the_child on child_alias for select to throughline_app
  using (child_id = any ((select guard.my_children())::uuid[]));
create policy see_identifiers_with_the_child on child_identifier for select to throughline_app
  using (child_id = any ((select guard.my_children())::uuid[]));
create policy see_schools_with_the_child on child_school for select to throughline_app
  using (child_id = any ((select guard.my_children())::uuid[]));
create policy see_adults_with_the_child on child_adult for select to throughline_app
  using (child_id = any ((select guard.my_children())::uuid[]));
create policy see_statuses_with_the_child on child_status for select to throughline_app
  using (child_id = any ((select guard.my_children())::uuid[]));
create policy see_status_ends_with_the_child on child_status_end for select to throughline_app
  using (child_id = any ((select guard.my_children())::uuid[]));
create policy see_social_workers_with_the_child on child_worker for select to throughline_app
  using (child_id = any ((select guard.my_children())::uuid[]));
create policy see_social_worker_ends_with_the_child on child_worker_end for select to throughline_app
  using (child_id = any ((select guard.my_children())::uuid[]));

-- A confidential address (a refuge, a placement, a home in hiding) is seen by few of those who see the child.
create policy see_addresses_with_the_child on child_address for select to throughline_app
  using (child_id = any ((select guard.my_children())::uuid[])
    and (not confidential or 'people.see-confidential-address' = any ((select guard.my_permissions())::text[])));

-- A sibling is seen only where both children are: otherwise the link would betray a record one may not see.
create policy see_kinship_of_two_children_one_sees on kinship for select to throughline_app
  using (child_id = any ((select guard.my_children())::uuid[]) and other_id = any ((select guard.my_children())::uuid[]));

-- A child is recorded under one's own name, with all that is known, in one transaction; afterwards those who may correct
-- the record add to it, for children they see. Nothing is changed or taken away: a correction is a further row.
grant insert (id, reference, recorded_by, recorded_at) on child to throughline_app;
grant insert (child_id, version, given_names, family_name, born_on, expected_on, sex, ethnicity, first_language, interpreter,
  disabilities, died_on, reason, recorded_by, recorded_at) on child_detail to throughline_app;
grant insert (id, child_id, given_names, family_name, kind, recorded_by, recorded_at) on child_alias to throughline_app;
grant insert on child_identifier, child_address, child_school, child_adult, child_status, kinship to throughline_app;
create policy record_a_child on child for insert to throughline_app
  with check (recorded_by = guard.me() and guard.i_may('people.record-child'));
create function guard.i_may_add_to(child_id uuid) returns boolean language sql stable as $$
  select (guard.i_may('people.correct') and guard.i_work_with(i_may_add_to.child_id))
    or (guard.i_may('people.record-child') and guard.recorded_just_now(i_may_add_to.child_id))
$$;
create policy add_details on child_detail for insert to throughline_app
  with check (recorded_by = guard.me() and guard.i_may_add_to(child_id));
create policy add_an_alias on child_alias for insert to throughline_app
  with check (recorded_by = guard.me() and guard.i_may_add_to(child_id));
create policy add_an_identifier on child_identifier for insert to throughline_app
  with check (recorded_by = guard.me() and guard.i_may_add_to(child_id));
create policy add_an_address on child_address for insert to throughline_app
  with check (recorded_by = guard.me() and guard.i_may_add_to(child_id));
create policy add_a_school on child_school for insert to throughline_app
  with check (recorded_by = guard.me() and guard.i_may_add_to(child_id));
create policy add_an_adult on child_adult for insert to throughline_app
  with check (recorded_by = guard.me() and guard.i_may_add_to(child_id));
create policy add_kinship_of_two_children on kinship for insert to throughline_app
  with check (recorded_by = guard.me() and guard.i_may_add_to(child_id) and guard.i_may_add_to(other_id));

-- A status is added as it is learnt; its end, and allocated social workers, are the council's case management system's to
-- say: they come by import, and the app adds none.
create policy add_a_status on child_status for insert to throughline_app
  with check (recorded_by = guard.me() and guard.i_may_add_to(child_id) and since <= guard.today());

-- Apart from the search, so that its plan is made only where somebody of eighteen was found.
create function guard.has_somebody_involved(child uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select child = any (guard.my_children()) and exists (select from guard.involvement i where i.child_id = child
    and i.since <= guard.today() and (i.until is null or i.until >= guard.today()))
$$;

-- Finding a child: among the children one sees, and nowhere else. A function, because under row security a name's index
-- is not used (its operators could leak what they compare). It repeats the wall itself: everything is asked of `visible`
-- only, so nothing beyond it is found, ranked or counted. Who is eighteen is found only while somebody is still involved.
-- Every word of `words` is in one name, or is like a part of one; best first.
create function guard.find_children(words text, born date, number text, after text, at_most integer)
returns table (child_id uuid, alias text)
language plpgsql stable security definer
set search_path = public, pg_temp
set plan_cache_mode = force_custom_plan -- 25 visible children and 25,000 want different plans
set pg_trgm.word_similarity_threshold = 0.3 -- Smith and Smyth are 0.33 alike
as $$
declare
  visible uuid[] := guard.my_children();
  terms text[] := string_to_array(nullif(plain_name(words), ''), ' ');
  longest text := (select t from unnest(terms) t order by length(t) desc limit 1);
begin
  if not guard.i_may('people.find-child') then
    raise exception 'searching needs people.find-child' using errcode = '42501';
  end if;
  if number is not null then
    visible := array(select c.id from child c where c.reference = number and c.id = any (visible)
      union select i.child_id from child_identifier i where i.value = number and i.child_id = any (visible));
  end if;
  if born is not null then
    visible := array(select d.child_id from child_detail d where d.born_on = born and d.child_id = any (visible)
      union select d.child_id from child_detail d where d.expected_on = born and d.child_id = any (visible));
  end if;
  -- Few names are read as they are; among many, the index says which can be meant. By size, not left to the planner: it
  -- takes the index for a few children too, and then the cost grows with all the others.
  if longest is not null and cardinality(visible) > 1000 then
    visible := array(
      select d.child_id from child_detail d
      where (d.searched like '%' || longest || '%' or longest <% d.searched) and d.child_id = any (visible)
      union select a.child_id from child_alias a
      where (a.searched like '%' || longest || '%' or longest <% a.searched) and a.child_id = any (visible));
  end if;
  return query
  with known as materialized (
    select d.child_id, d.searched, d.born_on, d.expected_on from unnest(visible) v (id)
    join lateral (select * from child_detail d where d.child_id = v.id order by d.version desc limit 1) d on true
  ), named as (
    select k.child_id, null alias, k.searched from known k
    union all
    select a.child_id, a.given_names || ' ' || a.family_name, a.searched from child_alias a
    where terms is not null and a.child_id = any (visible)
  ), scored as (
    select distinct on (n.child_id) n.child_id, n.alias, s.score from named n
    cross join lateral (
      select coalesce(min(case when strpos(' ' || n.searched, ' ' || t) > 0 then 1 when strpos(n.searched, t) > 0 then 0.9
        else word_similarity(t, n.searched)::numeric(3, 2) end), 1) score
      from unnest(terms) t
    ) s
    where s.score >= 0.3
    order by n.child_id, s.score desc, n.alias nulls first
  ), placed as (
    select s.child_id, s.alias, c.reference,
      row_number() over (order by s.score desc, d.searched, s.child_id) place
    from scored s
    join known d on d.child_id = s.child_id
    join child c on c.id = s.child_id
    where (born is null or born in (d.born_on, d.expected_on))
      and (d.born_on is null or d.born_on > guard.today() - interval '18 years' or guard.has_somebody_involved(s.child_id))
  )
  select p.child_id, p.alias from placed p
  where p.place > coalesce((select q.place from placed q where q.reference = after), 0)
  order by p.place limit least(at_most, 51);
end $$;

-- Information governance says which record by its exact reference, and is told references: never what a record holds.
create function guard.child_with_reference(wanted text) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id from child c where c.reference = wanted and (guard.i_may('access.restrict') or guard.i_may('audit.read'))
$$;
create function guard.references_of(children uuid[]) returns table (child_id uuid, reference text)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, c.reference from child c where c.id = any (children)
    and (guard.i_may('access.restrict') or guard.i_may('audit.read') or guard.i_may('access.review-break-glass'))
$$;

-- Breaking the glass: one record, named exactly by its reference or by name and birth date, opened for sixty minutes of
-- the real clock. A restricted record stays shut and says only whom to ring; to a worker excluded from it, it is not
-- there. Every try is audited here, under the children it met.
create function guard.break_glass(wanted text, full_name text, born date, reason text)
returns table (answer text, reference text, contact text)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  matches uuid[];
  found uuid;
begin
  if not guard.i_may('access.break-glass') then
    raise exception 'breaking the glass needs access.break-glass' using errcode = '42501';
  end if;
  if wanted is not null then
    matches := array(select c.id from child c where c.reference = wanted);
  else
    matches := array(select d.child_id from child_detail d
      where d.born_on = born and d.searched = plain_name(full_name)
        and not exists (select from child_detail later where later.child_id = d.child_id and later.version > d.version));
  end if;
  found := matches[1];
  answer := 'not_found';
  if cardinality(matches) > 1 then
    answer := 'several';
  elsif found is null then
    null; -- guessed wrong: audited all the same
  elsif found = any (guard.my_children()) then
    answer := 'seen_already';
    reference := (select c.reference from child c where c.id = found);
  elsif not guard.closed_to_me(found) then
    insert into break_glass (worker_id, child_id, reason) values (guard.me(), found, break_glass.reason);
    answer := 'opened';
    reference := (select c.reference from child c where c.id = found);
  elsif not exists (select from exclusion e where e.worker_id = guard.me() and e.child_id = found
      and not exists (select from exclusion_lifted l where l.exclusion_id = e.id)) then
    answer := 'ring_contact';
    contact := (select w.name from restriction r join worker w on w.id = r.contact_id where r.child_id = found
      and not exists (select from restriction_lifted l where l.restriction_id = r.id)
      order by r.restricted_at desc limit 1);
  end if;
  insert into audit_entry (actor, worker_id, kind, act, subject, children, detail)
  values (guard.me()::text, guard.me(), case when answer in ('opened', 'seen_already') then 'deed' else 'refusal' end,
    'broke the glass: ' || answer, '/break-glass', matches,
    jsonb_build_object('reason', break_glass.reason, 'reference', wanted, 'name', full_name, 'born', born));
  return next;
end $$;

-- ## Two records of one child (what finds and shows them is in guard.sql)

-- What was said of two records is read where both children are seen, as kinship is. It is said by whoever matches, under
-- their own name, of two records neither of which is closed to them. How two records were judged is read by nobody but
-- the comparing role.
grant select on pair_said, pair_undone to throughline_app;
grant insert (id, left_id, right_id, same, reason, said_by, said_at) on pair_said to throughline_app;
grant insert on pair_undone to throughline_app;
create policy see_what_was_said_of_two_records_one_sees on pair_said for select to throughline_app
  using (left_id = any ((select guard.my_children())::uuid[]) and right_id = any ((select guard.my_children())::uuid[]));
create policy see_what_was_undone_of_two_records_one_sees on pair_undone for select to throughline_app
  using (exists (select from pair_said s where s.id = said_id));
create policy say_whether_two_records_are_one_child on pair_said for insert to throughline_app
  with check (said_by = guard.me() and guard.may_say(left_id, right_id));
create policy undo_what_was_said_of_two_records on pair_undone for insert to throughline_app
  with check (undone_by = guard.me() and guard.i_may_undo(said_id));

-- A sweep is started under one's own name; how far it has come is told by guard.sweeps().
grant insert (id, started_by, started_at) on sweep to throughline_app;
create policy start_a_sweep on sweep for insert to throughline_app
  with check (started_by = guard.me() and guard.i_may('people.sweep'));
