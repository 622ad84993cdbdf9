-- The release ledger: figures frozen, protected, attacked, approved by a second person, then published. Rows are only
-- added; what stands is derived. Nothing that was ever released is forgotten, for the attacker has not forgotten it.
create table release (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique,
  title text not null,
  -- The question of a member that it answers; null for a report.
  question text,
  profile text not null,
  period_from date not null,
  period_to date not null check (period_to >= period_from),
  as_at date not null,
  summary text[] not null default '{}',
  corrects_id uuid references release,
  what_changed text,
  composed_by uuid not null references worker,
  composed_at timestamptz not null,
  check ((corrects_id is null) = (what_changed is null))
);
create index on release (composed_at);

-- A table in words: what it counts, how it is defined, its headings. The figures stand beside.
create table release_table (
  release_id uuid not null references release,
  ordinal integer not null check (ordinal >= 0),
  -- As it was asked for, to be counted again: `assessments.type.age`.
  asked text not null,
  words jsonb not null,
  primary key (release_id, ordinal)
);

-- What a reader is shown: a number, or a symbol in its place. Never the number behind a symbol.
create table release_figure (
  release_id uuid not null,
  ordinal integer not null,
  line integer not null check (line >= 0),
  place integer not null check (place >= 0),
  value integer check (value >= 0),
  symbol text check (symbol in ('c', 'z', 'x', 'low', 'u')),
  primary key (release_id, ordinal, line, place),
  foreign key (release_id, ordinal) references release_table,
  check ((value is null) <> (symbol is null))
);

-- What was counted: never shown outside, and kept so that later figures can be attacked together with these.
create table release_record (
  release_id uuid not null references release,
  kind text not null,
  record_key text not null,
  child_key text not null,
  attributes jsonb not null,
  primary key (release_id, kind, record_key)
);

-- The attack before anybody reads: with which earlier releases, what it tried, and every cell it found.
create table release_attack (
  release_id uuid primary key references release,
  together_with uuid[] not null,
  cells_attacked integer not null,
  seconds numeric not null,
  findings jsonb not null,
  attacked_at timestamptz not null
);

create table release_approval (
  release_id uuid primary key references release,
  approved_by uuid not null references worker,
  approved_at timestamptz not null
);

create table release_declined (
  release_id uuid primary key references release,
  reason text not null,
  declined_by uuid not null references worker,
  declined_at timestamptz not null
);

create table release_withdrawn (
  release_id uuid primary key references release,
  reason text not null,
  withdrawn_by uuid not null references worker,
  withdrawn_at timestamptz not null
);
