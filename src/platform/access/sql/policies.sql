-- Names of workers, teams and agencies are known to everyone signed in: people must be able to ring each other.
grant select on partnership, agency, team, worker, worker_role, team_member, role_permission to throughline_app;
create policy everyone_knows_the_partnership on partnership for select to throughline_app using (true);
create policy everyone_knows_agencies on agency for select to throughline_app using (true);
create policy everyone_knows_teams on team for select to throughline_app using (true);
create policy everyone_knows_workers on worker for select to throughline_app using (true);
create policy everyone_knows_roles on worker_role for select to throughline_app using (true);
create policy everyone_knows_team_members on team_member for select to throughline_app using (true);
create policy everyone_knows_what_roles_may on role_permission for select to throughline_app using (true);

-- Restrictions and exclusions are kept by information governance; that one exists is itself sensitive, so nobody else
-- reads these tables: the guard's functions do. Nobody restricts in their own favour: allow lists are another's deed.
grant select, insert on restriction, restriction_allowed, restriction_lifted, exclusion, exclusion_lifted to throughline_app;
create policy governance_reads_restrictions on restriction for select to throughline_app
  using ('access.restrict' = any ((select guard.my_permissions())::text[]));
create policy governance_restricts on restriction for insert to throughline_app
  with check (restricted_by = guard.me() and guard.i_may('access.restrict'));
create policy governance_reads_allow_lists on restriction_allowed for select to throughline_app
  using ('access.restrict' = any ((select guard.my_permissions())::text[]));
create policy governance_allows_another on restriction_allowed for insert to throughline_app
  with check (allowed_by = guard.me() and worker_id <> guard.me() and guard.i_may('access.restrict'));
create policy governance_reads_liftings on restriction_lifted for select to throughline_app
  using ('access.restrict' = any ((select guard.my_permissions())::text[]));
create policy governance_lifts_restrictions on restriction_lifted for insert to throughline_app
  with check (lifted_by = guard.me() and guard.i_may('access.restrict'));
create policy governance_reads_exclusions on exclusion for select to throughline_app
  using ('access.restrict' = any ((select guard.my_permissions())::text[]));
create policy governance_excludes on exclusion for insert to throughline_app
  with check (excluded_by = guard.me() and guard.i_may('access.restrict'));
create policy governance_reads_lifted_exclusions on exclusion_lifted for select to throughline_app
  using ('access.restrict' = any ((select guard.my_permissions())::text[]));
create policy governance_lifts_exclusions on exclusion_lifted for insert to throughline_app
  with check (lifted_by = guard.me() and guard.i_may('access.restrict'));

-- A worker breaks the glass for themselves, for sixty minutes of the real clock; somebody else reviews.
grant select, insert on break_glass, break_glass_review to throughline_app;
create policy see_own_break_glass_or_review_it on break_glass for select to throughline_app
  using (worker_id = guard.me() or 'access.review-break-glass' = any ((select guard.my_permissions())::text[]));
create policy break_glass_for_oneself on break_glass for insert to throughline_app
  with check (worker_id = guard.me() and guard.i_may('access.break-glass')
    and opened_at between now() - interval '1 minute' and now() + interval '1 minute'
    and not guard.closed_to_me(child_id));
create policy see_own_or_reviewed on break_glass_review for select to throughline_app
  using (opened_by = guard.me() or 'access.review-break-glass' = any ((select guard.my_permissions())::text[]));
create policy another_reviews on break_glass_review for insert to throughline_app
  with check (reviewed_by = guard.me() and opened_by <> guard.me() and guard.i_may('access.review-break-glass'));

grant select, insert on submission to throughline_app;
create policy own_submissions on submission for select to throughline_app using (worker_id = guard.me());
create policy submit_as_oneself on submission for insert to throughline_app with check (worker_id = guard.me());
