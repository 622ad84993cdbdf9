import { onlyIf } from '../../platform/web/asked-within.tsx';
import { radios, text } from '../../platform/web/questions.tsx';
import { type Caller, callers } from '../source.ts';
import { workplace } from './about-you.ts';
import { section } from './section.ts';

const kinds = Object.fromEntries(Object.entries(callers).map(([key, { says }]) => [key, says])) as Record<
  Caller,
  string
>;
const named = ['caller', 'family', 'acquaintance', 'child', 'other', 'professional'] as const;

/** In place of "about you" when the MASH writes down a call. */
export const caller = section({
  key: 'caller',
  title: 'Who is ringing',
  asks: () => ({
    caller: radios({
      ask: 'Who is ringing?',
      hint: 'Whoever wants to stay anonymous is asked nothing more here. Keep who they are out of the other sections too.',
      options: kinds,
      missing: 'Choose who is ringing',
    }),
    name: onlyIf(
      named,
      text({ ask: 'Their name, unless they want to stay anonymous', missing: 'Enter the name of the caller' }),
    ),
    telephone: onlyIf(
      named,
      text({ ask: 'A telephone number to reach them on', missing: 'Enter a telephone number to reach the caller on' }),
    ),
    relationship: onlyIf(
      named,
      text({ ask: 'How do they know the child or children?', missing: 'Say how the caller knows the child' }),
    ),
    job: onlyIf(
      ['caller', 'professional'],
      text({ ask: 'At work: their job', missing: 'Enter the job of the caller' }),
    ),
    agency: onlyIf(
      ['caller', 'professional'],
      text({ ask: 'At work: the name of their agency', missing: 'Enter the agency of the caller' }),
    ),
    workplace: onlyIf(['caller', 'professional'], workplace('At work: what kind of service is it?')),
  }),
});
