-- The app adds to the audit and neither reads nor changes it; an entry is signed by whoever is asking. When it was, and in
-- which transaction, the database says.
grant insert (actor, worker_id, kind, act, subject, children, detail) on audit_entry to throughline_app;
create policy write_under_own_name on audit_entry for insert to throughline_app
  with check (worker_id is not distinct from guard.me() and actor = coalesce(guard.me()::text, 'nobody'));

-- The auditor reads all and seals; it changes no entry and no batch.
grant select on audit_entry, audit_batch to throughline_auditor;
grant insert on audit_batch to throughline_auditor;
create policy auditor_reads_entries on audit_entry for select to throughline_auditor using (true);
create policy auditor_reads_batches on audit_batch for select to throughline_auditor using (true);
create policy auditor_seals on audit_batch for insert to throughline_auditor with check (true);

-- Information governance asks who looked at a child, or what a worker looked at, through this function alone. About a
-- child: entries that name it, and refusals at `child_address` or below, where nothing was read that could be named.
create function guard.looks(about_child uuid, child_address text, by_worker uuid, before_id bigint, at_most integer)
returns table (id bigint, at timestamptz, actor text, worker_id uuid, kind text, act text, subject text, children uuid[])
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not guard.i_may('audit.read') then
    raise exception 'only information governance reads the audit' using errcode = '42501';
  end if;
  if about_child is null then
    return query select e.id, e.at, e.actor, e.worker_id, e.kind, e.act, e.subject, e.children from audit_entry e
    where (by_worker is null or e.worker_id = by_worker) and (before_id is null or e.id < before_id)
    order by e.id desc limit at_most;
  else
    -- Gathered first, sorted after: walking back from the latest entry until enough name one child may be the whole audit.
    return query with about as materialized (
      select e.* from audit_entry e where e.children @> array[about_child]
      union all
      select e.* from audit_entry e where e.kind = 'refusal' and not e.children @> array[about_child]
        and (e.subject = child_address or e.subject ~>=~ (child_address || '/') and e.subject ~<~ (child_address || '0'))
    )
    select e.id, e.at, e.actor, e.worker_id, e.kind, e.act, e.subject, e.children from about e
    where (by_worker is null or e.worker_id = by_worker) and (before_id is null or e.id < before_id)
    order by e.id desc limit at_most;
  end if;
end $$;
