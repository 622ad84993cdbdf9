import { onlyIf, orNoInformation } from '../../platform/web/asked-within.tsx';
import { longText, radios, text, yesNo } from '../../platform/web/questions.tsx';
import { notKnown, section } from './section.ts';

export const danger = section({
  key: 'danger',
  title: 'Danger now',
  asks: () => ({
    immediateDanger: yesNo({
      ask: 'Is a child in immediate danger?',
      hint: 'If so, ring 999 now and come back to this form afterwards.',
      missing: 'Say whether a child is in immediate danger',
    }),
    doneNow: onlyIf(
      ['immediateDanger', 'yes'],
      longText({
        ask: 'If so: what has been done, and who has been rung?',
        missing: 'Say what has been done and who has been rung',
      }),
    ),
    missingNow: radios({
      ask: 'Is a child missing now?',
      options: { yes: 'Yes', no: 'No', ...notKnown },
      missing: 'Say whether a child is missing now',
    }),
    missingSince: onlyIf(
      ['missingNow', 'yes'],
      text({
        ask: 'If so: since when, and have the police been told?',
        missing: 'Say since when the child is missing and whether the police have been told',
      }),
    ),
    injuries: orNoInformation('any injury or medical need', longText({ ask: 'Injuries or medical need' })),
  }),
});
