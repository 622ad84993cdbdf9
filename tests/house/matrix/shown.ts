import { sql } from 'kysely';
import { child } from '../../../src/platform/testing/expected.ts';
import type { TestHouse } from '../../../src/platform/testing/house.ts';
import { tables } from '../../../src/testing/expected.ts';

const lettered = [...tables].filter(([, { letter }]) => letter);
const LETTERS = lettered.map(([, { letter }]) => letter).join('');
const REFERENCE = new RegExp(`\\b[${LETTERS}]-[2-9BCDFGHJKMNPQRSTVWXZ]{7}\\b`, 'g');
const AS_A_HINT = 'C-4F7K2MQ';

/** Every reference of a record about a child in a page’s text or its links. */
export const referencesIn = (html: string): string[] =>
  [...new Set(html.match(REFERENCE) ?? [])].filter((one) => one !== AS_A_HINT);

/** Whose each reference is. */
export async function mapWhose(test: TestHouse): Promise<Map<string, string>> {
  return test.arrange(async (tx) => {
    const found: [string, string][] = [];
    for (const [table, { reads = {} }] of lettered) {
      const [column] = Object.entries(reads).find(([, means]) => means === child || means.ofChild) ?? [];
      if (!column) throw new Error(`which child ${table} is about is not said`);
      const { rows } = await sql<{ reference: string; id: string }>`
        select reference, ${sql.ref(column)} id from ${sql.table(table)}`.execute(tx);
      found.push(...rows.map(({ reference, id }): [string, string] => [reference, id]));
    }
    return new Map(found);
  });
}

export type Entry = { id: number; kind: string; act: string; subject: string; children: string[]; detail: unknown };

/** What the audit holds of one worker, in order, but for signing in. */
export async function listEntries(test: TestHouse, key: string): Promise<Entry[]> {
  return test.house.as('auditor', {}, (tx) =>
    tx
      .selectFrom('audit_entry')
      .select(['id', 'kind', 'act', 'subject', 'children', 'detail'])
      .where('workerId', '=', test.workerId(key))
      .where('kind', '<>', 'sign-in')
      .orderBy('id')
      .execute(),
  );
}

/** Of the pages shown at these addresses: whose references no look at that address names in the audit. */
export function notNamed(
  shown: ReadonlyMap<string, readonly string[]>,
  entries: readonly Entry[],
  whose: ReadonlyMap<string, string>,
): string[] {
  const named = new Set(entries.flatMap(({ subject, children }) => children.map((child) => `${subject} ${child}`)));
  return [...shown].flatMap(([address, references]) =>
    references
      .filter((reference) => !named.has(`${address.split('?')[0]} ${whose.get(reference)}`))
      .map((reference) => `${address} shows ${reference}, and the audit does not name that child`),
  );
}
