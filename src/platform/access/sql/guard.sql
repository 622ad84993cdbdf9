-- The questions every policy asks. In PL/pgSQL because it keeps a session's plans: as SQL functions they were planned again
-- in every statement of every page, which cost more than the page.
-- Owned by throughline_guard, which alone reads across the walls.
-- Run whole by the migrator after involvement has been composed from what the rooms offer.

create function guard.me() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.worker', true), '')::uuid;

create function guard.today() returns date language sql stable parallel safe
  return nullif(current_setting('app.today', true), '')::date;

-- What a report is asked for: read by the views of schema fact, so that one view serves every period. Declared immutable
-- so that the planner folds them into the two days before it chooses a plan (read row by row they cost a third of the
-- year's report). True within a statement, and no statement over these views is prepared for a later one.
create function guard.period_from() returns date language sql immutable parallel safe
  return nullif(current_setting('app.from', true), '')::date;
create function guard.period_to() returns date language sql immutable parallel safe
  return nullif(current_setting('app.to', true), '')::date;
create function guard.as_at() returns date language sql immutable parallel safe
  return nullif(current_setting('app.as_at', true), '')::date;

-- Ids remembered for the length of a transaction that has written nothing; null where there are none to rely on.
create function guard.remembered(what text) returns uuid[] language sql stable as $$
  select case when pg_current_xact_id_if_assigned() is null
    then nullif(current_setting('app.' || what, true), '')::uuid[] end
$$;
create function guard.remember(what text, ids uuid[]) returns text language sql volatile as $$
  select set_config('app.' || what, ids::text, true)
$$;

create function guard.my_roles() returns text[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (
    select coalesce(array_agg(distinct role), '{}') from worker_role
    where worker_id = guard.me() and since <= guard.today() and (until is null or until >= guard.today())
  );
end $$;

create function guard.my_permissions() returns text[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (
    select coalesce(array_agg(distinct permission), '{}') from role_permission where role = any (guard.my_roles())
  );
end $$;

create function guard.my_teams() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (
    select coalesce(array_agg(distinct team_id), '{}') from team_member
    where worker_id = guard.me() and since <= guard.today() and (until is null or until >= guard.today())
  );
end $$;

-- A child this worker must not see whoever involves them: excluded from, or restricted to others.
create function guard.closed_to_me(child uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (
    select exists (
      select from exclusion e where e.worker_id = guard.me() and e.child_id = child
        and not exists (select from exclusion_lifted l where l.exclusion_id = e.id)
    ) or exists (
      select from restriction r where r.child_id = child
        and not exists (select from restriction_lifted l where l.restriction_id = r.id)
        and not exists (select from restriction_allowed a where a.restriction_id = r.id and a.worker_id = guard.me())
    )
  );
end $$;

-- "May this worker see this child, and why": the one relation behind lists, counts, search, links and exports.
create function guard.my_involvement() returns table (child_id uuid, why text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
-- Held once: read row by row, the two settings would cost more with every worker the partnership has.
declare
  asking uuid := guard.me();
  today date := guard.today();
begin
  return query
  select i.child_id, i.why from (
      select v.child_id, v.why from guard.involvement v
      where v.worker_id = asking and v.since <= today and (v.until is null or v.until >= today)
      union all
      select g.child_id, 'break-glass' from break_glass g where g.worker_id = asking and g.closes_at > now()
    ) i
    where not exists (
      select from exclusion e where e.worker_id = asking and e.child_id = i.child_id
        and not exists (select from exclusion_lifted l where l.exclusion_id = e.id)
    ) and not exists (
      select from restriction r where r.child_id = i.child_id
        and not exists (select from restriction_lifted l where l.restriction_id = r.id)
        and not exists (select from restriction_allowed a where a.restriction_id = r.id and a.worker_id = asking)
    );
end $$;

-- Every policy of every table asks this, a hundred times a page: the answer is remembered for as long as the transaction
-- has written nothing (`guard.remember`), and worked out anew after that, so that a deed's own effect is seen at once.
create function guard.my_children() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare mine uuid[] := guard.remembered('my_children');
begin
  if mine is null then
    mine := (select coalesce(array_agg(distinct child_id), '{}') from guard.my_involvement());
    perform guard.remember('my_children', mine);
  end if;
  return mine;
end $$;

-- Whom a worker may record something about: breaking the glass opens a record to reading, and to nothing more.
create function guard.i_work_with(child uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (select from guard.my_involvement() i where i.child_id = child and i.why <> 'break-glass');
end $$;

create function guard.i_may(permission text) returns boolean language sql stable
  return permission = any (guard.my_permissions());

-- Begins a page's transaction: finds the session, says who is asking, and hands back what every page shows of them.
create function guard.enter(token_hash bytea) returns table (
  worker_id uuid, worker_key text, worker_name text, worker_title text, agency_id uuid, agency_name text,
  roles text[], permissions text[], teams uuid[]
) language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare found uuid;
begin
  select s.worker_id into found from session s
  where s.token_hash = enter.token_hash and s.expires_at > now()
    and not exists (select from session_end e where e.token_hash = s.token_hash);
  if found is null then return; end if;
  perform set_config('app.worker', found::text, true), set_config('app.my_children', '', true), set_config('app.my_referrals', '', true);
  return query select w.id, w.key, w.name, w.title, a.id, a.name,
    guard.my_roles(), guard.my_permissions(), guard.my_teams()
  from worker w join agency a on a.id = w.agency_id where w.id = found;
end $$;
