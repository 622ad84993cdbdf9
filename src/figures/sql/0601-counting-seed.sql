-- Keys the hash that stands for a child in counts. One row, read by the guard alone.
create table counting_seed (
  only_one boolean primary key default true check (only_one),
  seed bigint not null default (random() * 9007199254740991)::bigint
);
insert into counting_seed default values;
