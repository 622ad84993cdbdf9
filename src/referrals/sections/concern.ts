import { orNoInformation } from '../../platform/web/asked-within.tsx';
import { checkboxes, longText, radios, text } from '../../platform/web/questions.tsx';
import { notKnown, section } from './section.ts';

/** The kind of exploitation a referrer suspects. How much risk there is, is another question. */
export const suspected = {
  CCE: 'Child criminal exploitation (CCE)',
  CSE: 'Child sexual exploitation (CSE)',
  BOTH: 'Both',
  OTHER: 'Another kind of exploitation or harm',
  NOT_KNOWN: 'Not known',
} as const;
export type Suspected = keyof typeof suspected;

export const concern = section({
  key: 'concern',
  title: 'What you are worried about',
  asks: () => ({
    whatHappened: longText({
      ask: 'What has happened, or what are you worried about?',
      hint: 'What was seen, heard or said, apart from what you make of it',
      rows: 8,
      missing: 'Say what has happened or what you are worried about',
    }),
    when: orNoInformation('when it happened', text({ ask: 'When?' })),
    where: orNoInformation('where it happened', text({ ask: 'Where, online places among them?' })),
    howKnown: checkboxes({
      ask: 'How is this known?',
      options: {
        SEEN: 'The person referring saw or heard it',
        CHILD_SAID: 'The child said it',
        OTHER_SAID: 'Somebody else said it',
        WRITTEN: 'It is in a record or a message',
      },
      missing: 'Choose how this is known',
    }),
    harms: checkboxes({
      ask: 'What harm has come, or may come, to the child?',
      options: {
        EXPLOITATION: 'Exploitation',
        SAB: 'Sexual abuse',
        PHY: 'Physical abuse',
        EMO: 'Emotional abuse',
        NEG: 'Neglect',
        DOMESTIC: 'Domestic abuse',
        OTHER: 'Other harm',
        ...notKnown,
      },
      alone: ['not_known'],
      missing: 'Choose the harm, or “Not known”',
    }),
    suspected: radios({
      ask: 'Which exploitation do you suspect?',
      options: suspected,
      missing: 'Choose the exploitation you suspect, or “Not known”',
    }),
  }),
});
