import { onlyIf } from '../../platform/web/asked-within.tsx';
import { select, text, yesNo } from '../../platform/web/questions.tsx';
import { type Workplace, workplaces } from '../source.ts';
import { section } from './section.ts';

const services = Object.fromEntries(Object.entries(workplaces).map(([key, { says }]) => [key, says])) as Record<
  Workplace,
  string
>;
/** Asked of somebody whose agency is many services. */
export const workplace = (ask: string) =>
  select({ ask, options: services, missing: 'Choose the service nearest to this work' });

export const aboutYou = section({
  key: 'about-you',
  title: 'About you',
  asks: ({ source }) => ({
    job: text({ ask: 'Your job', missing: 'Enter your job' }),
    workplace: onlyIf(source === undefined, workplace('Which of these do you work for?')),
    telephone: text({
      ask: 'A telephone number to reach you on today',
      autocomplete: 'tel',
      missing: 'Enter a telephone number to reach you on',
    }),
    relationship: text({
      ask: 'How do you know the child or children?',
      missing: 'Say how you know the child or children',
    }),
    rang: yesNo({
      ask: 'Have you already rung about this?',
      missing: 'Say whether you have already rung about this',
    }),
    rangWhen: onlyIf(
      ['rang', 'yes'],
      text({ ask: 'If you rang: when, and who answered?', missing: 'Say when you rang and who answered' }),
    ),
  }),
});
