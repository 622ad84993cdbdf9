-- Sessions are opened and found only through the guard: whoever asks has no name yet.
-- Nothing on session or session_end is granted to the app.
create function guard.open_trial_session(worker_key text, hash bytea) returns uuid
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare found uuid;
begin
  if not exists (select from partnership where kind = 'trial') then
    raise exception 'only a trial lets people choose who they are' using errcode = '42501';
  end if;
  select id into found from worker where key = worker_key;
  if found is null then return null; end if;
  insert into session (token_hash, worker_id, expires_at) values (hash, found, now() + interval '12 hours');
  return found;
end $$;

create function guard.close_session(hash bytea) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  insert into session_end (token_hash) select token_hash from session where token_hash = hash on conflict do nothing
$$;
