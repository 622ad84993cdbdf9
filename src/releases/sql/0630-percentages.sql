-- A figure may be a percentage, with a decimal.
alter table release_figure alter column value type double precision;
