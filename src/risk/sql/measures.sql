-- Completed assessments, counted by the day they were completed once they are authorised, at the level of record
-- (domain.md 0.5, 9). Drafts, what waits for a manager and what was returned are not counted.
create view fact.assessment_completed as
select a.child_id, a.id assessment_id, a.reference, a.kind, coalesce(c.type, z.type) as type,
  coalesce(c.level, z.level) as level, a.completed_on, a.completed_on - before.completed_on as days_since_previous
from assessment a
join authorisation z on z.assessment_id = a.id
-- Corrections are few: gathered once, not looked up for every assessment.
left join (
  select distinct on (assessment_id) assessment_id, type, level from authorisation_correction
  order by assessment_id, version desc
) c on c.assessment_id = a.id
left join assessment before on before.id = a.previous_id
where a.completed_on between guard.period_from() and guard.period_to();
