import { module } from '../module.ts';

export const auth = module({ name: 'platform/auth', says: 'Who are you: sign-in and sessions' });
