-- The questions the policies of this room ask, and the one door to matching. Run as throughline_guard: each checks for
-- itself who is asking.

-- What waits for a decision, kept as referrals come and are decided.
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
-- these: what they hear of their own referral is said in policies.sql.
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

-- What the reader's agency has been asked, unless they are barred from a child it is about, or it is about them.
create function guard.my_requests() returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(q.id), '{}') from worker w join partner_request q on q.agency_id = w.agency_id
  where guard.i_may('referrals.answer') and w.id = guard.me() and not exists (
    select from subject_child c join exclusion e on e.child_id = c.child_id and e.worker_id = w.id
    where c.referral_id = q.referral_id and not exists (select from exclusion_lifted l where l.exclusion_id = e.id))
    and not exists (select from concerned_worker c where c.referral_id = q.referral_id and c.worker_id = w.id)
$$;

-- The audit names the children a partner's page is about; the page shows what the MASH wrote and never these ids.
create function guard.children_asked_about(request uuid) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(c.child_id), '{}') from partner_request q join subject_child c on c.referral_id = q.referral_id
  where q.id = request and q.id = any (guard.my_requests())
$$;

-- The children whose social worker the reader is, or whose worker's team they manage.
create function guard.my_allocated_children() returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct child_id), '{}') from guard.people_involvement
  where worker_id = guard.me() and since <= guard.today() and (until is null or until >= guard.today())
$$;

-- Nobody decides a referral they made. A MASH manager decides any other once it is rated; the manager of the children's
-- workers decides where every child on it is theirs, and never at RED or where it concerns one of those workers. At RED
-- a strategy discussion, or why there is none, stands first.
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

-- Who a child as referred may be, over everything on record (people/sql/guard.sql): read by the comparing role alone, for
-- whoever matches, or was told as the contact of a record.
create function guard.i_may_ask_who(subject uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from referral_subject s where s.id = i_may_ask_who.subject and s.referral_id = any (guard.my_referrals()))
    and (guard.i_may('referrals.match') or exists (select from contact_notice n
      where n.subject_id = i_may_ask_who.subject and n.contact_id = guard.me()))
$$;
create function guard.who_may_be_referred(subject uuid) returns setof guard.identity
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  s referral_subject := (select r from referral_subject r where r.id = who_may_be_referred.subject);
begin
  if not guard.i_may_ask_who(subject) then return; end if;
  return query select i.* from guard.identities(guard.blocked(
    guard.keys_asked(s.given_names, s.family_name, s.born_on, s.expected_on)
      || case when s.also_known_as is null then '{}' else guard.keys_asked(s.also_known_as, s.family_name, s.born_on, s.expected_on)
        || guard.keys_asked(s.also_known_as, null, s.born_on, s.expected_on) end
      || place_keys(s.address),
    array['NHS', 'UPN', 'LA_CHILD_ID'],
    array(select upper(regexp_replace(n, '\s', '', 'g')) from unnest(array[s.nhs_number, s.upn, s.la_child_id]) with ordinality u (n, o) order by o),
    plain_name(coalesce(s.given_names, '') || ' ' || coalesce(s.family_name, '')), 120)) i
  where not guard.left_matching(i.child_id, i.born_on);
end $$;

-- What is shown of those judged likely: of each, who works with them; of a record closed to the asker nothing but whom to
-- ring, and that person is told, once; until they say that it is not the same child.
create type guard.candidate as (child_id uuid, kin text, workers text[], teams text[], contact text);
create function guard.show_candidates(subject uuid, children uuid[], at timestamptz) returns setof guard.candidate
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  one uuid;
  contact uuid;
  its_referral uuid := (select s.referral_id from referral_subject s where s.id = show_candidates.subject);
begin
  if not guard.i_may_ask_who(subject) then return; end if;
  foreach one in array children loop
    if not guard.closed_to_me(one) then
      return query select one,
        (select k.relation from kinship k where k.child_id = one and not guard.closed_to_me(k.other_id)
         order by k.relation desc limit 1),
        guard.workers_with(one), guard.teams_with(one), null::text;
    elsif not exists (select from subject_match m where m.subject_id = show_candidates.subject and m.child_id = one
        and not m.same and not exists (select from subject_match_undone u where u.match_id = m.id)
        and coalesce(m.considered @> guard.evidence_of(one), true)) then
      contact := guard.contact_for(one);
      insert into contact_notice (subject_id, referral_id, child_id, contact_id, raised_by, raised_at)
      values (show_candidates.subject, its_referral, one, contact, guard.me(), show_candidates.at) on conflict do nothing;
      return query select null::uuid, null::text, null::text[], null::text[], (select name from worker where id = contact);
    end if;
  end loop;
end $$;
revoke execute on function guard.who_may_be_referred(uuid), guard.show_candidates(uuid, uuid[], timestamptz) from public;
grant execute on function guard.who_may_be_referred(uuid), guard.show_candidates(uuid, uuid[], timestamptz) to throughline_matching;

-- What was recorded of the child when it was said who a referred child is.
create function guard.note_what_was_considered() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.considered := guard.evidence_of(new.child_id);
  return new;
end $$;
create trigger b_what_was_considered before insert on subject_match for each row execute function guard.note_what_was_considered();
