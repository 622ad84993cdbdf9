-- ## The release ledger
-- What was made for the public, approved and not withdrawn is everybody's to read, signed in or not. Everything else of
-- the ledger, and what was made for the partnership or a provider, is read by those who see figures anyway.
create function guard.is_released(release uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from release_approval a where a.release_id = release)
$$;
create function guard.is_published(release uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from release r where r.id = release and r.profile = 'public') and guard.is_released(release)
$$;
create function guard.may_read_release(release uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select guard.i_may('figures.see') or guard.is_published(release)
$$;
create function guard.may_read_figures(release uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select guard.i_may('figures.see') or (guard.is_published(release)
    and not exists (select from release_withdrawn w where w.release_id = release))
$$;
-- Composed by me in this very transaction: nothing is added to a release afterwards.
create function guard.i_am_composing(release uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select guard.i_may('figures.release') and exists (
    select from release r where r.id = release and r.composed_by = guard.me() and r.xmin = pg_current_xact_id()::xid)
$$;
-- Another's, and not settled yet. Those who settle take turns, each seeing what the one before did: of one who approves
-- and one who declines at the same moment, the second is refused.
create function guard.may_settle(release uuid) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not guard.i_may('figures.approve') then return false; end if;
  perform pg_advisory_xact_lock(hashtextextended('release ledger', 0));
  return exists (select from release r where r.id = may_settle.release and r.composed_by <> guard.me())
    and not exists (select from release_approval a where a.release_id = may_settle.release)
    and not exists (select from release_declined d where d.release_id = may_settle.release);
end $$;
-- Whatever else of the same kinds of record is known outside, or may come to be, and was attacked neither together with
-- this one nor this one with it. Told to those who see figures.
create function guard.attacked_apart(release uuid) returns setof text
language sql stable security definer set search_path = public, pg_temp as $$
  select o.reference
  from release r join release_attack a on a.release_id = r.id, release o join release_attack b on b.release_id = o.id
  where r.id = attacked_apart.release and (guard.i_may('figures.see') or guard.i_may('figures.approve'))
    and o.id <> r.id and o.id <> all (a.together_with) and r.id <> all (b.together_with)
    and b.findings = '[]' and not exists (select from release_declined d where d.release_id = o.id)
    and 'internal' not in (o.profile, r.profile)
    and exists (
      select from release_record x where x.release_id = o.id
        and exists (select from release_record y where y.release_id = r.id and y.kind = x.kind)
    )
  order by o.ordinal
$$;
-- Attacked without finding anything; and of any two, one was attacked together with the other.
create function guard.withstood_attack(release uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from release_attack a where a.release_id = withstood_attack.release and a.findings = '[]')
    and not exists (select from guard.attacked_apart(withstood_attack.release))
$$;
-- The records that were counted, by keyed hashes: for the attack on what is released next, by those who compose it.
create function guard.release_records(release uuid)
returns table (kind text, record text, child text, attributes jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.kind, r.record_key, r.child_key, r.attributes from release_record r
  where r.release_id = release and (guard.i_may('figures.release') or guard.i_may('figures.approve'))
  order by r.kind, r.record_key
$$;
-- How many records of each kind, and in the last row of how many children in all, are not as they were when it was
-- frozen, beside what is counted today: for all who see figures, who are told no key. What could not be told of them
-- yet when it was frozen is left aside.
create function guard.release_changes(release uuid, today jsonb)
returns table (kind text, records integer, children integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(f.kind, n.kind), count(*)::integer, count(distinct coalesce(f.child_key, n.child))::integer
  from (select * from release_record r where r.release_id = release_changes.release) f
  full join jsonb_to_recordset(today) as n (kind text, record text, child text, attributes jsonb)
    on n.kind = f.kind and n.record = f.record_key
  where guard.i_may('figures.see')
    and (f.child_key is distinct from n.child or not coalesce(n.attributes @> f.attributes, false))
  group by grouping sets ((coalesce(f.kind, n.kind)), ())
  order by 1
$$;

-- Who could approve this minute: names, for whoever has an answer to give in the room.
create function guard.approvers_signed_in() returns setof text
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct w.name from session s join worker w on w.id = s.worker_id
  join worker_role r on r.worker_id = w.id and r.since <= guard.today() and (r.until is null or r.until >= guard.today())
  join role_permission p on p.role = r.role and p.permission = 'figures.approve'
  where guard.i_may('figures.release') and w.id <> guard.me() and s.expires_at > now()
    and not exists (select from session_end e where e.token_hash = s.token_hash)
  order by w.name
$$;

grant select, insert on release, release_summary, release_table, release_figure, release_attack, release_approval,
  release_declined, release_withdrawn to throughline_app;
grant insert on release_record to throughline_app;
create policy what_is_released_is_listed_for_everybody on release for select to throughline_app
  using (guard.may_read_release(id));
create policy an_analyst_composes on release for insert to throughline_app
  with check (composed_by = guard.me() and guard.i_may('figures.release') and as_at <= guard.today());
-- A summary says the figures in words: it goes with them.
create policy a_summary_is_read_until_withdrawn on release_summary for select to throughline_app
  using (guard.may_read_figures(release_id));
create policy a_summary_comes_with_the_release on release_summary for insert to throughline_app
  with check (guard.i_am_composing(release_id));
create policy tables_are_read_with_their_figures on release_table for select to throughline_app
  using (guard.may_read_figures(release_id));
create policy tables_come_with_the_release on release_table for insert to throughline_app
  with check (guard.i_am_composing(release_id));
create policy figures_are_read_until_withdrawn on release_figure for select to throughline_app
  using (guard.may_read_figures(release_id));
create policy figures_come_with_the_release on release_figure for insert to throughline_app
  with check (guard.i_am_composing(release_id));
create policy records_come_with_the_release on release_record for insert to throughline_app
  with check (guard.i_am_composing(release_id));
create policy an_attack_is_read_by_those_who_see_figures on release_attack for select to throughline_app
  using ('figures.see' = any ((select guard.my_permissions())::text[]));
create policy the_attack_comes_with_the_release on release_attack for insert to throughline_app
  with check (guard.i_am_composing(release_id));
create policy an_approval_is_known_with_the_release on release_approval for select to throughline_app
  using (guard.may_read_release(release_id));
create policy a_second_person_approves_what_withstood on release_approval for insert to throughline_app
  with check (approved_by = guard.me() and guard.may_settle(release_id) and guard.withstood_attack(release_id));
create policy a_refusal_is_read_by_those_who_see_figures on release_declined for select to throughline_app
  using ('figures.see' = any ((select guard.my_permissions())::text[]));
create policy a_second_person_declines on release_declined for insert to throughline_app
  with check (declined_by = guard.me() and guard.may_settle(release_id));
create policy a_withdrawal_is_known_with_the_release on release_withdrawn for select to throughline_app
  using (guard.may_read_release(release_id));
create policy an_approver_withdraws_what_is_released on release_withdrawn for insert to throughline_app
  with check (withdrawn_by = guard.me() and guard.i_may('figures.approve') and guard.is_released(release_id));
