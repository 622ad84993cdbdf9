import { sql } from 'kysely';
import { itself } from '../../testing/attempts.ts';
import { expectations, type Given, NOBODY, type Place, pages } from '../../testing/expected.ts';
import { open } from '../../testing/needs.ts';

const ofAChild: Place<Given> = {
  fill: () => ({ [NOBODY]: {} }),
  visited: ({ child }) => ({ reference: child.reference }),
};

export const expected = expectations({
  pages: [pages('seun', ofAChild, { '/audit/looks?reference=:reference': { information_governance: open } })],

  // Everybody adds to the audit, in their own name; no page reads it but through the guard.
  tables: {
    audit_entry: {
      adds: itself('dev', ['actor', 'workerId'], () => ({ kind: 'look', act: 'a', subject: '/' }), { refusedTo: [] }),
    },
  },

  guard: {
    'guard.looks(uuid,text,uuid,bigint,integer)': ({ s: { child } }) =>
      sql`guard.looks(${child.id}, ${`/children/${child.reference}`}, null, null, 10)`,
  },
});
