-- Who looked at or changed what. Written in the transaction of the look or the deed itself.
create table audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor text not null,
  worker_id uuid,
  kind text not null check (kind in ('look', 'search', 'deed', 'refusal', 'sign-in', 'console')),
  act text not null,
  subject text not null,
  children uuid[] not null default '{}',
  detail jsonb not null default '{}',
  wrote xid8 not null default pg_current_xact_id()
);
create index on audit_entry (wrote);
create index on audit_entry using gin (children);
create index on audit_entry (worker_id, id);
-- A refused look names no child, only the address that was asked for.
create index on audit_entry (subject text_pattern_ops) where kind = 'refusal';

-- Entries are sealed in batches, each batch's digest covering the one before it. A batch names its entries by id;
-- they are chosen by transaction (all that finished before the oldest one still running), so that a slow page's
-- entry is never left outside a batch that has passed its id.
create table audit_batch (
  number bigint primary key,
  entries int8multirange not null,
  size integer not null,
  before_xid xid8 not null,
  previous text not null,
  digest text not null,
  sealed_at timestamptz not null default clock_timestamp()
);
