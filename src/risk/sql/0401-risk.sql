-- An assessment being written: its author's alone until completed.
create table assessment_draft (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references child,
  author_id uuid not null references worker,
  previous_id uuid,
  instrument_code text not null,
  instrument_version text not null,
  started_at timestamptz not null
);
create index on assessment_draft (child_id);
create index on assessment_draft (author_id);

create table assessment_draft_section (
  draft_id uuid not null references assessment_draft,
  section text not null,
  answers jsonb not null,
  saved_at timestamptz not null,
  primary key (draft_id, section)
);

-- A completed assessment, under the version of the instrument it used. A review is a new assessment that names the one
-- before it; nothing is scored again later.
create table assessment (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique,
  child_id uuid not null references child,
  kind text not null check (kind in ('initial', 'review')),
  previous_id uuid unique references assessment,
  draft_id uuid unique references assessment_draft,
  instrument_code text not null,
  instrument_version text not null,
  completed_on date not null,
  author_id uuid references worker,
  type text not null check (type in ('CCE', 'CSE', 'BOTH', 'NO_RISK')),
  level text not null check (level in ('HIGH', 'MEDIUM', 'LOW', 'NONE')),
  cce_level text not null check (cce_level in ('HIGH', 'MEDIUM', 'LOW', 'NONE')),
  cse_level text not null check (cse_level in ('HIGH', 'MEDIUM', 'LOW', 'NONE')),
  standing text not null check (standing in ('at_risk', 'experiencing', 'neither', 'not_recorded')),
  modes text[] not null default '{}',
  suggested_level text check (suggested_level in ('HIGH', 'MEDIUM', 'LOW', 'NONE')),
  reason_for_difference text,
  analysis text,
  protective text[] not null default '{}',
  voice jsonb not null default '{}',
  import_key text unique,
  recorded_at timestamptz not null,
  unique (id, author_id),
  check ((type = 'NO_RISK') = (level = 'NONE'))
);
create index on assessment (child_id, completed_on);
create index on assessment (completed_on);

create table indicator_answer (
  assessment_id uuid not null references assessment,
  indicator text not null,
  present text not null check (present in ('yes', 'no', 'possible', 'not_known')),
  recency text check (recency in ('current', 'recent', 'historic')),
  basis text check (basis in ('fact', 'third_party', 'professional_concern')),
  evidence text,
  source_agency text,
  primary key (assessment_id, indicator)
);

-- The level of record. Nobody authorises their own: the author is named in the row so that the database itself refuses.
create table authorisation (
  assessment_id uuid primary key references assessment,
  author_id uuid,
  authorised_by uuid references worker,
  authorised_on date not null,
  type text not null check (type in ('CCE', 'CSE', 'BOTH', 'NO_RISK')),
  level text not null check (level in ('HIGH', 'MEDIUM', 'LOW', 'NONE')),
  cce_level text not null check (cce_level in ('HIGH', 'MEDIUM', 'LOW', 'NONE')),
  cse_level text not null check (cse_level in ('HIGH', 'MEDIUM', 'LOW', 'NONE')),
  reason text,
  recorded_at timestamptz not null,
  foreign key (assessment_id, author_id) references assessment (id, author_id),
  check (authorised_by is distinct from author_id or authorised_by is null),
  check ((type = 'NO_RISK') = (level = 'NONE'))
);

create table assessment_returned (
  assessment_id uuid primary key references assessment,
  author_id uuid not null,
  returned_by uuid not null references worker check (returned_by <> author_id),
  reason text not null,
  returned_on date not null,
  recorded_at timestamptz not null,
  foreign key (assessment_id, author_id) references assessment (id, author_id)
);

-- Something happened that asks for a review before twelve weeks are up (domain.md 3.7).
create table early_review (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references child,
  trigger text not null,
  words text not null,
  happened_on date not null,
  raised_by uuid not null references worker,
  raised_at timestamptz not null
);
create index on early_review (child_id);
