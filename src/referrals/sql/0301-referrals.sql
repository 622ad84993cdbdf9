-- A referral being written. Its sections are saved as they go and only its author sees it; it expires.
create table referral_draft (
  id uuid primary key default gen_random_uuid(),
  author_id uuid not null references worker,
  started_at timestamptz not null,
  expires_on date not null
);
create index on referral_draft (author_id, expires_on);

create table referral_draft_section (
  draft_id uuid not null references referral_draft,
  section text not null,
  answers jsonb not null,
  saved_at timestamptz not null,
  primary key (draft_id, section)
);

create table referral (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique,
  received_at timestamptz not null,
  channel text not null check (channel in ('online', 'phone', 'police_notice', 'email', 'import')),
  source text not null,
  -- The member of staff who sent it, or who wrote it down from a call; none on an imported one.
  author_id uuid references worker check (author_id is not null or channel = 'import'),
  agency_id uuid references agency,
  referrer_name text,
  referrer_role text,
  referrer_agency text,
  referrer_relationship text,
  wants_anonymity boolean not null default false,
  concern text,
  suspected text not null check (suspected in ('CCE', 'CSE', 'BOTH', 'OTHER', 'NOT_KNOWN')),
  need_level integer check (need_level between 1 and 4),
  immediate_danger boolean not null default false,
  family_told boolean,
  why_not_told text,
  -- Every section as it was asked and answered, under the version of the form that asked it.
  form_version text,
  answers jsonb not null default '[]',
  draft_id uuid unique references referral_draft,
  -- What makes an imported row the same row when its file is imported again.
  import_key text unique,
  recorded_at timestamptz not null,
  check (family_told is distinct from false or why_not_told is not null),
  -- Who wants to stay unknown is not written down, so that nobody can read it.
  check (not wants_anonymity or coalesce(referrer_name, referrer_role, referrer_agency, referrer_relationship) is null)
);
create index on referral (received_at);
create index on referral (author_id, received_at, id);

-- A child as the referrer knew them: who was meant, not yet who it is.
create table referral_subject (
  id uuid primary key default gen_random_uuid(),
  referral_id uuid not null references referral,
  ordinal integer not null,
  given_names text,
  family_name text,
  also_known_as text,
  born_on date,
  expected_on date,
  sex text not null check (sex in ('F', 'M', 'U')),
  ethnicity text,
  address text,
  school text,
  nhs_number text,
  upn text,
  la_child_id text,
  unique (referral_id, ordinal),
  unique (id, referral_id),
  check (born_on is null or expected_on is null)
);
