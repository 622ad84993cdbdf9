-- What was decided for a child beside the main outcome: none of them shuts out another.
create table outcome_beside (
  decision_id uuid not null,
  subject_id uuid not null,
  referral_id uuid not null,
  outcome text not null,
  primary key (subject_id, outcome),
  foreign key (decision_id, referral_id) references decision (id, referral_id),
  foreign key (subject_id, referral_id) references referral_subject (id, referral_id)
);
create index on outcome_beside (decision_id);
