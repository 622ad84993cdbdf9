-- What is said of a release in free words says its figures too (an answer's summary is nothing else), so it is guarded as
-- they are: it stands in a table of its own. The listing keeps what stays when a release is withdrawn.
create table release_summary (
  release_id uuid primary key references release,
  summary text[] not null,
  -- Since the release that it corrects; null where it corrects none.
  what_changed text
);
-- Rows are forced behind policies, from their owner too, until all is made anew after this.
alter table release no force row level security;
insert into release_summary (release_id, summary, what_changed) select id, summary, what_changed from release;
alter table release drop column summary, drop column what_changed;

-- The order they were frozen in, one at a time: a trial's clock stands still, and gives several the same moment.
alter table release add column ordinal bigint generated always as identity unique;

-- What whoever approves is told of: every hidden cell with its reason, and rows that say the same of all. Null: frozen
-- before it was kept.
alter table release_attack add column hidden jsonb, add column warnings text[];
