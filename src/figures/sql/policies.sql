-- counting_seed: nothing is granted; only the guard's views read it.

-- Comparators and the lists of neighbours are read by whoever sees figures. They come by import; the app adds none.
grant select on comparator, comparator_now, neighbour to throughline_app;
grant select on comparator_now to throughline_console;
create policy see_comparators_with_figures on comparator for select to throughline_app
  using ('figures.see' = any ((select guard.my_permissions())::text[]));
create policy see_neighbours_with_figures on neighbour for select to throughline_app
  using ('figures.see' = any ((select guard.my_permissions())::text[]));
