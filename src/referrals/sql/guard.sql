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
    (select k.relation from kinship k where k.child_id = c.id and not guard.closed_to_me(k.other_id)
     order by k.relation desc limit 1),
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
