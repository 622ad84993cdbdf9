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
  referrer_agency, referrer_relationship, wants_anonymity, concern, suspected, need_level, immediate_danger, family_told,
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
-- A decision about a child closed to the author is not told here: the page asks whoever has heard nothing to ring.
create function guard.heard_by_author(of_referral uuid)
returns table (looked_at boolean, decided_at timestamptz, asked_of_referrer text, outcomes text[])
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from screening s where s.referral_id = r.id)
      or exists (select from acknowledgement a where a.referral_id = r.id)
      or exists (select from decision any_decision where any_decision.referral_id = r.id),
    d.decided_at, d.asked_of_referrer,
    array(select o.outcome from referral_subject c left join decision_outcome o on o.subject_id = c.id and o.decision_id = d.id
          where c.referral_id = r.id order by c.ordinal)
  from referral r left join decision d on d.referral_id = r.id and not exists (
    select from referral_subject c join subject_match m on m.subject_id = c.id and m.same
    where c.referral_id = r.id and guard.closed_to_me(m.child_id)
      and not exists (select from subject_match_undone u where u.match_id = m.id))
  where r.id = of_referral and r.author_id = guard.me() and guard.i_may('referrals.make')
$$;
