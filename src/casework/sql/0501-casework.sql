-- One child's spell with Evolve, opened from a decision. Opened again later is a new spell, which names the closed one
-- before it: so a child has at most one open case, and two people opening at once cannot both.
create table evolve_case (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique,
  child_id uuid not null references child,
  -- The subject of the decision it was opened from; none on an imported one.
  subject_id uuid unique references referral_subject,
  previous_id uuid,
  team_id uuid not null references team,
  lawful_basis text not null,
  opened_on date not null,
  opened_by uuid references worker,
  import_key text unique,
  recorded_at timestamptz not null,
  unique (id, child_id),
  unique nulls not distinct (child_id, previous_id)
);
create index on evolve_case (team_id);
create index on evolve_case (opened_on);

-- Whether child and family agree to work with Evolve. Kept apart from the lawful basis; its absence blocks nothing.
create table engagement (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null,
  child_id uuid not null,
  standing text not null check (standing in ('child_and_family', 'child', 'family', 'not_asked', 'not_agreed')),
  words text,
  on_day date not null,
  recorded_by uuid references worker,
  recorded_at timestamptz not null,
  foreign key (case_id, child_id) references evolve_case (id, child_id)
);
create index on engagement (case_id);

-- A further decision about a child whose case is open, read by Evolve and noted on that case; or a decision Evolve did
-- not take on, with the reason and who was told.
create table decision_noted (
  subject_id uuid primary key references referral_subject,
  child_id uuid not null references child,
  case_id uuid,
  taken_on boolean not null check (taken_on = (case_id is not null)),
  words text not null,
  noted_on date not null,
  noted_by uuid not null references worker,
  recorded_at timestamptz not null,
  foreign key (case_id, child_id) references evolve_case (id, child_id)
);
create index on decision_noted (child_id);

-- Who holds the case. The next one replaces an ended one, so two people allocating at once cannot both.
create table allocation (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null,
  child_id uuid not null,
  replaces_id uuid,
  worker_id uuid not null references worker,
  since date not null,
  reason text not null,
  allocated_by uuid not null references worker,
  recorded_at timestamptz not null,
  foreign key (case_id, child_id) references evolve_case (id, child_id),
  unique nulls not distinct (case_id, replaces_id)
);
create index on allocation (worker_id);

create table allocation_end (
  allocation_id uuid primary key references allocation,
  child_id uuid not null references child,
  ended_on date not null,
  ended_by uuid not null references worker,
  recorded_at timestamptz not null
);
alter table allocation add foreign key (replaces_id) references allocation_end;

create table direct_work (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null,
  child_id uuid not null,
  on_day date not null,
  kind text not null check (kind in ('session', 'call', 'visit', 'not_met')),
  topic text not null,
  words text not null,
  tools text,
  came_of_it text,
  worker_id uuid not null references worker,
  recorded_at timestamptz not null,
  foreign key (case_id, child_id) references evolve_case (id, child_id)
);
create index on direct_work (case_id, on_day);
create index on direct_work (child_id, on_day);

-- What Evolve gave to somebody else's assessment or investigation.
create table contribution (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null,
  child_id uuid not null,
  on_day date not null,
  towards text not null check (towards in ('s17', 's47', 'police_investigation')),
  given_to text not null,
  words text not null,
  worker_id uuid not null references worker,
  recorded_at timestamptz not null,
  foreign key (case_id, child_id) references evolve_case (id, child_id)
);
create index on contribution (case_id, on_day);
create index on contribution (child_id);

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
  unique (case_id, version),
  unique (id, child_id)
);
create index on safety_plan (child_id);

-- An action lives on through later versions of the plan until something became of it.
create table plan_action (
  id uuid primary key default gen_random_uuid(),
  plan_id uuid not null,
  child_id uuid not null,
  what text not null,
  who text not null,
  measure text,
  due_on date not null,
  on_copy boolean not null default true,
  added_on date not null,
  added_by uuid references worker,
  recorded_at timestamptz not null,
  foreign key (plan_id, child_id) references safety_plan (id, child_id),
  unique (id, child_id)
);
create index on plan_action (plan_id);

create table plan_action_done (
  action_id uuid primary key,
  child_id uuid not null,
  became text not null check (became in ('done', 'not_needed')),
  done_on date not null,
  note text,
  recorded_by uuid not null references worker,
  recorded_at timestamptz not null,
  foreign key (action_id, child_id) references plan_action (id, child_id)
);

create table plan_copy (
  plan_id uuid not null,
  child_id uuid not null,
  given_on date not null,
  format text not null,
  language text not null,
  recorded_by uuid not null references worker,
  recorded_at timestamptz not null,
  primary key (plan_id, given_on, format, language),
  foreign key (plan_id, child_id) references safety_plan (id, child_id)
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
  run_by text,
  activities text,
  services text,
  support text,
  words text,
  -- One to five beside each question of the form.
  ratings jsonb not null default '{}',
  may_quote boolean,
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
  unique (id, case_id, proposed_by, reason),
  check (reason in ('RISK_REDUCED_LOW', 'NO_RISK', 'DIED') or risk_held_by is not null)
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
  reason text not null check (reason in ('RISK_REDUCED_LOW', 'NO_RISK', 'MOVED_AREA', 'TURNED_18_ADULT_PATHWAY',
    'TRANSFERRED_SERVICE', 'CUSTODY', 'DIED', 'NOT_ENGAGED_RISK_HELD_ELSEWHERE', 'OPENED_IN_ERROR')),
  -- The authorised level on the day; none where the child was never assessed.
  level_at_closing text check (level_at_closing in ('HIGH', 'MEDIUM', 'LOW', 'NONE')),
  risk_held_by text,
  closed_on date not null,
  closed_by uuid references worker,
  recorded_at timestamptz not null,
  import_key text unique,
  foreign key (case_id, child_id) references evolve_case (id, child_id),
  foreign key (proposal_id, case_id, proposed_by, reason) references closure_proposal (id, case_id, proposed_by, reason),
  unique (case_id, child_id),
  check (closed_by is null or closed_by is distinct from proposed_by),
  check (import_key is not null or (proposal_id is not null and closed_by is not null)),
  check (reason <> 'RISK_REDUCED_LOW' or level_at_closing is not distinct from 'LOW'),
  check (reason <> 'NO_RISK' or level_at_closing is not distinct from 'NONE')
);
create index on closure (closed_on);
create index on closure (child_id);
alter table evolve_case add foreign key (previous_id, child_id) references closure (case_id, child_id);

-- Two indexes the database keeps by itself (policies.sql), so that finding what is open does not take longer with every
-- year of what is closed. Nobody writes them: a case is open because nothing closes it, a decision waits because nothing
-- answers it. A decision that a file brought is history and waits for nobody.
create table open_case (
  case_id uuid primary key references evolve_case,
  team_id uuid not null,
  child_id uuid not null unique
);
create index on open_case (team_id);

create table waiting_for_evolve (
  subject_id uuid primary key references referral_subject
);
