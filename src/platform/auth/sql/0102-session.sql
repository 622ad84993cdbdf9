-- A session lives in the database, so that web processes hold no state; only a hash of its token is kept.
create table session (
  token_hash bytea primary key,
  worker_id uuid not null references worker,
  opened_at timestamptz not null default now(),
  expires_at timestamptz not null
);

create table session_end (
  token_hash bytea primary key references session,
  ended_at timestamptz not null default now()
);
