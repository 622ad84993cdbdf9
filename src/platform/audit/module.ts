import { module } from '../module.ts';

export const audit = module({
  name: 'platform/audit',
  says: 'Who looked at or changed what, in the same transaction',
  permissions: {
    'audit.read': { says: 'See who looked at whom', roles: ['information_governance'] },
  },
});
