-- Figures of other areas, and our own as published, that ours are read beside. A figure that changes is a further version
-- and the earlier stay; the latest counts. A sign stands where no number was given, and is never counted with.
create table comparator (
  measure text not null,
  area_code text not null,
  area text not null,
  since date check (since <= as_at),
  as_at date not null,
  basis text not null check (basis in ('validated', 'live')),
  version integer not null check (version > 0),
  unit text not null check (unit in ('count', 'rate', 'share')),
  value numeric check (value >= 0),
  sign text check (sign in ('c', 'z', 'x', 'low', 'u')),
  source text not null,
  source_date date not null,
  recorded_at timestamptz not null,
  check (num_nonnulls(value, sign) = 1),
  unique nulls not distinct (measure, area_code, as_at, since, basis, version)
);

create view comparator_now with (security_invoker = true) as
select distinct on (measure, area_code, as_at, since, basis) *
from comparator
order by measure, area_code, as_at, since, basis, version desc;

-- Statistical neighbours: the areas most like ours, by a model that is made anew every few years.
create table neighbour (
  model text not null,
  of_code text not null,
  of_area text not null,
  code text not null check (code <> of_code),
  area text not null,
  place integer not null check (place > 0),
  closeness text not null,
  in_force_from date not null,
  source text not null,
  source_date date not null,
  recorded_at timestamptz not null,
  primary key (model, of_code, code),
  unique (model, of_code, place)
);
