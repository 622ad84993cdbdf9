create domain risk_level as text check (value in ('HIGH', 'MEDIUM', 'LOW', 'NONE'));
create domain exploitation_type as text check (value in ('CCE', 'CSE', 'BOTH', 'NO_RISK'));
-- Records from elsewhere may say a type and no standing; where no risk is identified it is neither.
create domain risk_standing as text check (value in ('at_risk', 'experiencing', 'neither', 'not_recorded'));

-- An assessment being written: its author's alone until completed, saved part by part.
create table assessment_draft (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references child,
  author_id uuid not null references worker,
  kind text not null check (kind in ('initial', 'review')),
  -- The child's latest assessment when this was begun: one that somebody completes meanwhile is noticed by it.
  begun_after_id uuid,
  instrument_code text not null,
  instrument_version integer not null,
  begun_at timestamptz not null,
  unique (id, child_id, author_id)
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

create table assessment_draft_set_aside (
  draft_id uuid primary key references assessment_draft,
  reason text not null,
  set_aside_at timestamptz not null
);

-- A completed assessment, under the version of the instrument it used. A review is a new assessment that names the one
-- before it; nothing is scored again later. One that was returned is put right by a new one that replaces it.
create table assessment (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique,
  child_id uuid not null references child,
  kind text not null check (kind in ('initial', 'review')),
  previous_id uuid,
  replaces_id uuid unique,
  draft_id uuid unique,
  instrument_code text not null,
  instrument_version integer not null,
  completed_on date not null,
  author_id uuid references worker,
  -- As a file from elsewhere names them.
  author_name text,
  type exploitation_type not null,
  level risk_level not null,
  -- Both missing where a record from elsewhere holds only the overall level.
  cce_level risk_level,
  cse_level risk_level,
  standing risk_standing not null,
  modes text[] not null default '{}',
  -- The practitioner's first judgement, where they thought again after seeing the suggestion.
  first_judgement jsonb,
  changed_because text,
  suggested_level risk_level,
  suggested_because text[] not null default '{}',
  reason_for_difference text,
  analysis text,
  protective text[] not null default '{}',
  push_factors text[] not null default '{}',
  pull_factors text[] not null default '{}',
  context text,
  voice jsonb,
  parent_view text,
  import_key text unique,
  recorded_at timestamptz not null,
  -- The order of writing, which is shown to nobody: two of one child on one day follow one another, also in a trial,
  -- whose clock stands still.
  turn bigint generated always as identity,
  unique (id, child_id),
  unique (id, author_id),
  foreign key (previous_id, child_id) references assessment (id, child_id),
  foreign key (draft_id, child_id, author_id) references assessment_draft (id, child_id, author_id),
  check (kind = 'review' or previous_id is null),
  check ((type = 'NO_RISK') = (level = 'NONE')),
  check ((type = 'NO_RISK') = (standing = 'neither')),
  check (type <> 'NO_RISK' or modes = '{}'),
  check ((cce_level is null) = (cse_level is null)),
  check ((cce_level <> 'NONE') = (type in ('CCE', 'BOTH')) and (cse_level <> 'NONE') = (type in ('CSE', 'BOTH'))),
  check ((first_judgement is null) = (changed_because is null)),
  check (author_id is null or author_name is null)
);
create index on assessment (child_id, completed_on, turn);
create index on assessment (completed_on);
-- One assessment is reviewed once; a review that was returned and the one that replaces it name the same one.
create unique index assessment_reviewed_once on assessment (previous_id) where replaces_id is null;
alter table assessment_draft add foreign key (begun_after_id, child_id) references assessment (id, child_id);

create table indicator_answer (
  assessment_id uuid not null,
  child_id uuid not null,
  indicator text not null,
  present text not null check (present in ('yes', 'no', 'possible', 'not_known')),
  recency text check (recency in ('current', 'recent', 'historic')),
  basis text check (basis in ('fact', 'third_party', 'professional_concern')),
  evidence text,
  source_agency text,
  primary key (assessment_id, indicator),
  foreign key (assessment_id, child_id) references assessment (id, child_id)
);

-- The level of record. Nobody authorises their own: the author is named in the row so that the database itself refuses.
create table authorisation (
  assessment_id uuid primary key,
  child_id uuid not null,
  author_id uuid,
  authorised_by uuid references worker,
  authoriser_name text,
  authorised_on date not null,
  type exploitation_type not null,
  level risk_level not null,
  cce_level risk_level,
  cse_level risk_level,
  standing risk_standing not null,
  modes text[] not null default '{}',
  -- The floor as it stood that day: what is known of the child may change.
  floor_level risk_level not null default 'NONE',
  floor_because text[] not null default '{}',
  below_floor boolean not null default false,
  reason text,
  recorded_at timestamptz not null,
  unique (assessment_id, child_id),
  foreign key (assessment_id, child_id) references assessment (id, child_id),
  foreign key (assessment_id, author_id) references assessment (id, author_id),
  check (authorised_by is distinct from author_id or authorised_by is null),
  check (authorised_by is null or authoriser_name is null),
  check (not below_floor or reason is not null),
  check ((type = 'NO_RISK') = (level = 'NONE')),
  check ((type = 'NO_RISK') = (standing = 'neither'))
);

-- A level of record put right: the latest correction is the one of record, and what it corrects stays readable.
create table authorisation_correction (
  assessment_id uuid not null,
  child_id uuid not null,
  author_id uuid,
  version integer not null check (version >= 1),
  corrected_by uuid not null references worker check (corrected_by is distinct from author_id),
  corrected_on date not null,
  type exploitation_type not null,
  level risk_level not null,
  cce_level risk_level,
  cse_level risk_level,
  standing risk_standing not null,
  modes text[] not null default '{}',
  below_floor boolean not null,
  reason text not null,
  recorded_at timestamptz not null,
  primary key (assessment_id, version),
  foreign key (assessment_id, child_id) references authorisation (assessment_id, child_id),
  foreign key (assessment_id, author_id) references assessment (id, author_id),
  check ((type = 'NO_RISK') = (level = 'NONE')),
  check ((type = 'NO_RISK') = (standing = 'neither'))
);

create table assessment_returned (
  assessment_id uuid primary key,
  child_id uuid not null,
  author_id uuid not null,
  returned_by uuid not null references worker check (returned_by <> author_id),
  reason text not null,
  returned_on date not null,
  recorded_at timestamptz not null,
  unique (assessment_id, child_id),
  foreign key (assessment_id, child_id) references assessment (id, child_id),
  foreign key (assessment_id, author_id) references assessment (id, author_id)
);
create index on assessment_returned (author_id);
alter table assessment add foreign key (replaces_id, child_id) references assessment_returned (assessment_id, child_id);

-- Something happened that asks for a review before twelve weeks are up.
create table early_review (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references child,
  trigger text not null,
  words text not null,
  happened_on date not null,
  asked_by uuid not null references worker,
  asked_at timestamptz not null,
  unique (id, child_id)
);
create index on early_review (child_id);

-- Answered by the next assessment completed.
create table early_review_answered (
  early_review_id uuid primary key,
  child_id uuid not null,
  assessment_id uuid not null,
  foreign key (early_review_id, child_id) references early_review (id, child_id),
  foreign key (assessment_id, child_id) references assessment (id, child_id)
);
