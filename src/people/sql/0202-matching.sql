create extension if not exists fuzzystrmatch;

-- How a word of a name sounds (double metaphone); a word it cannot say, of another script, stands for itself.
create function name_sound(word text) returns text language sql immutable parallel safe as $$
  select coalesce(nullif(public.dmetaphone(word), ''), word)
$$;

-- The words of a name by their sound, in no order; of a name of several words also as if it were written in one.
create function name_sounds(given text, family text) returns text[] language sql immutable parallel safe as $$
  select array(select distinct public.name_sound(w) from unnest(
    string_to_array(public.plain_name(coalesce(given, '') || ' ' || coalesce(family, '')), ' ')
    || replace(public.plain_name(coalesce(given, '')), ' ', '') || replace(public.plain_name(coalesce(family, '')), ' ', '')) w
    where w <> '' order by 1)
$$;

create function month_key(day date) returns text language sql immutable parallel safe as $$
  select (extract(year from day)::integer * 12 + extract(month from day)::integer)::text
$$;

-- What two records of one child have in common, however one of them errs: the birth date whatever the name (`b`); one word
-- of the name within the month, whatever the other words and the day (`m`); two words of it, whatever the date (`n`).
create function match_keys(given text, family text, born date, expected date) returns text[]
language sql immutable parallel safe as $$
  with sounds as (select s from unnest(public.name_sounds(given, family)) s)
  select array(
    select 'b' || (born - date '2000-01-01')::text where born is not null
    union all select 'm' || public.month_key(coalesce(born, expected)) || s from sounds where coalesce(born, expected) is not null
    union all select 'n' || a.s || '+' || b.s from sounds a join sounds b on a.s < b.s
    union all select 'n' || min(s) || '+' from sounds having count(*) = 1
    order by 1)
$$;

-- A place by its postcode and number, or by its number and the word after it.
create function place_keys(address text) returns text[] language sql immutable parallel safe as $$
  with plain as (select public.plain_name(address) a), parts as (
    select replace(substring(a from '\m([a-z]{1,2}[0-9][0-9a-z]? ?[0-9][a-z]{2})\M'), ' ', '') postcode,
      substring(a from '\m([0-9]+[a-z]?)\M') house, substring(a from '\m[0-9]+[a-z]? ([a-z]+ ?[a-z]*)') road from plain)
  select array_remove(array['p' || postcode || ' ' || coalesce(house, ''), 'p' || house || ' ' || road], null) from parts
$$;

alter table child_detail add column match_keys text[] not null
  generated always as (match_keys(given_names, family_name, born_on, expected_on)) stored;
alter table child_alias add column match_keys text[] not null
  generated always as (match_keys(given_names, family_name, null, null)) stored;
alter table child_address add column match_keys text[] not null
  generated always as (case when confidential then '{}'::text[] else place_keys(address) end) stored;
create index child_detail_match on child_detail using gin (match_keys);
create index child_alias_match on child_alias using gin (match_keys);
create index child_address_match on child_address using gin (match_keys);

-- Two records that may be of one child, as judged over what was then recorded of both (`evidence`). Judged again over the
-- same, nothing is added; over more, a further row is.
create table likely_pair (
  id uuid primary key default gen_random_uuid(),
  -- Which of several judgements of two records is the latest: in a trial every moment is the same one.
  ordinal bigint generated always as identity,
  left_id uuid not null references child,
  right_id uuid not null references child check (left_id < right_id),
  evidence text not null,
  weight double precision not null,
  grade text not null check (grade in ('certain', 'likely', 'possible')),
  -- How far from where "surely the same" begins: the nearest is the biggest doubt.
  doubt double precision not null,
  found_at timestamptz not null,
  unique (left_id, right_id, evidence)
);
create index on likely_pair (left_id, right_id, ordinal);
create index on likely_pair (right_id);
create index on likely_pair (doubt, id);

-- "Same person" or "not the same", with a reason, and what was known when it was said. Nothing is merged.
create table pair_said (
  id uuid primary key default gen_random_uuid(),
  left_id uuid not null references child,
  right_id uuid not null references child check (left_id < right_id),
  same boolean not null,
  reason text not null check (reason <> ''),
  -- Written by the database (guard.sql): what was recorded of both at that moment, and the latest judgement of them.
  considered text[] not null default '{}',
  judged bigint,
  said_by uuid not null references worker,
  said_at timestamptz not null
);
create index on pair_said (left_id, right_id);
create index on pair_said (right_id);

create table pair_undone (
  said_id uuid primary key references pair_said,
  reason text not null check (reason <> ''),
  undone_by uuid not null references worker,
  undone_at timestamptz not null
);

-- A comparison of everybody with everybody, done in slices. How far it has come is a row for each slice.
create table sweep (
  id uuid primary key default gen_random_uuid(),
  -- Nobody, where an import brought more children than it can compare.
  started_by uuid references worker,
  started_at timestamptz not null
);
create table sweep_slice (
  sweep_id uuid not null references sweep,
  -- The last child of the slice, in order of id; none at the end of the last.
  upto uuid,
  ordinal integer not null,
  children integer not null,
  done_at timestamptz not null,
  primary key (sweep_id, ordinal)
);
