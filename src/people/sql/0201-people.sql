create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- A name as it is searched for: small letters, no accents, apostrophes dropped, other marks as spaces. Declared
-- immutable so that it can be indexed; the dictionary behind unaccent is part of the extension and does not change.
create function plain_name(name text) returns text language sql immutable parallel safe as $$
  select btrim(regexp_replace(
    translate(lower(public.unaccent('public.unaccent'::regdictionary, name)), '-_/.,;%\"()''’‘`´', '           '), '\s+', ' ', 'g'))
$$;

-- A child Throughline knows. Everything that can be wrong about a child is in rows beside it, each with who and when:
-- a correction is a further row with a reason, and the earlier one stays readable to those entitled.
create table child (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique,
  recorded_by uuid references worker,
  recorded_at timestamptz not null
);

create table child_detail (
  child_id uuid not null references child,
  version integer not null check (version >= 1),
  given_names text,
  family_name text,
  born_on date,
  expected_on date,
  sex text not null check (sex in ('F', 'M', 'U')),
  ethnicity text not null,
  first_language text,
  interpreter boolean not null default false,
  disabilities text[] not null default '{}',
  died_on date,
  reason text,
  recorded_by uuid references worker,
  recorded_at timestamptz not null,
  searched text not null generated always as (plain_name(coalesce(given_names, '') || ' ' || coalesce(family_name, ''))) stored,
  primary key (child_id, version),
  check (born_on is null or expected_on is null),
  check (version = 1 or reason is not null)
);
create index child_detail_name on child_detail using gin (searched gin_trgm_ops);
create index on child_detail (searched);
create index on child_detail (born_on);

create table child_alias (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references child,
  given_names text not null,
  family_name text not null,
  kind text not null check (kind in ('known_as', 'former_name', 'other_spelling')),
  recorded_by uuid references worker,
  recorded_at timestamptz not null,
  searched text not null generated always as (plain_name(given_names || ' ' || family_name)) stored
);
create index on child_alias (child_id);
create index child_alias_name on child_alias using gin (searched gin_trgm_ops);
create index on child_alias (searched);

-- The same number on two children is a question for a person, never a merge: not unique.
create table child_identifier (
  child_id uuid not null references child,
  kind text not null,
  value text not null,
  recorded_by uuid references worker,
  recorded_at timestamptz not null,
  primary key (child_id, kind, value)
);
create index on child_identifier (value, kind);

create table child_address (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references child,
  address text not null,
  ward text,
  since date,
  -- A refuge, a placement, a home in hiding: only some roles read it.
  confidential boolean not null default false,
  recorded_by uuid references worker,
  recorded_at timestamptz not null
);
create index on child_address (child_id);

create table child_school (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references child,
  school text not null,
  since date,
  recorded_by uuid references worker,
  recorded_at timestamptz not null
);
create index on child_school (child_id);

create table child_adult (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references child,
  name text not null,
  relationship text not null,
  parental_responsibility boolean,
  recorded_by uuid references worker,
  recorded_at timestamptz not null
);
create index on child_adult (child_id);

create table kinship (
  child_id uuid not null references child,
  other_id uuid not null references child check (other_id <> child_id),
  relation text not null check (relation in ('sibling', 'twin')),
  recorded_by uuid references worker,
  recorded_at timestamptz not null,
  primary key (child_id, other_id)
);
create index on kinship (other_id);

-- In force from `since` up to, and not on, the day of its end row.
create table child_status (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references child,
  kind text not null check (kind in ('CIN', 'CP', 'LAC', 'EHCP', 'SEN_SUPPORT')),
  since date not null,
  category text,
  legal_status text,
  source text not null,
  recorded_by uuid references worker,
  recorded_at timestamptz not null,
  unique (child_id, kind, since),
  unique (id, child_id)
);
create index on child_status (kind, since);

create table child_status_end (
  status_id uuid primary key,
  child_id uuid not null,
  ended_on date not null,
  source text not null,
  recorded_by uuid references worker,
  recorded_at timestamptz not null,
  foreign key (status_id, child_id) references child_status (id, child_id)
);
create index on child_status_end (child_id);

-- The allocated social worker: their referrals go to them and their manager.
create table child_worker (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references child,
  worker_id uuid not null references worker,
  team_id uuid references team,
  since date not null,
  recorded_by uuid references worker,
  recorded_at timestamptz not null,
  unique (id, child_id)
);
create index on child_worker (child_id);
create index on child_worker (worker_id);
create index on child_worker (team_id);

-- Allocated up to, and not on, the day of its end row.
create table child_worker_end (
  child_worker_id uuid primary key,
  child_id uuid not null,
  ended_on date not null,
  recorded_by uuid references worker,
  recorded_at timestamptz not null,
  foreign key (child_worker_id, child_id) references child_worker (id, child_id)
);
create index on child_worker_end (child_id);

-- The child as now known: the latest version of what is recorded, under the reader's own policies.
create view child_now with (security_invoker = true) as
select c.id, c.reference, d.given_names, d.family_name, d.born_on, d.expected_on, d.sex, d.ethnicity,
  d.first_language, d.interpreter, d.disabilities, d.died_on, d.version
from child c
join lateral (select * from child_detail d where d.child_id = c.id order by d.version desc limit 1) d on true;
