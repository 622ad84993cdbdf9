import { expectations } from '../../testing/expected.ts';

// A session is read and written by the guard alone.
export const expected = expectations({
  guard: {
    'guard.close_session(bytea)': 'asks for a token that nobody but its holder knows',
    'guard.open_trial_session(text,bytea)': 'refuses wherever people may not choose who to be',
  },
});
