-- Who works for the partnership, what their roles let them do, and the two lists that narrow a single record.
create table partnership (
  only_one boolean primary key default true check (only_one),
  name text not null,
  kind text not null check (kind in ('trial', 'live')),
  trial_now timestamptz check ((trial_now is not null) = (kind = 'trial')),
  settings jsonb not null default '{}'
);

create table agency (
  id uuid primary key default gen_random_uuid(),
  code text not null unique,
  name text not null,
  kind text not null
);

create table team (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agency,
  code text not null unique,
  name text not null
);

create table worker (
  id uuid primary key default gen_random_uuid(),
  key text not null unique,
  name text not null,
  title text not null,
  agency_id uuid not null references agency,
  ordinal bigint generated always as identity
);

create table worker_role (
  worker_id uuid not null references worker,
  role text not null,
  since date not null,
  until date,
  primary key (worker_id, role, since)
);

create table team_member (
  team_id uuid not null references team,
  worker_id uuid not null references worker,
  since date not null,
  until date,
  primary key (team_id, worker_id, since)
);
create index on team_member (worker_id);

-- Written by the migrator from what the rooms declare in module.ts.
create table role_permission (
  role text not null,
  permission text not null,
  primary key (role, permission)
);

-- A restricted record opens only to the workers on its allow list (staff families, witness protection).
-- child_id is not a foreign key: the ground knows no child; `people` is a room above it.
create table restriction (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  reason text not null,
  contact_id uuid not null references worker,
  restricted_by uuid not null references worker,
  restricted_at timestamptz not null
);
create index on restriction (child_id);

create table restriction_allowed (
  restriction_id uuid not null references restriction,
  worker_id uuid not null references worker,
  allowed_by uuid not null references worker,
  allowed_at timestamptz not null,
  primary key (restriction_id, worker_id)
);
create index on restriction_allowed (worker_id);

create table restriction_lifted (
  restriction_id uuid primary key references restriction,
  reason text not null,
  lifted_by uuid not null references worker,
  lifted_at timestamptz not null
);

-- An exclusion bars one worker from one record (a relative, a party to a complaint), whatever else they may see.
create table exclusion (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  worker_id uuid not null references worker,
  reason text not null,
  excluded_by uuid not null references worker,
  excluded_at timestamptz not null
);
create index on exclusion (worker_id);

create table exclusion_lifted (
  exclusion_id uuid primary key references exclusion,
  reason text not null,
  lifted_by uuid not null references worker,
  lifted_at timestamptz not null
);

-- Break-glass uses the real clock even in a trial: it is about who is looking now.
create table break_glass (
  id uuid primary key default gen_random_uuid(),
  worker_id uuid not null references worker,
  child_id uuid not null,
  reason text not null check (length(btrim(reason)) >= 10),
  opened_at timestamptz not null default now(),
  closes_at timestamptz not null default now() + interval '60 minutes'
    check (closes_at <= opened_at + interval '60 minutes'),
  unique (id, worker_id)
);
create index on break_glass (worker_id, closes_at);

create table break_glass_review (
  break_glass_id uuid primary key,
  opened_by uuid not null,
  reviewed_by uuid not null references worker check (reviewed_by <> opened_by),
  finding text not null check (finding in ('justified', 'not_justified')),
  note text not null,
  reviewed_at timestamptz not null default now(),
  foreign key (break_glass_id, opened_by) references break_glass (id, worker_id)
);

-- One form posted twice is one deed: the second post finds where the first one went.
create table submission (
  once uuid primary key,
  worker_id uuid not null references worker,
  went_to text not null,
  at timestamptz not null default now()
);
