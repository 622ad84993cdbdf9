import type { TestHouse } from '../../../src/platform/testing/house.ts';

const REFERENCE = /\b[CEA]-[2-9BCDFGHJKMNPQRSTVWXZ]{7}\b/g;
const AS_A_HINT = 'C-4F7K2MQ';

/** Every reference of a child, a case or an assessment in a page's text or its links. */
export const referencesIn = (html: string): string[] =>
  [...new Set(html.match(REFERENCE) ?? [])].filter((one) => one !== AS_A_HINT);

/** Whose each reference is. */
export async function mapWhose(test: TestHouse): Promise<Map<string, string>> {
  return test.arrange(async (tx) => {
    const children = await tx.selectFrom('child').select(['reference', 'id']).execute();
    const cases = await tx.selectFrom('evolve_case').select(['reference', 'child_id as id']).execute();
    const assessments = await tx.selectFrom('assessment').select(['reference', 'child_id as id']).execute();
    return new Map([...children, ...cases, ...assessments].map(({ reference, id }) => [reference, id]));
  });
}

export type Entry = { id: number; kind: string; act: string; subject: string; children: string[]; detail: unknown };

/** What the audit holds of one worker, in order, but for signing in. */
export async function listEntries(test: TestHouse, key: string): Promise<Entry[]> {
  return test.house.as('auditor', {}, (tx) =>
    tx
      .selectFrom('audit_entry')
      .select(['id', 'kind', 'act', 'subject', 'children', 'detail'])
      .where('worker_id', '=', test.workerId(key))
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
