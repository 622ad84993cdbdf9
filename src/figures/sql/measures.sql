-- What rates are worked out over: the latest estimate of each population of our own area dated on or before the as-at
-- day. Written out for the counting role, which has no child to leave out here; made twice over, so made anew.
create or replace view counting.population as
select distinct on (measure) measure, as_at, value
from comparator
where measure like 'population.%' and value is not null and as_at <= guard.as_at()
  and area_code = (select of_code from neighbour order by in_force_from desc, recorded_at desc limit 1)
order by measure, as_at desc, version desc;
