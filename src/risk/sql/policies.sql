-- Whoever sees the child, and may see assessments, sees every completed assessment of the child: its answers, its
-- authorisation and corrections, and whether it was returned.
grant select on assessment, indicator_answer, authorisation, authorisation_correction, assessment_returned,
  early_review, early_review_answered to throughline_app;
create policy assessments_are_seen_with_the_child on assessment for select to throughline_app
  using ('assessments.see' = any ((select guard.my_permissions())::text[]) and child_id = any ((select guard.my_children())::uuid[]));
create policy answers_are_seen_with_the_child on indicator_answer for select to throughline_app
  using ('assessments.see' = any ((select guard.my_permissions())::text[]) and child_id = any ((select guard.my_children())::uuid[]));
create policy authorisations_are_seen_with_the_child on authorisation for select to throughline_app
  using ('assessments.see' = any ((select guard.my_permissions())::text[]) and child_id = any ((select guard.my_children())::uuid[]));
create policy corrections_are_seen_with_the_child on authorisation_correction for select to throughline_app
  using ('assessments.see' = any ((select guard.my_permissions())::text[]) and child_id = any ((select guard.my_children())::uuid[]));
create policy returns_are_seen_with_the_child on assessment_returned for select to throughline_app
  using ('assessments.see' = any ((select guard.my_permissions())::text[]) and child_id = any ((select guard.my_children())::uuid[]));
create policy early_reviews_are_seen_with_the_child on early_review for select to throughline_app
  using ('assessments.see' = any ((select guard.my_permissions())::text[]) and child_id = any ((select guard.my_children())::uuid[]));
create policy answered_early_reviews_are_seen_with_the_child on early_review_answered for select to throughline_app
  using ('assessments.see' = any ((select guard.my_permissions())::text[]) and child_id = any ((select guard.my_children())::uuid[]));

-- A draft is its author's alone, and only while they may see the child: no manager reads what is not yet said.
grant select on assessment_draft, assessment_draft_section, assessment_draft_set_aside to throughline_app;
grant insert on assessment_draft, assessment_draft_section, assessment_draft_set_aside to throughline_app;
grant update (answers, saved_at) on assessment_draft_section to throughline_app;
create policy a_draft_is_its_authors on assessment_draft for select to throughline_app
  using (author_id = guard.me() and child_id = any ((select guard.my_children())::uuid[]));
create policy a_draft_is_begun_by_its_author on assessment_draft for insert to throughline_app
  with check (author_id = guard.me() and guard.i_may('assessments.make') and guard.i_work_with(child_id));
create policy sections_are_the_authors on assessment_draft_section for select to throughline_app
  using (exists (select from assessment_draft d where d.id = draft_id));
create policy sections_are_written_until_completion on assessment_draft_section for insert to throughline_app
  with check (guard.i_may('assessments.make') and exists (select from assessment_draft d where d.id = draft_id)
    and not exists (select from assessment a where a.draft_id = assessment_draft_section.draft_id));
-- The one thing the application may overwrite, and not all of it: the practitioner's own judgement is written once,
-- before the tool's suggestion is shown, and stays as it was.
create policy sections_but_the_own_judgement_are_written_again on assessment_draft_section for update to throughline_app
  using (section <> 'own' and exists (select from assessment_draft d where d.id = draft_id)
    and not exists (select from assessment a where a.draft_id = assessment_draft_section.draft_id))
  with check (guard.i_may('assessments.make'));
create policy authors_see_what_they_set_aside on assessment_draft_set_aside for select to throughline_app
  using (exists (select from assessment_draft d where d.id = draft_id));
create policy authors_set_their_drafts_aside on assessment_draft_set_aside for insert to throughline_app
  with check (exists (select from assessment_draft d where d.id = draft_id)
    and not exists (select from assessment a where a.draft_id = assessment_draft_set_aside.draft_id));

-- An assessment is completed today, by its author, from a draft of theirs about this child (the key says which child and
-- author), and is never changed. Not granted: `import_key` and the names, which come with files, by the console.
grant insert (id, reference, child_id, kind, previous_id, replaces_id, draft_id, instrument_code, instrument_version,
  completed_on, author_id, type, level, cce_level, cse_level, standing, modes, first_judgement, changed_because,
  suggested_level, suggested_because, reason_for_difference, analysis, protective, push_factors, pull_factors, context,
  voice, parent_view, recorded_at) on assessment to throughline_app;
create policy an_assessment_is_completed_by_its_author on assessment for insert to throughline_app
  with check (author_id = guard.me() and draft_id is not null and completed_on = guard.today()
    and guard.i_may('assessments.make') and guard.i_work_with(child_id));
-- Answers come with their assessment, in its own transaction, and none is added later.
grant insert on indicator_answer, early_review_answered to throughline_app;
create policy answers_come_with_their_assessment on indicator_answer for insert to throughline_app
  with check (exists (select from assessment a where a.id = assessment_id and a.author_id = guard.me()
    and a.xmin = pg_current_xact_id()::xid));
create policy an_assessment_answers_early_reviews on early_review_answered for insert to throughline_app
  with check (exists (select from assessment a where a.id = assessment_id and a.author_id = guard.me()
    and a.xmin = pg_current_xact_id()::xid));

-- A manager who is not the author authorises or returns, once, today. The author named in the row is the assessment's own,
-- so that the table's check can refuse one's own work.
grant insert (assessment_id, child_id, author_id, authorised_by, authorised_on, type, level, cce_level, cse_level,
  standing, modes, floor_level, floor_because, below_floor, reason, recorded_at) on authorisation to throughline_app;
create policy another_authorises on authorisation for insert to throughline_app
  with check (authorised_by = guard.me() and author_id is distinct from guard.me() and authorised_on = guard.today()
    and guard.i_may('assessments.authorise') and guard.i_work_with(child_id)
    and author_id is not distinct from (select a.author_id from assessment a where a.id = assessment_id)
    and not exists (select from assessment_returned r where r.assessment_id = authorisation.assessment_id));
grant insert on assessment_returned, authorisation_correction to throughline_app;
create policy another_returns on assessment_returned for insert to throughline_app
  with check (returned_by = guard.me() and author_id <> guard.me() and returned_on = guard.today()
    and guard.i_may('assessments.authorise') and guard.i_work_with(child_id)
    and not exists (select from authorisation z where z.assessment_id = assessment_returned.assessment_id));
create policy another_corrects on authorisation_correction for insert to throughline_app
  with check (corrected_by = guard.me() and author_id is distinct from guard.me() and corrected_on = guard.today()
    and guard.i_may('assessments.authorise') and guard.i_work_with(child_id)
    and author_id is not distinct from (select a.author_id from assessment a where a.id = assessment_id));

-- Whoever works with the child may ask for an early review.
grant insert on early_review to throughline_app;
create policy an_early_review_is_asked_for on early_review for insert to throughline_app
  with check (asked_by = guard.me() and guard.i_may('assessments.ask-early') and guard.i_work_with(child_id)
    and happened_on <= guard.today());

-- What others completed and nobody has authorised or returned, among the children this manager sees. A function, so that
-- the authorisations of years are passed over by their key and not weighed one by one against whom the manager may see.
create function guard.waiting_for_authorisation() returns table (assessment_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id from assessment a
  where 'assessments.authorise' = any ((select guard.my_permissions())::text[])
    and a.child_id = any ((select guard.my_children())::uuid[])
    and a.author_id is distinct from guard.me()
    and not exists (select from authorisation z where z.assessment_id = a.id)
    and not exists (select from assessment_returned r where r.assessment_id = a.id)
$$;

-- The MASH and the emergency duty team hear the levels of record of a child they work with, by day, and nothing of the
-- assessments behind them: history is seen at the front door without opening Evolve's work.
create function guard.levels_heard(of_child uuid) returns table (completed_on date, type exploitation_type, level risk_level)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not guard.i_may('assessments.hear-level') or of_child <> all (guard.my_children()) then return; end if;
  return query
  select a.completed_on, coalesce(c.type, z.type), coalesce(c.level, z.level)
  from assessment a
  join authorisation z on z.assessment_id = a.id
  left join lateral (
    select x.type, x.level from authorisation_correction x where x.assessment_id = a.id order by x.version desc limit 1
  ) c on true
  where a.child_id = of_child
  order by a.completed_on desc limit 6;
end $$;
