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
grant insert on child_identifier, child_address, child_school, child_adult, kinship to throughline_app;
create policy record_a_child on child for insert to throughline_app
  with check (recorded_by = guard.me() and guard.i_may('people.record-child'));
create function guard.i_may_add_to(child_id uuid) returns boolean language sql stable as $$
  select (guard.i_may('people.correct') and i_may_add_to.child_id = any (guard.my_children()))
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

-- Statuses and allocated social workers are the council's case management system's to say: they come by import, and the
-- app adds none.
