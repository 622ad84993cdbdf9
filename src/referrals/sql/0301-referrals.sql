-- A referral being written. Its sections are saved as they go and only its author sees it; it expires.
create table referral_draft (
  id uuid primary key default gen_random_uuid(),
  author_id uuid not null references worker,
  started_at timestamptz not null,
  expires_on date not null
);
create index on referral_draft (author_id);

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
create index on referral (author_id);

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
  check (born_on is null or expected_on is null)
);

-- "Same person" or "not the same": a link with a reason, which can be undone. Nothing is merged.
create table subject_match (
  id uuid primary key default gen_random_uuid(),
  subject_id uuid not null references referral_subject,
  child_id uuid not null references child,
  same boolean not null,
  reason text not null,
  matched_by uuid references worker,
  matched_at timestamptz not null
);
create index on subject_match (subject_id);
create index on subject_match (child_id);

create table subject_match_undone (
  match_id uuid primary key references subject_match,
  reason text not null,
  undone_by uuid not null references worker,
  undone_at timestamptz not null
);

-- A match the screener may not see shows only whom to ring, and that person is told (domain.md 0.5, 6).
create table contact_notice (
  id uuid primary key default gen_random_uuid(),
  subject_id uuid not null references referral_subject,
  child_id uuid not null references child,
  contact_id uuid not null references worker,
  raised_at timestamptz not null,
  unique (subject_id, child_id)
);
create index on contact_notice (contact_id);

create table contact_notice_seen (
  notice_id uuid primary key references contact_notice,
  seen_at timestamptz not null,
  seen_by uuid not null references worker
);

-- The allocated worker, or their manager, has seen it. Until then it stays on the MASH list.
create table acknowledgement (
  referral_id uuid not null references referral,
  acknowledged_by uuid not null references worker,
  acknowledged_at timestamptz not null,
  primary key (referral_id, acknowledged_by)
);

-- The family's agreement, or the lawful reason to go without it, before partners are asked (Haringey 2013).
create table agreement (
  id uuid primary key default gen_random_uuid(),
  referral_id uuid not null references referral,
  agreed boolean not null,
  reason text,
  words text not null,
  recorded_by uuid not null references worker,
  recorded_at timestamptz not null,
  unique (id, referral_id),
  check (agreed or reason is not null)
);
create index on agreement (referral_id);

create table partner_request (
  id uuid primary key default gen_random_uuid(),
  referral_id uuid not null references referral,
  -- Structural: there is no asking without an agreement, or a lawful reason, recorded first.
  agreement_id uuid not null,
  agency_id uuid not null references agency,
  asks text not null,
  due_at timestamptz not null,
  requested_by uuid not null references worker,
  requested_at timestamptz not null,
  foreign key (agreement_id, referral_id) references agreement (id, referral_id),
  unique (referral_id, agency_id, requested_at)
);
create index on partner_request (agency_id);

create table partner_answer (
  request_id uuid primary key references partner_request,
  holds_information boolean not null,
  words text not null,
  answered_by uuid not null references worker,
  answered_at timestamptz not null
);

-- A screener rates and recommends; a later screening stands in front of an earlier one.
create table screening (
  id uuid primary key default gen_random_uuid(),
  referral_id uuid not null references referral,
  brag text not null check (brag in ('RED', 'AMBER', 'GREEN', 'BLUE')),
  recommends text,
  words text not null,
  screened_by uuid not null references worker,
  screened_at timestamptz not null
);
create index on screening (referral_id);

create table strategy_discussion (
  id uuid primary key default gen_random_uuid(),
  referral_id uuid not null references referral,
  held_at timestamptz not null,
  words text not null,
  recorded_by uuid not null references worker,
  recorded_at timestamptz not null
);
create index on strategy_discussion (referral_id);

-- One decision on a referral, by a MASH manager or an allocated worker's manager; its outcome child by child.
create table decision (
  id uuid primary key default gen_random_uuid(),
  referral_id uuid not null unique references referral,
  reason text not null,
  lawful_basis text not null,
  asked_of_referrer text,
  decided_by uuid references worker,
  decided_at timestamptz not null
);
create index on decision (decided_at);

create table decision_outcome (
  decision_id uuid not null references decision,
  subject_id uuid not null unique references referral_subject,
  outcome text not null,
  primary key (decision_id, subject_id)
);
create index on decision_outcome (outcome);
