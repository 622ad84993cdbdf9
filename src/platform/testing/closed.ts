import type { ChildId } from '../web/world.ts';
import { NOW, type TestHouse } from './house.ts';

/** Closes a record to all but these. */
export async function restrictTo(test: TestHouse, childId: ChildId, ...keys: string[]): Promise<void> {
  const [restricted_by, at] = [test.workerId('seun'), NOW];
  await test.arrange(async (tx) => {
    const { id } = await tx
      .insertInto('restriction')
      .values({
        child_id: childId,
        reason: 'A relative works in the team',
        contact_id: test.workerId('nadine'),
        restricted_by,
        restricted_at: at,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    for (const key of keys) {
      await tx
        .insertInto('restriction_allowed')
        .values({ restriction_id: id, worker_id: test.workerId(key), allowed_by: restricted_by, allowed_at: at })
        .execute();
    }
  });
}

export const exclude = (test: TestHouse, childId: ChildId, key: string): Promise<void> =>
  excludeWorkers(test, childId, [test.workerId(key)]);

export async function excludeEverybody(test: TestHouse, childId: ChildId): Promise<void> {
  const workers = await test.arrange((tx) => tx.selectFrom('worker').select('id').execute());
  await excludeWorkers(
    test,
    childId,
    workers.map(({ id }) => id),
  );
}

async function excludeWorkers(test: TestHouse, childId: ChildId, workers: readonly string[]): Promise<void> {
  const why = { reason: 'Knows the family', excluded_by: test.workerId('seun'), excluded_at: NOW };
  const excluded = workers.map((worker_id) => ({ child_id: childId, worker_id, ...why }));
  await test.arrange((tx) => tx.insertInto('exclusion').values(excluded).execute());
}
