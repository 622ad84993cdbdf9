-- Matching: who may be the same child, over everything on record. What is asked here crosses every wall, so what reads
-- who somebody is may be called by one role alone, throughline_matching, which compares and shows nothing of what it read
-- (docs/decisions/0014-comparing-and-looking.md).

select word_similarity('', ''); -- loads pg_trgm, without which its setting may not be named here and in policies.sql

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

-- Who works with a child now. (The teams in plpgsql: their view is composed after this file.)
create function guard.workers_with(child uuid) returns text[]
language sql stable set search_path = public, pg_temp as $$
  select array(select distinct w.name from child_worker a join worker w on w.id = a.worker_id
    left join child_worker_end e on e.child_worker_id = a.id
    where a.child_id = child and a.since <= guard.today() and (e.ended_on is null or e.ended_on > guard.today()))
$$;
create function guard.teams_with(child uuid) returns text[]
language plpgsql stable set search_path = public, pg_temp as $$
begin
  return array(select distinct t.name from guard.working_team w join team t on t.id = w.team_id where w.child_id = teams_with.child);
end $$;

-- Who is eighteen and with whom nobody works has left matching.
create function guard.left_matching(child uuid, born date) returns boolean
language plpgsql stable set search_path = public, pg_temp as $$
begin
  if born is null or born > guard.today() - interval '18 years' then return false; end if;
  return not exists (select from guard.working_team w where w.child_id = left_matching.child);
end $$;

-- What is recorded of who a child is, as words that say nothing of it: whatever is not among those once considered is new.
create function guard.evidence_of(child uuid) returns text[] language sql stable set search_path = public, pg_temp as $$
  select array(
    select 'version ' || version from child_detail where child_id = child
    union all select distinct 'name ' || md5(searched) from child_alias where child_id = child
    union all select 'number ' || kind || ' ' || md5(value) from child_identifier where child_id = child
    union all select distinct 'address ' || md5(address) from child_address where child_id = child and not confidential
    order by 1)
$$;

-- Who somebody is, as far as it is compared: never a confidential address.
create type guard.identity as (
  child_id uuid, reference text, given_names text, family_name text, born_on date, expected_on date, sex text,
  other_names jsonb, numbers jsonb, addresses text[], evidence text[]
);
create function guard.identities(children uuid[]) returns setof guard.identity
language sql stable set search_path = public, pg_temp as $$
  select c.id, c.reference, d.given_names, d.family_name, d.born_on, d.expected_on, d.sex,
    (select coalesce(jsonb_agg(distinct jsonb_build_array(o.given, o.family)), '[]') from (
      select a.given_names given, a.family_name family from child_alias a where a.child_id = c.id
      union all select v.given_names, v.family_name from child_detail v where v.child_id = c.id and v.version < d.version) o),
    (select coalesce(jsonb_object_agg(i.kind, i.value), '{}') from child_identifier i where i.child_id = c.id),
    array(select a.address from child_address a where a.child_id = c.id and not a.confidential),
    guard.evidence_of(c.id)
  from unnest(children) asked (id) join child c on c.id = asked.id
  join lateral (select * from child_detail d where d.child_id = c.id order by d.version desc limit 1) d on true
$$;

-- The keys under which somebody is looked for: their own, with day and month the other way round, and for a child not yet
-- born, or just born, the months about.
create function guard.keys_asked(given text, family text, born date, expected date) returns text[]
language sql stable set search_path = public, pg_temp as $$
  select match_keys(given, family, born, expected)
    || case when extract(day from born) <= 12
      then match_keys(given, family, make_date(extract(year from born)::int, extract(day from born)::int, extract(month from born)::int), null)
      else '{}' end
    || case when expected is not null or born > guard.today() - 120
      then array(select 'm' || month_key((coalesce(expected, born) + make_interval(months => n))::date) || s
                 from generate_series(-2, 2) n, unnest(name_sounds(given, family)) s)
      else '{}' end
$$;

-- Those who share a key or a number; at most so many, whoever shares most first. Where nothing dates the one asked about,
-- also those of a name alike.
create function guard.blocked(keys text[], kinds text[], numbers text[], whole text, at_most integer) returns uuid[]
language plpgsql stable set search_path = public, pg_temp
set pg_trgm.similarity_threshold = 0.45 as $$
declare
  dated boolean := exists (select from unnest(keys) k where k like 'b%' or k like 'm%');
  found uuid[] := array(
    select f.id from (
      select d.child_id id, (select sum(case left(k, 1) when 'm' then 1 else 2 end)
        from unnest(d.match_keys) k where k = any (keys)) score from child_detail d where d.match_keys && keys
      union all select a.child_id, 2 from child_alias a where a.match_keys && keys
      union all select a.child_id, 2 from child_address a where a.match_keys && keys and not a.confidential
      union all select i.child_id, 99 from unnest(kinds, numbers) n (kind, value)
        join child_identifier i on i.value = n.value and i.kind = n.kind
    ) f group by f.id order by sum(f.score) desc, f.id limit at_most);
begin
  if not dated and whole <> '' and cardinality(found) < 20 then
    found := found || array(select d.child_id from child_detail d where d.searched % whole and d.child_id <> all (found)
      order by similarity(d.searched, whole) desc, d.child_id limit 40);
  end if;
  return found;
end $$;

-- ## Two records of one child

-- Whom the worker who matches may be shown: their own, and, to whoever works the list of a sweep, everybody not closed to them.
create function guard.may_match(child uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select guard.i_may('people.match') and (child = any (guard.my_children())
    or (guard.i_may('people.sweep') and not guard.closed_to_me(child)))
$$;

-- Of which two they may speak: both shown to them; or one they record in this very transaction, and one they were shown as
-- perhaps the same when they did.
create function guard.may_say(one uuid, other uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$ -- in plpgsql: recorded_just_now is made after this file
begin
  return (guard.may_match(one) and guard.may_match(other))
    or (guard.i_may('people.record-child') and not guard.closed_to_me(one) and not guard.closed_to_me(other)
      and (guard.recorded_just_now(one) or guard.recorded_just_now(other)));
end
$$;

-- Whom to ring about a record one is not shown.
create function guard.whom_to_ring(child uuid) returns text language sql stable set search_path = public, pg_temp as $$
  select coalesce(
    case when guard.closed_to_me(child) then (select name from worker where id = guard.contact_for(child)) end,
    nullif(array_to_string(guard.workers_with(child) || guard.teams_with(child), ' or '), ''),
    'the Multi-Agency Safeguarding Hub (MASH)')
$$;

-- Whom each of these records is compared with; the second of two is the one of the higher id.
create function guard.pairs_to_judge(children uuid[], only_later boolean) returns table (left_id uuid, right_id uuid)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare one guard.identity;
begin
  for one in select * from guard.identities(children) loop
    if not guard.left_matching(one.child_id, one.born_on) then
      return query select least(one.child_id, other), greatest(one.child_id, other)
      from unnest(guard.blocked(
        guard.keys_asked(one.given_names, one.family_name, one.born_on, one.expected_on)
          || array(select unnest(guard.keys_asked(n->>0, n->>1, one.born_on, one.expected_on)) from jsonb_array_elements(one.other_names) n)
          || array(select unnest(place_keys(a)) from unnest(one.addresses) a),
        array(select jsonb_object_keys(one.numbers)), array(select value from jsonb_each_text(one.numbers)),
        plain_name(coalesce(one.given_names, '') || ' ' || coalesce(one.family_name, '')), 120)) other
      where other <> one.child_id and (not only_later or other > one.child_id);
    end if;
  end loop;
end $$;
create function guard.identities_to_judge(children uuid[]) returns setof guard.identity
language sql stable security definer set search_path = public, pg_temp as $$
  select i.* from guard.identities(children) i where not guard.left_matching(i.child_id, i.born_on)
$$;
create function guard.remember_likely(pairs jsonb, at timestamptz) returns integer
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare added integer;
begin
  insert into likely_pair (left_id, right_id, evidence, weight, grade, doubt, found_at)
  select p.left_id, p.right_id, md5(array_to_string(guard.evidence_of(p.left_id) || guard.evidence_of(p.right_id), ',')),
    p.weight, p.grade, p.doubt, remember_likely.at
  from jsonb_to_recordset(pairs) p (left_id uuid, right_id uuid, weight float8, grade text, doubt float8)
  on conflict do nothing;
  get diagnostics added = row_count;
  return added;
end $$;

-- What the asker is shown of likely pairs: those of one child, one pair, or all that nobody has spoken of since they were
-- last judged, the biggest doubt first. A side they may not see is nothing but whom to ring.
create type guard.pair_shown as (
  pair_id uuid, doubt float8, left_id uuid, right_id uuid, left_ring text, right_ring text,
  said_id uuid, same boolean, reason text, said_by text, said_at timestamptz, waits boolean, new text[]
);
create function guard.show_pairs(of_child uuid, one_pair uuid, after_doubt float8, after_id uuid, at_most integer)
returns setof guard.pair_shown
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare -- guard.may_match, asked once for all
  mine uuid[] := guard.my_children();
  sweeps boolean := guard.i_may('people.sweep');
begin
  if not guard.i_may(case when of_child is null and one_pair is null then 'people.sweep' else 'people.match' end) then return; end if;
  return query
  -- The few that are asked for first; only of them what each costs to tell.
  with asked as materialized (
    select p.*, s.id as said_id, s.same, s.reason, s.said_by, s.said_at, s.judged, s.considered
    from likely_pair p
    left join lateral (select s.* from pair_said s where s.left_id = p.left_id and s.right_id = p.right_id
      and not exists (select from pair_undone u where u.said_id = s.id) order by s.judged desc nulls last, s.said_at desc limit 1) s on true
    where not exists (select from likely_pair q where q.left_id = p.left_id and q.right_id = p.right_id and q.ordinal > p.ordinal)
      and (of_child is null or of_child in (p.left_id, p.right_id)) and (one_pair is null or one_pair = p.id)
      and (one_pair is not null or of_child is not null or s.id is null or p.ordinal > s.judged)
      and (after_id is null or (p.doubt, p.id) > (after_doubt, after_id))
    order by p.doubt, p.id limit least(at_most, 51)
  )
  select p.id, p.doubt, case when l.open then p.left_id end, case when r.open then p.right_id end,
    case when not l.open then guard.whom_to_ring(p.left_id) end, case when not r.open then guard.whom_to_ring(p.right_id) end,
    p.said_id, p.same, p.reason, w.name, p.said_at, p.said_id is null or p.ordinal > p.judged,
    array(select case when e.side = 1 then 'left ' else 'right ' end || e.what from (
      select 1 side, unnest(guard.evidence_of(p.left_id)) what union all select 2, unnest(guard.evidence_of(p.right_id))) e
      where p.said_id is not null and e.what <> all (p.considered))
  from asked p
  left join worker w on w.id = p.said_by
  cross join lateral (select p.left_id = any (mine) or (sweeps and not guard.closed_to_me(p.left_id)) as open) l
  cross join lateral (select p.right_id = any (mine) or (sweeps and not guard.closed_to_me(p.right_id)) as open) r
  where of_child is null and one_pair is null or l.open or r.open
  order by p.doubt, p.id;
end $$;
revoke execute on function guard.pairs_to_judge(uuid[], boolean), guard.identities_to_judge(uuid[]),
  guard.remember_likely(jsonb, timestamptz), guard.show_pairs(uuid, uuid, float8, uuid, integer) from public;
grant execute on function guard.pairs_to_judge(uuid[], boolean), guard.identities_to_judge(uuid[]),
  guard.remember_likely(jsonb, timestamptz), guard.show_pairs(uuid, uuid, float8, uuid, integer) to throughline_matching;

-- What was known when it was said: everything recorded of both, and how they were last judged.
create function guard.note_what_was_known() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.considered := guard.evidence_of(new.left_id) || guard.evidence_of(new.right_id);
  new.judged := (select max(p.ordinal) from likely_pair p where p.left_id = new.left_id and p.right_id = new.right_id);
  return new;
end $$;
create trigger b_what_was_known before insert on pair_said for each row execute function guard.note_what_was_known();

create function guard.i_may_undo(said uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from pair_said s where s.id = said and guard.may_match(s.left_id) and guard.may_match(s.right_id))
$$;

-- ## A sweep

-- The oldest that is not finished, how far it has come, and the children of its next slice.
create function guard.next_slice(at_most integer) returns table (sweep_id uuid, ordinal integer, children uuid[])
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, coalesce(l.ordinal, 0) + 1, array(select c.id from child c
    where l.upto is null or c.id > l.upto order by c.id limit at_most)
  from sweep s left join lateral (select * from sweep_slice d where d.sweep_id = s.id order by d.ordinal desc limit 1) l on true
  where l.ordinal is null or l.upto is not null
  order by s.started_at, s.id limit 1
$$;
create function guard.end_slice(sweep uuid, ordinal integer, children uuid[], is_last boolean, at timestamptz) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  insert into sweep_slice (sweep_id, ordinal, upto, children, done_at)
  select end_slice.sweep, end_slice.ordinal, case when is_last then null else (select max(c::text)::uuid from unnest(end_slice.children) c) end,
    cardinality(end_slice.children), end_slice.at
$$;
revoke execute on function guard.next_slice(integer), guard.end_slice(uuid, integer, uuid[], boolean, timestamptz) from public;
grant execute on function guard.next_slice(integer), guard.end_slice(uuid, integer, uuid[], boolean, timestamptz) to throughline_matching;

-- How far each sweep has come, in hundredths: not how many children there are, nor how many pairs were found.
create function guard.sweeps() returns table (id uuid, started_by text, started_at timestamptz, share integer, finished boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, w.name, s.started_at,
    case when f.finished then 100 else least(99, coalesce(f.children, 0) * 100 / greatest(1, (select count(*) from child)))::integer end,
    coalesce(f.finished, false)
  from sweep s left join worker w on w.id = s.started_by
  left join lateral (select sum(d.children) children, bool_or(d.upto is null) finished from sweep_slice d where d.sweep_id = s.id) f on true
  where guard.i_may('people.sweep')
  order by s.started_at desc, s.id limit 10
$$;
