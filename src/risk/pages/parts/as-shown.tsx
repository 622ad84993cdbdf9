import type { Question } from '../../../platform/web/questions.tsx';

/** What the page said when its form was filled in: sent along, so that a change since is noticed. */
export const asShown = (now: string): Question<string> => ({
  ask: '',
  read: (raw, name) => raw[name]?.[0] ?? '',
  show: ({ name }) => <input type="hidden" name={name} value={now} />,
  say: () => '',
  write: () => ({}),
});
