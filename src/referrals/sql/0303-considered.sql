-- What was recorded of the child when somebody said who a referred child is, or is not: written by the database. What
-- has come since opens "not the same" again; of what was said earlier it is not known.
alter table subject_match add column considered text[];
