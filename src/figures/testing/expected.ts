import {
  expectations,
  type Given,
  NOBODY,
  nothing,
  type Place,
  pages,
  whoMay,
} from '../../platform/testing/expected.ts';
import { seesFigures } from '../../platform/testing/needs.ts';

const counted = { countsEverybody: true } as const;
const ofAFigure: Place<Given> = {
  fill: () => ({ [NOBODY]: { figure: 'assessments.completed?from=2023-01-01&to=2023-12-31' } }),
  visited: () => ({ figure: 'closures.risk-reduced' }),
  ...counted,
};

export const expected = expectations({
  // Counts for those who answer for them; the analyst sees no child.
  pages: [
    pages('helen', { ...nothing, ...counted }, { '/reports/child-exploitation': seesFigures }),
    pages('nadine', ofAFigure, {
      '/reports/child-exploitation/figures/:figure?from=2023-01-01&to=2023-12-31': seesFigures,
    }),
    pages(
      'ilinca',
      { ...nothing, ...counted },
      {
        '/reports/compare?topic=plans&list=2021&list=2025': seesFigures,
      },
    ),
  ],
  tables: {
    comparator: { reads: { measure: whoMay('figures.see') } },
    comparator_now: { reads: { measure: whoMay('figures.see') } },
    neighbour: { reads: { model: whoMay('figures.see') } },
  },
});
