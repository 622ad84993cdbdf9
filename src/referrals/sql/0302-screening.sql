-- What the MASH does with a referral. Everything is a row added once; what is so now is read from the rows.

-- Referrals without a decision: an index the database keeps by itself (policies.sql), so that finding them does not
-- take longer with every year of referrals decided. Nobody writes it. An imported referral is history: it waits for nobody.
create table undecided_referral (
  referral_id uuid primary key references referral
);

-- "Same person" or "not the same": a link with a reason, which can be undone. Nothing is merged.
create table subject_match (
  id uuid primary key default gen_random_uuid(),
  subject_id uuid not null,
  -- The subject's referral again, so that who is on a referral is found in one step.
  referral_id uuid not null,
  child_id uuid not null references child,
  same boolean not null,
  reason text not null,
  matched_by uuid references worker,
  matched_at timestamptz not null,
  foreign key (subject_id, referral_id) references referral_subject (id, referral_id)
);
create index on subject_match (referral_id);
create index on subject_match (subject_id);
create index on subject_match (child_id);

create table subject_match_undone (
  match_id uuid primary key references subject_match,
  reason text not null,
  undone_by uuid not null references worker,
  undone_at timestamptz not null
);

-- Who the children on a referral are known to be: the matches in force, under the reader's own policies.
create view subject_child with (security_invoker = true) as
select m.id match_id, m.subject_id, m.referral_id, m.child_id, m.reason, m.matched_by, m.matched_at
from subject_match m
where m.same and not exists (select from subject_match_undone u where u.match_id = m.id);

-- A match the screener may not see shows only whom to ring, and that person is told.
create table contact_notice (
  id uuid primary key default gen_random_uuid(),
  subject_id uuid not null,
  referral_id uuid not null,
  child_id uuid not null references child,
  contact_id uuid not null references worker,
  raised_by uuid not null references worker,
  raised_at timestamptz not null,
  unique (subject_id, child_id, contact_id),
  foreign key (subject_id, referral_id) references referral_subject (id, referral_id)
);
create index on contact_notice (contact_id);

create table contact_notice_seen (
  notice_id uuid primary key references contact_notice,
  words text not null,
  seen_by uuid not null references worker,
  seen_at timestamptz not null
);

-- A referral that concerns a worker is not theirs to see, and does not wait for them.
create table concerned_worker (
  referral_id uuid not null references referral,
  worker_id uuid not null references worker,
  recorded_by uuid not null references worker check (recorded_by <> worker_id),
  recorded_at timestamptz not null,
  primary key (referral_id, worker_id)
);
create index on concerned_worker (worker_id);

-- The allocated worker, or their manager, has seen it. Until then it stays on the MASH list.
create table acknowledgement (
  referral_id uuid not null references referral,
  acknowledged_by uuid not null references worker,
  acknowledged_at timestamptz not null,
  primary key (referral_id, acknowledged_by)
);

-- A rating, and with it or later a recommendation; a later row stands in front of an earlier one.
create table screening (
  id uuid primary key default gen_random_uuid(),
  referral_id uuid not null references referral,
  brag text not null check (brag in ('red', 'amber', 'green', 'blue')),
  recommends text,
  words text,
  screened_by uuid not null references worker,
  screened_at timestamptz not null,
  check (recommends is null or words is not null)
);
create index on screening (referral_id, screened_at);

create view referral_rating with (security_invoker = true) as
select r.id referral_id,
  (select s.brag from screening s where s.referral_id = r.id order by s.screened_at desc limit 1) brag
from referral r;

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
  -- The child as the MASH wrote it for this partner, who sees the request and not the referral.
  child_named text not null,
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

-- A strategy discussion, held at a time, or considered and not held: then the words say why.
create table strategy_discussion (
  id uuid primary key default gen_random_uuid(),
  referral_id uuid not null references referral,
  held_at timestamptz,
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
  decided_at timestamptz not null,
  unique (id, referral_id)
);
create index on decision (decided_at);

create table decision_outcome (
  decision_id uuid not null,
  subject_id uuid not null unique,
  referral_id uuid not null,
  outcome text not null,
  primary key (decision_id, subject_id),
  foreign key (decision_id, referral_id) references decision (id, referral_id),
  foreign key (subject_id, referral_id) references referral_subject (id, referral_id)
);
create index on decision_outcome (outcome);
