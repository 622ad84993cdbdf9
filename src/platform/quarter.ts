import type { Attribute } from './module.ts';

/** The quarter of the calendar year a day lies in, whatever the year: a table says the year where its days lie in two. */
export const quarter = (day: string): Attribute => ({
  label: 'Quarter',
  is: `'q' || extract(quarter from ${day})`,
  values: {
    q1: 'January to March',
    q2: 'April to June',
    q3: 'July to September',
    q4: 'October to December',
  },
  lasts: true,
  ofTheYear: true,
});
