import { allocateWorkers, type Details, recordChild } from '../../people/index.ts';
import { plainDate } from '../../platform/kernel/index.ts';
import { NOW, type TestHouse } from '../../platform/testing/house.ts';
import type { ChildId } from '../../platform/web/world.ts';

export type TestChild = { id: ChildId; reference: string };

/** A child whom these members of the cast see, as allocated workers. */
export async function childSeenBy(test: TestHouse, keys: string[], details: Partial<Details> = {}): Promise<TestChild> {
  return test.arrange(async (tx) => {
    const recorded = { by: null, at: NOW };
    const who = { givenNames: 'Noor', familyName: 'Ashworth', bornOn: plainDate('2009-05-04'), sex: 'F' as const };
    const child = await recordChild(tx, { ...who, ...details }, recorded);
    const seen = { childId: child.id, teamId: null, since: plainDate('2023-01-01') };
    await allocateWorkers(
      tx,
      keys.map((key) => ({ ...seen, workerId: test.workerId(key) })),
      recorded,
    );
    return child;
  });
}
