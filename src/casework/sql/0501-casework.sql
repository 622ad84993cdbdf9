-- One child's spell with Evolve, opened from a decision. Opened again later is a new spell.
create table evolve_case (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique,
  child_id uuid not null references child,
  -- The subject of the decision it was opened from; none on an imported one.
  subject_id uuid unique references referral_subject,
  team_id uuid not null references team,
  lawful_basis text not null,
  engagement text,
  opened_on date not null,
  opened_by uuid references worker,
  recorded_at timestamptz not null,
  unique (id, child_id)
);
create index on evolve_case (child_id);
create index on evolve_case (team_id);
create index on evolve_case (opened_on);

create table allocation (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null,
  child_id uuid not null,
  worker_id uuid not null references worker,
  since date not null,
  reason text not null,
  allocated_by uuid not null references worker,
  recorded_at timestamptz not null,
  foreign key (case_id, child_id) references evolve_case (id, child_id)
);
create index on allocation (worker_id);
create index on allocation (case_id);
create index on allocation (child_id);

create table allocation_end (
  allocation_id uuid primary key references allocation,
  ended_on date not null,
  ended_by uuid not null references worker,
  recorded_at timestamptz not null
);

create table direct_work (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null,
  child_id uuid not null,
  on_day date not null,
  kind text not null check (kind in ('session', 'call', 'visit', 'not_met')),
  topic text not null,
  words text not null,
  worker_id uuid not null references worker,
  recorded_at timestamptz not null,
  foreign key (case_id, child_id) references evolve_case (id, child_id)
);
create index on direct_work (child_id, on_day);

-- The safety plan, versioned; the latest is the one in force. Its review falls due with the assessment's.
create table safety_plan (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null,
  child_id uuid not null,
  version integer not null check (version >= 1),
  written_on date not null,
  sections jsonb not null,
  written_by uuid not null references worker,
  recorded_at timestamptz not null,
  foreign key (case_id, child_id) references evolve_case (id, child_id),
  unique (case_id, version)
);
create index on safety_plan (child_id);

create table plan_action (
  id uuid primary key default gen_random_uuid(),
  plan_id uuid not null references safety_plan,
  child_id uuid not null references child,
  what text not null,
  who text not null,
  due_on date not null
);
create index on plan_action (plan_id);
create index on plan_action (child_id);

create table plan_action_done (
  action_id uuid primary key references plan_action,
  child_id uuid not null references child,
  done_on date not null,
  note text,
  recorded_by uuid not null references worker,
  recorded_at timestamptz not null
);

create table plan_copy (
  plan_id uuid not null references safety_plan,
  child_id uuid not null references child,
  given_on date not null,
  format text not null,
  language text not null,
  recorded_by uuid not null references worker,
  recorded_at timestamptz not null,
  primary key (plan_id, given_on, format)
);

-- The weekly progress meeting's line on one open child.
create table progress_note (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null,
  child_id uuid not null,
  on_day date not null,
  words text not null,
  noted_by uuid not null references worker,
  recorded_at timestamptz not null,
  foreign key (case_id, child_id) references evolve_case (id, child_id)
);
create index on progress_note (case_id, on_day);

-- The feedback session a child is offered on leaving. A child owes no reason for declining it.
create table exit_feedback (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null,
  child_id uuid not null,
  offered_on date not null,
  outcome text not null check (outcome in ('held', 'declined', 'could_not_be_reached')),
  activities text,
  services text,
  support text,
  words text,
  recorded_by uuid not null references worker,
  recorded_at timestamptz not null,
  foreign key (case_id, child_id) references evolve_case (id, child_id)
);
create index on exit_feedback (case_id);

create table closure_proposal (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null,
  child_id uuid not null,
  reason text not null,
  words text not null,
  risk_held_by text,
  proposed_on date not null,
  proposed_by uuid not null references worker,
  recorded_at timestamptz not null,
  foreign key (case_id, child_id) references evolve_case (id, child_id),
  unique (id, case_id, proposed_by, reason)
);
create index on closure_proposal (case_id);

create table closure_declined (
  proposal_id uuid primary key references closure_proposal,
  child_id uuid not null references child,
  reason text not null,
  declined_by uuid not null references worker,
  declined_on date not null,
  recorded_at timestamptz not null
);

-- Always a second person. An imported closure has no proposal and no names.
create table closure (
  case_id uuid primary key references evolve_case,
  child_id uuid not null,
  proposal_id uuid unique,
  proposed_by uuid,
  reason text not null,
  level_at_closing text,
  risk_held_by text,
  closed_on date not null,
  closed_by uuid references worker,
  recorded_at timestamptz not null,
  import_key text unique,
  foreign key (case_id, child_id) references evolve_case (id, child_id),
  foreign key (proposal_id, case_id, proposed_by, reason) references closure_proposal (id, case_id, proposed_by, reason),
  check (closed_by is null or closed_by is distinct from proposed_by)
);
create index on closure (closed_on);
create index on closure (child_id);
