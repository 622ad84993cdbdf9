-- Roles are the cluster's, not the database's: another partnership on the same cluster uses the same six. None can log
-- in. The owner may become each of them (`set local role`) and, where PostgreSQL lets it be said (16 and later), does
-- not inherit what they see.
do $$
declare wanted text; newer boolean := current_setting('server_version_num')::int >= 160000;
begin
  foreach wanted in array array['throughline_app', 'throughline_counting', 'throughline_console', 'throughline_auditor', 'throughline_matching', 'throughline_guard'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin', wanted);
      exception when duplicate_object or unique_violation then null; -- another partnership made it at the same moment
      end;
    end if;
    if not pg_has_role(current_user, wanted, case when newer then 'set' else 'member' end) then
      execute format('grant %I to current_user', wanted) || case when newer then ' with inherit false, set true' else '' end;
    end if;
  end loop;
end $$;

-- Everything repeatable is made anew. No table has a policy until its room's policies.sql gives it one.
drop schema if exists guard cascade;
drop schema if exists counting cascade;
drop schema if exists counted cascade;
drop schema if exists fact cascade;
create schema guard;
create schema fact;
create schema counted;
create schema counting;
do $$
declare p record;
begin
  for p in select schemaname, tablename, policyname from pg_policies where schemaname = 'public' loop
    execute format('drop policy %I on %I.%I', p.policyname, p.schemaname, p.tablename);
  end loop;
end $$;
revoke all on all tables in schema public
  from public, throughline_app, throughline_counting, throughline_console, throughline_auditor, throughline_matching, throughline_guard;
