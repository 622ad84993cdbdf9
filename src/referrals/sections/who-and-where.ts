import { nothingMore, orNoInformation } from '../../platform/web/asked-within.tsx';
import { longText } from '../../platform/web/questions.tsx';
import { section } from './section.ts';

export const whoAndWhere = section({
  key: 'who-and-where',
  title: 'People and places of concern',
  asks: () => ({
    posingRisk: orNoInformation(
      'who may pose risk',
      longText({
        ask: 'Who may be harming or exploiting the child?',
        hint: 'Names, nicknames, what they look like, how they reached the child',
      }),
    ),
    alsoAtRisk: orNoInformation(
      'who else may be at risk',
      longText({ ask: 'Which other children may be at risk with them?' }),
    ),
    places: orNoInformation('the places', longText({ ask: 'Places', rows: 3 })),
    vehicles: orNoInformation('the vehicles', longText({ ask: 'Vehicles', rows: 3 })),
    phones: orNoInformation('the phones or accounts', longText({ ask: 'Phones and online accounts', rows: 3 })),
    ...nothingMore,
  }),
});
