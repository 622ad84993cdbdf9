-- Completed assessments, counted by the day they were completed once they are authorised, at the level of record: the
-- authorised one, or its latest correction. Drafts and what waits for a manager are left out.
create view fact.assessment_completed as
select a.child_id, a.id record_id, a.reference, a.kind, coalesce(c.type, z.type) type, coalesce(c.level, z.level) level,
  a.completed_on, a.completed_on - before.completed_on as days_since_previous
from assessment a
join authorisation z on z.assessment_id = a.id
left join assessment before on before.id = a.previous_id
left join (
  select distinct on (assessment_id) assessment_id, type, level from authorisation_correction
  order by assessment_id, version desc
) c on c.assessment_id = a.id
where a.completed_on between guard.period_from() and guard.period_to();
