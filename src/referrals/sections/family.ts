import { orNoInformation } from '../../platform/web/asked-within.tsx';
import { day, radios, text } from '../../platform/web/questions.tsx';
import { notKnown, repeating } from './section.ts';

const yesNoOrNotKnown = { yes: 'Yes', no: 'No', ...notKnown };

export const family = repeating({
  key: 'family',
  title: 'Family and household',
  repeats: {
    one: 'person',
    calls: ({ name, relationship }) => `${name ?? 'Name not known'}, ${relationship}`,
    none: 'I have no information about the family or household',
  },
  asks: ({ today }) => ({
    name: orNoInformation('the name', text({ ask: 'Name' })),
    relationship: text({
      ask: 'Who are they to the child or children?',
      hint: 'For example mother, brother, stepfather, foster carer',
      missing: 'Say who they are to the child',
    }),
    bornOn: orNoInformation('the date of birth', day({ ask: 'Date of birth', notAfter: today })),
    livesWithChild: radios({
      ask: 'Do they live with the child?',
      options: yesNoOrNotKnown,
      missing: 'Say whether they live with the child',
    }),
    parentalResponsibility: radios({
      ask: 'Do they have parental responsibility?',
      options: yesNoOrNotKnown,
      missing: 'Say whether they have parental responsibility',
    }),
    contact: orNoInformation('how to reach them', text({ ask: 'Telephone or address, where it differs' })),
  }),
});
