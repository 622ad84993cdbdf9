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

-- ## The MASH's side

-- The index of what waits for a decision keeps itself: nobody writes it, and only the guard takes out of it.
grant delete on undecided_referral to throughline_guard;
create policy the_guard_takes_out_what_is_decided on undecided_referral for delete to throughline_guard using (true);
create function guard.referral_waits() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into undecided_referral (referral_id) select id from added where channel <> 'import';
  return null;
end $$;
create function guard.referral_is_decided() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from undecided_referral u using added a where u.referral_id = a.referral_id;
  return null;
end $$;
create trigger a_referral_waits after insert on referral
  referencing new table as added for each statement execute function guard.referral_waits();
create trigger a_referral_is_decided after insert on decision
  referencing new table as added for each statement execute function guard.referral_is_decided();

-- What a worker must not see whoever involves them: a referral about a child closed to them, hidden whole; and one that
-- concerns them.
create function guard.children_closed_to_me() returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(child_id), '{}') from (
    select r.child_id from restriction r
    where not exists (select from restriction_lifted l where l.restriction_id = r.id)
      and not exists (select from restriction_allowed a where a.restriction_id = r.id and a.worker_id = guard.me())
    union all
    select e.child_id from exclusion e
    where e.worker_id = guard.me() and not exists (select from exclusion_lifted l where l.exclusion_id = e.id)
  ) closed
$$;
create function guard.referrals_closed_to_me() returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(referral_id), '{}') from (
    select c.referral_id from subject_child c where c.child_id = any ((select guard.children_closed_to_me())::uuid[])
    union all
    select w.referral_id from concerned_worker w where w.worker_id = guard.me()
  ) closed
$$;

-- "Which referrals may I see": the MASH's by its window, the emergency duty team's by urgency, everybody's by the child,
-- and, for whoever is the contact of a restricted record, those that may be about that child. A referrer is none of
-- these: what they hear of their own referral is said above.
-- Remembered as the worker's children are (access/sql/guard.sql).
create function guard.my_referrals() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare mine uuid[] := guard.remembered('my_referrals');
begin
  if mine is null then
    mine := (
      select coalesce(array_agg(distinct referral_id), '{}') from (
        select m.referral_id from guard.mash_referral m where guard.i_may('referrals.queue')
        union all
        select u.referral_id from guard.urgent_referral u where guard.i_may('referrals.out-of-hours')
        union all
        select c.referral_id from subject_child c
        where guard.i_may('referrals.see') and c.child_id = any ((select guard.my_children())::uuid[])
        union all
        select n.referral_id from contact_notice n
        where guard.i_may('referrals.see') and n.contact_id = guard.me()
          and n.child_id <> all ((select guard.children_closed_to_me())::uuid[])
      ) mine
      where referral_id <> all ((select guard.referrals_closed_to_me())::uuid[])
    );
    perform guard.remember('my_referrals', mine);
  end if;
  return mine;
end $$;

-- Whoever may see a referral sees what was done with it. Nothing is changed or taken back: what was wrong is undone by a
-- further row. What partners answered is theirs and the deciders': it is not shown with the child.
grant select on undecided_referral, subject_match, subject_match_undone, concerned_worker, acknowledgement, screening,
  agreement, partner_request, partner_answer, strategy_discussion, decision, decision_outcome, contact_notice,
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

-- That a child closed to me was, or was not, the one meant is not said either.
create policy see_who_a_child_is on subject_match for select to throughline_app
  using (child_id <> all ((select guard.children_closed_to_me())::uuid[])
    and referral_id = any ((select guard.my_referrals())::uuid[]));
create policy see_what_was_undone on subject_match_undone for select to throughline_app
  using (exists (select from subject_match m where m.id = match_id));

-- A partner sees what their agency is asked and what it answered, and nothing of the referral: the request carries what
-- the MASH wrote for them. Not if they are barred from the child. The MASH, and whoever decides, see every answer.
create function guard.my_requests() returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(q.id), '{}') from worker w join partner_request q on q.agency_id = w.agency_id
  where guard.i_may('referrals.answer') and w.id = guard.me() and not exists (
    select from subject_child c join exclusion e on e.child_id = c.child_id and e.worker_id = w.id
    where c.referral_id = q.referral_id and not exists (select from exclusion_lifted l where l.exclusion_id = e.id))
    and not exists (select from concerned_worker c where c.referral_id = q.referral_id and c.worker_id = w.id)
$$;
create policy see_what_ones_agency_is_asked on partner_request for select to throughline_app
  using (id = any ((select guard.my_requests())::uuid[]));
create policy see_what_partners_were_asked on partner_request for select to throughline_app
  using ('referrals.read-answers' = any ((select guard.my_permissions())::text[])
    and referral_id = any ((select guard.my_referrals())::uuid[]));
create policy see_answers_with_the_request on partner_answer for select to throughline_app
  using (exists (select from partner_request q where q.id = request_id));
create policy answer_for_ones_agency on partner_answer for insert to throughline_app
  with check (answered_by = guard.me() and guard.i_may('referrals.answer') and request_id = any (guard.my_requests()));
-- The audit names the children a partner's page is about; the page shows what the MASH wrote and never these ids.
create function guard.children_asked_about(request uuid) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(c.child_id), '{}') from partner_request q join subject_child c on c.referral_id = q.referral_id
  where q.id = request and q.id = any (guard.my_requests())
$$;

-- What the MASH and the emergency duty team record is recorded under their own name, on referrals they see.
grant insert on subject_match, subject_match_undone, concerned_worker, acknowledgement, screening, agreement,
  partner_request, partner_answer, strategy_discussion, decision, decision_outcome, contact_notice_seen to throughline_app;
create policy screen on screening for insert to throughline_app
  with check (screened_by = guard.me() and guard.i_may('referrals.screen') and referral_id = any (guard.my_referrals()));
create policy record_agreement on agreement for insert to throughline_app
  with check (recorded_by = guard.me() and guard.i_may('referrals.screen') and referral_id = any (guard.my_referrals()));
create policy ask_partners on partner_request for insert to throughline_app
  with check (requested_by = guard.me() and guard.i_may('referrals.screen') and referral_id = any (guard.my_referrals()));
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
create function guard.my_allocated_children() returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct child_id), '{}') from guard.people_involvement
  where worker_id = guard.me() and since <= guard.today() and (until is null or until >= guard.today())
$$;
create policy acknowledge_for_ones_own_child on acknowledgement for insert to throughline_app
  with check (acknowledged_by = guard.me() and guard.i_may('referrals.acknowledge') and referral_id = any (guard.my_referrals())
    and exists (select from subject_child c where c.referral_id = acknowledgement.referral_id
      and c.child_id = any (guard.my_allocated_children())));

-- One decision, structurally. Nobody decides a referral they made. A MASH manager decides any other; the manager of the
-- children's workers decides where every child on it is theirs, and never at RED or where one of those workers is concerned. At RED a strategy discussion, or why
-- there is none, stands first.
create function guard.i_may_decide(referral uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from referral r join referral_rating rated on rated.referral_id = r.id
    where r.id = i_may_decide.referral and r.id = any (guard.my_referrals()) and guard.i_may('referrals.decide')
      and r.channel <> 'import' and r.author_id is distinct from guard.me()
      and case when guard.i_may('referrals.queue') then rated.brag is not null
        and (rated.brag <> 'red' or exists (select from strategy_discussion d where d.referral_id = r.id))
      else rated.brag is distinct from 'red' and not exists (select from concerned_worker c where c.referral_id = r.id) and not exists (
        select from referral_subject s where s.referral_id = r.id and not exists (select from subject_child c
          where c.subject_id = s.id and c.child_id = any (guard.my_allocated_children())))
      end)
$$;
create policy decide on decision for insert to throughline_app
  with check (decided_by = guard.me() and guard.i_may_decide(referral_id));
create policy decide_for_each_child on decision_outcome for insert to throughline_app
  with check (exists (select from decision d where d.id = decision_id and d.decided_by = guard.me()));

-- Who a child as referred may be, over everything on record: who shares a number, the name, an alias, or the birth date
-- with names alike. It compares and does not judge: matching.ts grades and says why. A person of eighteen or over with
-- whom nobody works is not found this way. Run by the guard: for anybody else their own policies apply. (In plpgsql, which
-- keeps its plan: planning everybody's involvement takes longer than asking.)
create function guard.likeness(referred text, recorded text) returns text language sql stable set search_path = public, pg_temp as $$
  select case when coalesce(referred, '') = '' or coalesce(recorded, '') = '' then 'not_known'
    when referred = recorded then 'same'
    when similarity(referred, recorded) >= 0.4 or word_similarity(referred, recorded) >= 0.8
      or word_similarity(recorded, referred) >= 0.8 then 'alike'
    else 'different' end
$$;
create type guard.candidate as (
  child_id uuid, reference text, given_names text, family_name text, born_on date, numbers text[], born text,
  given text, family text, alias boolean, kin text, workers text[], teams text[], contact text
);
create function guard.children_like(subject uuid) returns setof guard.candidate
language plpgsql stable set search_path = public, pg_temp as $$
begin
  return query with asked as (
    select s.born_on, plain_name(coalesce(s.given_names, '')) given, plain_name(coalesce(s.family_name, '')) family,
      btrim(plain_name(coalesce(s.given_names, '') || ' ' || coalesce(s.family_name, ''))) whole, numbers.kind, numbers.value
    from referral_subject s
    left join lateral (
      select kind, upper(regexp_replace(number, '\s', '', 'g')) value
      from (values ('NHS', s.nhs_number), ('UPN', s.upn), ('LA_CHILD_ID', s.la_child_id)) n (kind, number) where number is not null
    ) numbers on true
    where s.id = children_like.subject
  ), found as (
    select i.child_id from asked a join child_identifier i on i.kind = a.kind and i.value = a.value
    union select d.child_id from asked a join child_detail d on d.born_on = a.born_on
    union select d.child_id from asked a join child_detail d on d.searched = a.whole where a.whole <> ''
    union select l.child_id from asked a join child_alias l on l.searched = a.whole where a.whole <> ''
  ), compared as (
    select n.id, n.reference, n.given_names, n.family_name, n.born_on,
      array(select i.kind from asked m join child_identifier i on i.kind = m.kind and i.value = m.value
            where i.child_id = n.id order by i.kind) numbers,
      case when a.born_on is null or n.born_on is null then 'not_known' when a.born_on = n.born_on then 'same' else 'different' end born,
      guard.likeness(a.given, plain_name(coalesce(n.given_names, ''))) given,
      guard.likeness(a.family, plain_name(coalesce(n.family_name, ''))) family,
      exists (select from child_alias l where l.child_id = n.id and l.searched = a.whole) alias
    from found f join child_now n on n.id = f.child_id cross join (select * from asked limit 1) a
    where n.born_on is null or n.born_on > guard.today() - interval '18 years' or exists (
      select from guard.involvement i where i.child_id = n.id and i.since <= guard.today() and (i.until is null or i.until >= guard.today()))
  )
  select c.*,
    (select k.relation from kinship k where k.child_id = c.id order by k.relation desc limit 1),
    array(select distinct w.name from child_worker a join worker w on w.id = a.worker_id
          left join child_worker_end e on e.child_worker_id = a.id
          where a.child_id = c.id and a.since <= guard.today() and (e.ended_on is null or e.ended_on > guard.today())),
    -- The teams that work with the child, this room's own apart: the MASH has a referral, which is what is being read.
    array(select distinct t.name from guard.involvement i join team_member m on m.worker_id = i.worker_id join team t on t.id = m.team_id
          where i.child_id = c.id and i.why <> all ('{a referral at the MASH,an urgent referral}')
            and i.since <= guard.today() and (i.until is null or i.until >= guard.today())
            and m.since <= guard.today() and (m.until is null or m.until >= guard.today())),
    null
  from compared c
  where c.numbers <> '{}' or c.alias or c.family in ('same', 'alike') or (c.given = 'same' and c.born = 'same');
end $$;

-- Whom to ring about a child closed to me: the contact of the restriction, otherwise whoever excluded me.
create function guard.contact_for(child uuid) returns uuid language sql stable set search_path = public, pg_temp as $$
  select coalesce(
    (select r.contact_id from restriction r where r.child_id = contact_for.child
       and not exists (select from restriction_lifted l where l.restriction_id = r.id)
     order by r.restricted_at desc limit 1),
    (select e.excluded_by from exclusion e where e.child_id = contact_for.child and e.worker_id = guard.me()
       and not exists (select from exclusion_lifted l where l.exclusion_id = e.id)
     order by e.excluded_at desc limit 1))
$$;

-- The one door to matching. A child closed to the asker comes as nothing but whom to ring, and that person is told, once;
-- until they say that it is not the same child.
create function guard.match_candidates(subject uuid, at timestamptz) returns setof guard.candidate
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  one guard.candidate;
  nobody guard.candidate;
  contact uuid;
  its_referral uuid := (select s.referral_id from referral_subject s where s.id = match_candidates.subject);
begin
  if its_referral is null or its_referral <> all (guard.my_referrals()) then return; end if;
  if not (guard.i_may('referrals.match') or exists (select from contact_notice n
    where n.subject_id = match_candidates.subject and n.contact_id = guard.me())) then return; end if;
  for one in select * from guard.children_like(match_candidates.subject) loop
    if not guard.closed_to_me(one.child_id) then
      return next one;
    elsif not exists (select from subject_match m where m.subject_id = match_candidates.subject and m.child_id = one.child_id
        and not m.same and not exists (select from subject_match_undone u where u.match_id = m.id)) then
      contact := guard.contact_for(one.child_id);
      insert into contact_notice (subject_id, referral_id, child_id, contact_id, raised_by, raised_at)
      values (match_candidates.subject, its_referral, one.child_id, contact, guard.me(), match_candidates.at) on conflict do nothing;
      nobody.contact := (select name from worker where id = contact);
      return next nobody;
    end if;
  end loop;
end $$;
