-- Structural: every table is closed unless a policy opens it, to its owner too.
do $$
declare t record;
begin
  for t in select tablename from pg_tables where schemaname = 'public' loop
    execute format('alter table public.%I enable row level security', t.tablename);
    execute format('alter table public.%I force row level security', t.tablename);
    -- The guard answers the policies' own questions, so it reads all; it and the console add rows, neither changes one.
    execute format('grant select, insert on public.%I to throughline_guard', t.tablename);
    execute format('create policy the_guard_reads on public.%I for select to throughline_guard using (true)', t.tablename);
    execute format('create policy the_guard_adds on public.%I for insert to throughline_guard with check (true)', t.tablename);
    if t.tablename not in ('audit_entry', 'audit_batch') then
      execute format('grant select, insert on public.%I to throughline_console', t.tablename);
      execute format('create policy the_console_reads on public.%I for select to throughline_console using (true)', t.tablename);
      execute format('create policy the_console_adds on public.%I for insert to throughline_console with check (true)', t.tablename);
    end if;
  end loop;
end $$;
grant insert (actor, worker_id, kind, act, subject, children, detail) on audit_entry to throughline_console;
create policy the_console_signs on audit_entry for insert to throughline_console
  with check (worker_id is null and kind = 'console' and actor like 'console:%');

grant usage on schema guard to throughline_app, throughline_counting, throughline_console, throughline_auditor, throughline_matching;
grant usage on schema fact to throughline_app;
grant select on all tables in schema fact to throughline_app;
grant create, usage on schema guard, counted, counting to throughline_guard;

-- What rooms count stands twice. `fact.x` is read by a worker, under their own policies, with the child's id.
-- `counting.x` is read by the counting role over the whole partnership (`counted.x`, owned by the guard, sees all), and
-- has instead of any id keys that only tell children, and records, apart: keyed hashes, so that no figure joins back.
do $$
declare v record; columns text; record_key text;
begin
  for v in select c.oid, c.relname name from pg_class c where c.relnamespace = 'fact'::regnamespace and c.relkind = 'v' loop
    execute format('alter view fact.%I set (security_invoker = true)', v.name);
    select string_agg(quote_ident(attname), ', ' order by attnum) into columns
    from pg_attribute where attrelid = v.oid and attnum > 0 and attname !~ '(^|_)(id|name|names|reference)$';
    select 'uuid_hash_extended(record_id, (select seed from counting_seed)) record_key,' into record_key
    from pg_attribute where attrelid = v.oid and attname = 'record_id';
    execute format('create view counting.%I as
      select uuid_hash_extended(child_id, (select seed from counting_seed)) child_key, %s %s from counted.%I',
      v.name, coalesce(record_key, ''), columns, v.name);
    record_key := null;
  end loop;
end $$;
grant select on all tables in schema counting to throughline_counting;
grant usage on schema counting to throughline_counting;
do $$
declare o record;
begin
  for o in select c.oid::regclass name from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname in ('guard', 'counted', 'counting') and c.relkind = 'v' loop
    execute format('alter view %s owner to throughline_guard', o.name);
  end loop;
  for o in select p.oid::regprocedure name from pg_proc p where p.pronamespace = 'guard'::regnamespace loop
    execute format('alter function %s owner to throughline_guard', o.name);
  end loop;
end $$;
revoke create on schema guard, counted, counting from throughline_guard;
