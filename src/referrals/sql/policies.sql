-- ## The referrer's side

-- A referral being written belongs to its author alone. That it was started stays known to them after it expires.
grant select on referral_draft to throughline_app;
grant insert (id, author_id, started_at, expires_on) on referral_draft to throughline_app;
create policy the_author_sees_their_drafts on referral_draft for select to throughline_app
  using (author_id = guard.me() and 'referrals.make' = any ((select guard.my_permissions())::text[]));
create policy start_a_draft_as_oneself on referral_draft for insert to throughline_app
  with check (author_id = guard.me() and guard.i_may('referrals.make') and expires_on >= guard.today());

-- The drafts I can still write in: mine, not yet sent, not yet expired.
create function guard.my_open_drafts() returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(d.id), '{}') from referral_draft d
  where d.author_id = guard.me() and d.expires_on >= guard.today() and guard.i_may('referrals.make')
    and not exists (select from referral r where r.draft_id = d.id)
$$;

-- Its sections open and change only while it does. This is the one place in the house where a row is overwritten:
-- nobody but the author has read it yet.
grant select, insert on referral_draft_section to throughline_app;
grant update (answers, saved_at) on referral_draft_section to throughline_app;
create policy the_author_sees_sections_of_open_drafts on referral_draft_section for select to throughline_app
  using (draft_id = any ((select guard.my_open_drafts())::uuid[]));
create policy the_author_saves_sections_of_open_drafts on referral_draft_section for insert to throughline_app
  with check (draft_id = any (guard.my_open_drafts()));
create policy the_author_changes_sections_of_open_drafts on referral_draft_section for update to throughline_app
  using (draft_id = any ((select guard.my_open_drafts())::uuid[])) with check (draft_id = any (guard.my_open_drafts()));

-- Whoever sent a referral may read what they sent, and nothing that grows beside it: no policy here names screening,
-- matches, agreement, partners' answers or decision.
grant select on referral, referral_subject to throughline_app;
grant insert (id, reference, received_at, channel, source, author_id, agency_id, referrer_name, referrer_role,
  referrer_agency, referrer_relationship, wants_anonymity, concern, suspected, need_level, immediate_danger, missing_now, family_told,
  why_not_told, form_version, answers, draft_id, recorded_at) on referral to throughline_app;
grant insert on referral_subject to throughline_app;
create policy the_author_reads_what_they_sent on referral for select to throughline_app
  using (author_id = guard.me() and 'referrals.make' = any ((select guard.my_permissions())::text[]));

-- A referral is sent as oneself from one's own open draft; only the MASH and the emergency duty team write down a call.
create policy send_ones_own_draft on referral for insert to throughline_app
  with check (author_id = guard.me() and guard.i_may('referrals.make') and draft_id = any (guard.my_open_drafts())
    and channel = case when guard.i_may('referrals.write-down') then 'phone' else 'online' end
    and (channel = 'phone' or agency_id = (select agency_id from worker where id = guard.me())));

create policy the_author_reads_the_children_they_named on referral_subject for select to throughline_app
  using (exists (select from referral r where r.id = referral_id and r.author_id = guard.me()));

-- The children are named in the transaction that sends the referral: none is added once it is sent.
create policy name_the_children_while_sending on referral_subject for insert to throughline_app
  with check (exists (select from referral r
    where r.id = referral_id and r.author_id = guard.me() and r.xmin = pg_current_xact_id()::xid));

-- What an author hears of a referral of theirs: that somebody looks at it, then the outcome for each child they named (in
-- their order) and what is asked of them. Not the reason, the lawful basis or who decided, which the table holds too.
-- A decision about a child closed to the author, or that concerns the author, is not told here: the page asks whoever has
-- heard nothing to ring.
create function guard.heard_by_author(of_referral uuid)
returns table (looked_at boolean, decided_at timestamptz, asked_of_referrer text, outcomes text[])
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from screening s where s.referral_id = r.id)
      or exists (select from acknowledgement a where a.referral_id = r.id)
      or exists (select from decision any_decision where any_decision.referral_id = r.id),
    d.decided_at, d.asked_of_referrer,
    array(select o.outcome from referral_subject c left join decision_outcome o on o.subject_id = c.id and o.decision_id = d.id
          where c.referral_id = r.id order by c.ordinal)
  from referral r left join decision d on d.referral_id = r.id
    and not exists (select from subject_child c where c.referral_id = r.id and guard.closed_to_me(c.child_id))
    and not exists (select from concerned_worker w where w.referral_id = r.id and w.worker_id = guard.me())
  where r.id = of_referral and r.author_id = guard.me() and guard.i_may('referrals.make')
$$;

-- ## The MASH's side (its questions are in guard.sql)

-- The index of what waits for a decision keeps itself: nobody writes it, and only the guard takes out of it.
grant delete on undecided_referral to throughline_guard;
create policy the_guard_takes_out_what_is_decided on undecided_referral for delete to throughline_guard using (true);

-- Whoever may see a referral sees what was done with it. Nothing is changed or taken back: what was wrong is undone by a
-- further row. What partners answered is theirs and the deciders': it is not shown with the child.
grant select on undecided_referral, subject_match, subject_match_undone, concerned_worker, acknowledgement, screening,
  agreement, partner_request, partner_answer, strategy_discussion, decision, decision_outcome, outcome_beside, contact_notice,
  contact_notice_seen to throughline_app;
grant select on subject_child, referral_rating to throughline_app, throughline_console, throughline_guard;
create policy see_a_referral on referral for select to throughline_app
  using (id = any ((select guard.my_referrals())::uuid[]));
create policy see_that_it_waits on undecided_referral for select to throughline_app
  using (referral_id = any ((select guard.my_referrals())::uuid[]));
create policy see_the_children_referred on referral_subject for select to throughline_app
  using (referral_id = any ((select guard.my_referrals())::uuid[]));
create policy see_who_it_concerns on concerned_worker for select to throughline_app
  using (referral_id = any ((select guard.my_referrals())::uuid[]));
create policy see_acknowledgements on acknowledgement for select to throughline_app
  using (referral_id = any ((select guard.my_referrals())::uuid[]));
create policy see_screening on screening for select to throughline_app
  using (referral_id = any ((select guard.my_referrals())::uuid[]));
create policy see_agreement on agreement for select to throughline_app
  using (referral_id = any ((select guard.my_referrals())::uuid[]));
create policy see_strategy_discussions on strategy_discussion for select to throughline_app
  using (referral_id = any ((select guard.my_referrals())::uuid[]));
create policy see_the_decision on decision for select to throughline_app
  using (referral_id = any ((select guard.my_referrals())::uuid[]));
create policy see_the_outcome_for_each_child on decision_outcome for select to throughline_app
  using (referral_id = any ((select guard.my_referrals())::uuid[]));
create policy see_what_was_decided_beside_it on outcome_beside for select to throughline_app
  using (referral_id = any ((select guard.my_referrals())::uuid[]));

-- That a child closed to me was, or was not, the one meant is not said either.
create policy see_who_a_child_is on subject_match for select to throughline_app
  using (child_id <> all ((select guard.children_closed_to_me())::uuid[])
    and referral_id = any ((select guard.my_referrals())::uuid[]));
create policy see_what_was_undone on subject_match_undone for select to throughline_app
  using (exists (select from subject_match m where m.id = match_id));

-- A partner sees what their agency is asked and what it answered, and nothing of the referral: the request carries what
-- the MASH wrote for them. Not if they are barred from the child. The MASH, and whoever decides, see every answer.
create policy see_what_ones_agency_is_asked on partner_request for select to throughline_app
  using (id = any ((select guard.my_requests())::uuid[]));
create policy see_what_partners_were_asked on partner_request for select to throughline_app
  using ('referrals.read-answers' = any ((select guard.my_permissions())::text[])
    and referral_id = any ((select guard.my_referrals())::uuid[]));
create policy see_answers_with_the_request on partner_answer for select to throughline_app
  using (exists (select from partner_request q where q.id = request_id));
create policy answer_for_ones_agency on partner_answer for insert to throughline_app
  with check (answered_by = guard.me() and guard.i_may('referrals.answer') and request_id = any (guard.my_requests()));

-- What the MASH and the emergency duty team record is recorded under their own name, on referrals they see.
grant insert on subject_match, subject_match_undone, concerned_worker, acknowledgement, screening, agreement,
  partner_request, partner_answer, strategy_discussion, decision, decision_outcome, outcome_beside, contact_notice_seen to throughline_app;
-- What leads to a decision is recorded while the referral waits for one.
create policy screen on screening for insert to throughline_app
  with check (screened_by = guard.me() and guard.i_may('referrals.screen') and referral_id = any (guard.my_referrals())
    and exists (select from undecided_referral u where u.referral_id = screening.referral_id));
create policy record_agreement on agreement for insert to throughline_app
  with check (recorded_by = guard.me() and guard.i_may('referrals.screen') and referral_id = any (guard.my_referrals())
    and exists (select from undecided_referral u where u.referral_id = agreement.referral_id));
create policy ask_partners on partner_request for insert to throughline_app
  with check (requested_by = guard.me() and guard.i_may('referrals.screen') and referral_id = any (guard.my_referrals())
    and exists (select from undecided_referral u where u.referral_id = partner_request.referral_id));
create policy record_a_strategy_discussion on strategy_discussion for insert to throughline_app
  with check (recorded_by = guard.me() and guard.i_may('referrals.discuss') and referral_id = any (guard.my_referrals()));
create policy record_whom_it_concerns on concerned_worker for insert to throughline_app
  with check (recorded_by = guard.me() and guard.i_may('referrals.match') and referral_id = any (guard.my_referrals()));

-- Who a child is, is said by those who match, and by the contact of a restricted record about that record.
create policy say_who_a_child_is on subject_match for insert to throughline_app
  with check (matched_by = guard.me() and child_id <> all (guard.children_closed_to_me())
    and referral_id = any (guard.my_referrals())
    and (guard.i_may('referrals.match') or exists (select from contact_notice n
      where n.subject_id = subject_match.subject_id and n.child_id = subject_match.child_id and n.contact_id = guard.me())));
create policy undo_who_a_child_is on subject_match_undone for insert to throughline_app
  with check (undone_by = guard.me() and guard.i_may('referrals.match') and exists (select from subject_match m where m.id = match_id));

-- A notice is raised by the function that finds the match, and read by the contact it names.
create policy read_ones_own_notices on contact_notice for select to throughline_app using (contact_id = guard.me());
create policy read_what_one_said_to_a_notice on contact_notice_seen for select to throughline_app using (seen_by = guard.me());
create policy answer_ones_own_notice on contact_notice_seen for insert to throughline_app
  with check (seen_by = guard.me() and exists (select from contact_notice n where n.id = notice_id));

-- An allocated worker, or their manager, acknowledges a referral about their child.
create policy acknowledge_for_ones_own_child on acknowledgement for insert to throughline_app
  with check (acknowledged_by = guard.me() and guard.i_may('referrals.acknowledge') and referral_id = any (guard.my_referrals())
    and exists (select from subject_child c where c.referral_id = acknowledgement.referral_id
      and c.child_id = any (guard.my_allocated_children())));

-- One decision, structurally, by whoever may (guard.sql), and one outcome for each child of that referral.
create policy decide on decision for insert to throughline_app
  with check (decided_by = guard.me() and guard.i_may_decide(referral_id));
create policy decide_for_each_child on decision_outcome for insert to throughline_app
  with check (exists (select from decision d where d.id = decision_id and d.decided_by = guard.me()));
-- With the decision, and not after it: nothing is added to what was decided.
create policy decide_beside_it on outcome_beside for insert to throughline_app
  with check (exists (select from decision d where d.id = decision_id and d.decided_by = guard.me() and d.xmin = pg_current_xact_id()::xid));
