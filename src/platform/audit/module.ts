import { module } from '../module.ts';
import { auditVerify } from './commands.ts';
import { whoLooked } from './pages/looks.tsx';
import { sealAudit } from './seal.db.ts';

export const audit = module({
  name: 'platform/audit',
  says: 'Who looked at or changed what, in the same transaction',
  permissions: {
    'audit.read': { says: 'See who looked at whom', roles: ['information_governance'] },
  },
  pages: [whoLooked],
  nav: [{ says: 'Who looked', path: '/audit/looks', may: 'audit.read' }],
  commands: [auditVerify],
  jobs: [
    {
      name: 'audit-seal',
      says: 'Seals the audit entries of the last minute',
      when: '* * * * *',
      run: async (house) => void (await sealAudit(house)),
    },
  ],
});
