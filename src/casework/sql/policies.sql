-- ## What is open and what waits keep themselves
-- Nobody writes them, and only the guard takes out of them: with the closure, the case that was opened, or the answer.
grant delete on open_case, waiting_for_evolve to throughline_guard;
create policy the_guard_takes_out_what_is_closed on open_case for delete to throughline_guard using (true);
create policy the_guard_takes_out_what_is_answered on waiting_for_evolve for delete to throughline_guard using (true);
create function guard.evolve_is_asked() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into waiting_for_evolve (subject_id)
  select a.subject_id from added a join referral r on r.id = a.referral_id
  where a.outcome = 'ALLOCATE_EVOLVE' and r.channel <> 'import'
    and not exists (select from evolve_case k where k.subject_id = a.subject_id);
  return null;
end $$;
create function guard.evolve_has_answered() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from waiting_for_evolve w using added a where w.subject_id = a.subject_id;
  return null;
end $$;
create function guard.case_is_open() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into open_case (case_id, team_id, child_id) select id, team_id, child_id from added;
  return null;
end $$;
create function guard.case_is_closed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from open_case o using added a where o.case_id = a.case_id;
  return null;
end $$;
create trigger evolve_is_asked after insert on decision_outcome
  referencing new table as added for each statement execute function guard.evolve_is_asked();
create trigger a_case_is_opened after insert on evolve_case
  referencing new table as added for each statement execute function guard.evolve_has_answered();
create trigger a_case_is_open after insert on evolve_case
  referencing new table as added for each statement execute function guard.case_is_open();
create trigger a_case_is_closed after insert on closure
  referencing new table as added for each statement execute function guard.case_is_closed();
create trigger a_decision_is_noted after insert on decision_noted
  referencing new table as added for each statement execute function guard.evolve_has_answered();

-- ## Who may work on a case
-- It is open, and mine or my team's. Breaking the glass opens a record to reading only.
create function guard.i_work_on(of_case uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from open_case k where k.case_id = of_case and not guard.closed_to_me(k.child_id)
      and (k.team_id = any (guard.my_teams()) or exists (
        select from allocation a where a.case_id = k.case_id and a.worker_id = guard.me() and a.since <= guard.today()
          and not exists (select from allocation_end e where e.allocation_id = a.id)))
  )
$$;

-- Whom a manager may allocate a case to: works in its team, does this work, and may see this child. Only yes or no: that
-- somebody is excluded, and why, stays with information governance.
create function guard.can_hold(of_team uuid, of_child uuid, candidate uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select guard.i_may('cases.allocate') and of_team = any (guard.my_teams()) and exists (
    select from team_member m
    join worker_role r on r.worker_id = candidate
      and r.since <= guard.today() and (r.until is null or r.until >= guard.today())
    join role_permission p on p.role = r.role and p.permission = 'cases.hold'
    where m.team_id = of_team and m.worker_id = candidate
      and m.since <= guard.today() and (m.until is null or m.until >= guard.today())
  ) and not exists (
    select from exclusion x where x.worker_id = candidate and x.child_id = of_child
      and not exists (select from exclusion_lifted l where l.exclusion_id = x.id)
  ) and not exists (
    select from restriction x where x.child_id = of_child
      and not exists (select from restriction_lifted l where l.restriction_id = x.id)
      and not exists (select from restriction_allowed a where a.restriction_id = x.id and a.worker_id = candidate)
  )
$$;

-- The child's latest spell, which a new one has to name: it may have closed too long ago for the opener to see it.
create function guard.case_before(of_child uuid) returns table (case_id uuid, reference text, closed_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select k.id, k.reference, c.closed_on from evolve_case k left join closure c on c.case_id = k.id
  where k.child_id = of_child and guard.i_may('cases.open') and of_child = any (guard.my_children())
    and not exists (select from evolve_case later where later.previous_id = k.id)
$$;

-- What the second person's closing rests on: for the two reasons that say the risk was reduced, the
-- latest assessment of this spell is authorised at that level, and the feedback session was offered.
create function guard.closing_is_proven(of_case uuid, for_reason text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select guard.i_work_on(of_case) and (for_reason not in ('RISK_REDUCED_LOW', 'NO_RISK') or (
    exists (select from exit_feedback f where f.case_id = of_case)
    and (
      select coalesce((
          select x.level from authorisation_correction x where x.assessment_id = a.id order by x.version desc limit 1
        ), z.level)::text
      from evolve_case k
      join assessment a on a.child_id = k.child_id and a.completed_on >= k.opened_on
        and not exists (select from assessment_returned r where r.assessment_id = a.id)
      left join authorisation z on z.assessment_id = a.id
      where k.id = of_case order by a.completed_on desc, a.turn desc limit 1
    ) is not distinct from case for_reason when 'NO_RISK' then 'NONE' else 'LOW' end
  ))
$$;

-- Whether this decision about this child still waits for Evolve's answer.
create function guard.waits_for_evolve(of_subject uuid, of_child uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select of_child = any (guard.my_children())
    and exists (select from guard.waiting_decision w where w.subject_id = of_subject and w.child_id = of_child)
$$;

-- What waits for Evolve among the children this manager may see, with what was decided and why.
create function guard.waiting_for_me() returns table (subject_id uuid, child_id uuid, decided_on date,
  referral_reference text, reason text, lawful_basis text)
language sql stable security definer set search_path = public, pg_temp as $$
  select w.subject_id, w.child_id, w.decided_on, r.reference, d.reason, d.lawful_basis
  from guard.waiting_decision w
  join decision d on d.id = w.decision_id
  join referral r on r.id = d.referral_id
  where guard.i_may('cases.open') and w.child_id = any ((select guard.my_children())::uuid[])
$$;

-- ## Reading
-- Whoever may see the child, and whose role knows of Evolve cases, sees that there is one, who holds it, the safety plan
-- (the emergency duty team needs it at night) and how it ended.
grant select on evolve_case, open_case, engagement, allocation, allocation_end, safety_plan, plan_action, plan_action_done, plan_copy,
  closure to throughline_app;
create policy see_the_case_with_the_child on evolve_case for select to throughline_app
  using (child_id = any ((select guard.my_children())::uuid[]) and 'cases.see' = any ((select guard.my_permissions())::text[]));
create policy see_that_the_case_is_open on open_case for select to throughline_app
  using (child_id = any ((select guard.my_children())::uuid[]) and 'cases.see' = any ((select guard.my_permissions())::text[]));
create policy see_engagement_with_the_child on engagement for select to throughline_app
  using (child_id = any ((select guard.my_children())::uuid[]) and 'cases.see' = any ((select guard.my_permissions())::text[]));
create policy see_who_holds_the_case on allocation for select to throughline_app
  using (child_id = any ((select guard.my_children())::uuid[]) and 'cases.see' = any ((select guard.my_permissions())::text[]));
create policy see_who_held_the_case on allocation_end for select to throughline_app
  using (child_id = any ((select guard.my_children())::uuid[]) and 'cases.see' = any ((select guard.my_permissions())::text[]));
create policy see_the_plan_with_the_child on safety_plan for select to throughline_app
  using (child_id = any ((select guard.my_children())::uuid[]) and 'cases.see' = any ((select guard.my_permissions())::text[]));
create policy see_actions_with_the_child on plan_action for select to throughline_app
  using (child_id = any ((select guard.my_children())::uuid[]) and 'cases.see' = any ((select guard.my_permissions())::text[]));
create policy see_what_became_of_actions on plan_action_done for select to throughline_app
  using (child_id = any ((select guard.my_children())::uuid[]) and 'cases.see' = any ((select guard.my_permissions())::text[]));
create policy see_copies_given_to_the_child on plan_copy for select to throughline_app
  using (child_id = any ((select guard.my_children())::uuid[]) and 'cases.see' = any ((select guard.my_permissions())::text[]));
create policy see_closures_with_the_child on closure for select to throughline_app
  using (child_id = any ((select guard.my_children())::uuid[]) and 'cases.see' = any ((select guard.my_permissions())::text[]));

-- What was said and done with the child opens to those who work with them: Evolve, and the child's social worker.
grant select on direct_work, contribution, progress_note, exit_feedback, closure_proposal, closure_declined, decision_noted
  to throughline_app;
create policy read_direct_work on direct_work for select to throughline_app
  using (child_id = any ((select guard.my_children())::uuid[]) and 'cases.read' = any ((select guard.my_permissions())::text[]));
create policy read_contributions on contribution for select to throughline_app
  using (child_id = any ((select guard.my_children())::uuid[]) and 'cases.read' = any ((select guard.my_permissions())::text[]));
create policy read_progress on progress_note for select to throughline_app
  using (child_id = any ((select guard.my_children())::uuid[]) and 'cases.read' = any ((select guard.my_permissions())::text[]));
create policy read_feedback on exit_feedback for select to throughline_app
  using (child_id = any ((select guard.my_children())::uuid[]) and 'cases.read' = any ((select guard.my_permissions())::text[]));
create policy read_proposals on closure_proposal for select to throughline_app
  using (child_id = any ((select guard.my_children())::uuid[]) and 'cases.read' = any ((select guard.my_permissions())::text[]));
create policy read_declined_proposals on closure_declined for select to throughline_app
  using (child_id = any ((select guard.my_children())::uuid[]) and 'cases.read' = any ((select guard.my_permissions())::text[]));
create policy read_decisions_noted on decision_noted for select to throughline_app
  using (child_id = any ((select guard.my_children())::uuid[]) and 'cases.read' = any ((select guard.my_permissions())::text[]));

-- ## Opening and allocating
-- A manager opens a case for a child decided for Evolve, with a team of their own, as themselves. `import_key` is not
-- granted: nothing done on a page can pass for an import.
grant insert (id, reference, child_id, subject_id, previous_id, team_id, lawful_basis, opened_on, opened_by, recorded_at)
  on evolve_case to throughline_app;
create policy open_from_a_decision on evolve_case for insert to throughline_app
  with check (opened_by = guard.me() and opened_on <= guard.today() and guard.i_may('cases.open')
    and team_id = any (guard.my_teams()) and child_id = any (guard.my_children())
    and guard.waits_for_evolve(subject_id, child_id));

grant insert on decision_noted to throughline_app;
create policy answer_a_decision on decision_noted for insert to throughline_app
  with check (noted_by = guard.me() and noted_on = guard.today() and guard.i_may('cases.open')
    and child_id = any (guard.my_children()) and (case_id is null or guard.i_work_on(case_id))
    and guard.waits_for_evolve(subject_id, child_id));

grant insert on allocation, allocation_end to throughline_app;
create policy allocate_to_somebody_who_can_hold_it on allocation for insert to throughline_app
  with check (allocated_by = guard.me() and since <= guard.today() and guard.i_may('cases.allocate')
    and guard.i_work_on(case_id) and exists (
      select from evolve_case k where k.id = case_id and guard.can_hold(k.team_id, k.child_id, worker_id)));
create policy end_an_allocation_of_an_open_case on allocation_end for insert to throughline_app
  with check (ended_by = guard.me() and guard.i_may('cases.allocate') and ended_on <= guard.today()
    and exists (select from allocation a where a.id = allocation_id and a.child_id = allocation_end.child_id and guard.i_work_on(a.case_id)));

-- ## Working
-- Each as oneself, on an open case of one's own or one's team's; nothing is dated ahead.
grant insert on engagement, direct_work, contribution, safety_plan, plan_action, plan_action_done, plan_copy, progress_note,
  exit_feedback to throughline_app;
create policy record_engagement on engagement for insert to throughline_app
  with check (recorded_by = guard.me() and on_day <= guard.today()
    and (guard.i_may('cases.work') or guard.i_may('cases.open')) and guard.i_work_on(case_id));
create policy record_direct_work on direct_work for insert to throughline_app
  with check (worker_id = guard.me() and on_day <= guard.today() and guard.i_may('cases.work') and guard.i_work_on(case_id));
create policy record_a_contribution on contribution for insert to throughline_app
  with check (worker_id = guard.me() and on_day <= guard.today() and guard.i_may('cases.work') and guard.i_work_on(case_id));
create policy write_a_plan on safety_plan for insert to throughline_app
  with check (written_by = guard.me() and written_on = guard.today() and guard.i_may('cases.work') and guard.i_work_on(case_id));
create policy add_an_action on plan_action for insert to throughline_app
  with check (added_by = guard.me() and added_on = guard.today() and guard.i_may('cases.work')
    and exists (select from safety_plan p where p.id = plan_id and guard.i_work_on(p.case_id)));
create policy say_what_became_of_an_action on plan_action_done for insert to throughline_app
  with check (recorded_by = guard.me() and done_on <= guard.today() and guard.i_may('cases.work')
    and exists (select from plan_action a join safety_plan p on p.id = a.plan_id where a.id = action_id and guard.i_work_on(p.case_id)));
create policy record_that_a_copy_was_given on plan_copy for insert to throughline_app
  with check (recorded_by = guard.me() and given_on <= guard.today() and guard.i_may('cases.work')
    and exists (select from safety_plan p where p.id = plan_id and guard.i_work_on(p.case_id)));
create policy note_progress on progress_note for insert to throughline_app
  with check (noted_by = guard.me() and on_day <= guard.today() and guard.i_may('cases.work') and guard.i_work_on(case_id));
create policy record_feedback_offered on exit_feedback for insert to throughline_app
  with check (recorded_by = guard.me() and offered_on <= guard.today() and guard.i_may('cases.work') and guard.i_work_on(case_id));

-- ## Closing
-- One person proposes; another closes or declines, never both. The table itself holds the two apart and a success to its
-- level; here the level is checked to be the authorised one.
grant insert on closure_proposal, closure_declined to throughline_app;
create policy propose_to_close on closure_proposal for insert to throughline_app
  with check (proposed_by = guard.me() and proposed_on = guard.today() and guard.i_may('cases.work') and guard.i_work_on(case_id));
create policy another_declines_a_proposal on closure_declined for insert to throughline_app
  with check (declined_by = guard.me() and declined_on = guard.today() and guard.i_may('cases.close')
    and exists (select from closure_proposal p where p.id = proposal_id and p.proposed_by <> guard.me()
      and p.child_id = closure_declined.child_id and guard.i_work_on(p.case_id)));

grant insert (case_id, child_id, proposal_id, proposed_by, reason, level_at_closing, risk_held_by, closed_on, closed_by,
  recorded_at) on closure to throughline_app;
create policy another_closes_what_was_proposed on closure for insert to throughline_app
  with check (closed_by = guard.me() and closed_on = guard.today() and guard.i_may('cases.close')
    and guard.i_work_on(case_id) and guard.closing_is_proven(case_id, reason)
    and not exists (select from closure_declined d where d.proposal_id = closure.proposal_id));
