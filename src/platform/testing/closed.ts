import type { ChildId } from '../web/world.ts';
import { NOW, type TestHouse } from './house.ts';

/** Closes a record to all but these. */
export async function restrictTo(test: TestHouse, childId: ChildId, ...keys: string[]): Promise<void> {
  const [restrictedBy, at] = [test.workerId('seun'), NOW];
  await test.arrange(async (tx) => {
    const { id } = await tx
      .insertInto('restriction')
      .values({
        childId,
        reason: 'A relative works in the team',
        contactId: test.workerId('nadine'),
        restrictedBy,
        restrictedAt: at,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    for (const key of keys) {
      await tx
        .insertInto('restriction_allowed')
        .values({ restrictionId: id, workerId: test.workerId(key), allowedBy: restrictedBy, allowedAt: at })
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
  const why = { reason: 'Knows the family', excludedBy: test.workerId('seun'), excludedAt: NOW };
  const excluded = workers.map((workerId) => ({ childId, workerId, ...why }));
  await test.arrange((tx) => tx.insertInto('exclusion').values(excluded).execute());
}
