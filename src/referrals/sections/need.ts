import { longText, radios } from '../../platform/web/questions.tsx';
import { section } from './section.ts';

/** The four levels of need; a partnership's own document names them in its own words. */
export const needLevels = {
  '1': { says: 'Level 1: universal', hint: 'Needs that every service meets' },
  '2': { says: 'Level 2: early help', hint: 'More than one need, with one worker to lead, by agreement' },
  '3': { says: 'Level 3: child in need', hint: 'Complex needs: a social work assessment' },
  '4': { says: 'Level 4: child protection', hint: 'The child suffers significant harm, or is likely to' },
} as const;

export const need = section({
  key: 'need',
  title: 'How much help is needed',
  asks: () => ({
    level: radios({
      ask: 'Which level of need is this, in your view?',
      options: needLevels,
      missing: 'Choose the level of need',
    }),
    reasons: longText({ ask: 'Why that level?', missing: 'Say why you choose that level' }),
    hopedFor: longText({ ask: 'What do you hope will come of this?', missing: 'Say what you hope will come of this' }),
  }),
});
