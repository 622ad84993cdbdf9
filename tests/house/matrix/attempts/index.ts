import type { Attempt } from './attempt.ts';
import { casework } from './casework.ts';
import { house } from './house.ts';
import { people } from './people.ts';
import { referrals } from './referrals.ts';
import { releases } from './releases.ts';
import { risk } from './risk.ts';

/** One for every table the app may add to. */
export const attempts: Record<string, Attempt> = {
  ...house,
  ...people,
  ...referrals,
  ...risk,
  ...casework,
  ...releases,
};
