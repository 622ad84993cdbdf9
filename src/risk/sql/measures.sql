-- Completed assessments, counted by the day they were completed once they are authorised, at the level of record
-- (domain.md 0.5, 9). Drafts and what waits for a manager are not counted.
create view fact.assessment_completed as
select a.child_id, a.id assessment_id, a.reference, a.kind, z.type, z.level, a.completed_on,
  a.completed_on - before.completed_on as days_since_previous
from assessment a
join authorisation z on z.assessment_id = a.id
left join assessment before on before.id = a.previous_id
where a.completed_on between guard.period_from() and guard.period_to();
