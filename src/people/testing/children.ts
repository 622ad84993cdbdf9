import { londonMoment, plainDate } from '../../platform/kernel/index.ts';
import type { TestHouse } from '../../platform/testing/house.ts';
import type { TeamId } from '../../platform/web/world.ts';
import { type Known, recordChildren, recordKinships } from '../recording.db.ts';
import { allocateWorkers } from '../recording-care.db.ts';

const day = plainDate;
export const at = londonMoment(day('2024-01-30'), '09:00');
export const byConsole = { by: null, at };

const names = ['Mine', 'Twin', 'Other', 'Past', 'Restricted', 'Excluded'] as const;
export type TestChildren = Record<Lowercase<(typeof names)[number]>, Known>;

/**
 * Six children called Tarn, born on one day. Bartosz is the social worker of Mine, Restricted and Excluded, and was of
 * Past until yesterday; Farrah of Twin; Elaine manages both. Nobody is involved with Other. Restricted is closed to all
 * but Elaine, whom one rings; Bartosz is excluded from Excluded.
 */
export async function arrangeChildren(test: TestHouse): Promise<TestChildren> {
  return test.arrange(async (tx) => {
    const details = names.map(
      (name) => ({ givenNames: name, familyName: 'Tarn', sex: 'F', bornOn: day('2010-05-01') }) as const,
    );
    const [mine, twin, other, past, restricted, excluded] = await recordChildren(tx, details, byConsole);
    if (!mine || !twin || !other || !past || !restricted || !excluded)
      throw new Error('six children were not recorded');
    const team = await tx.selectFrom('team').select('id').where('code', '=', 'locality').executeTakeFirstOrThrow();
    const since = { teamId: team.id as TeamId, since: day('2023-01-01') };
    const bartosz = { ...since, workerId: test.workerId('bartosz') };
    await allocateWorkers(
      tx,
      [
        { childId: mine.id, ...bartosz },
        { childId: twin.id, ...since, workerId: test.workerId('farrah') },
        { childId: past.id, ...bartosz, endedOn: day('2024-01-30') },
        { childId: restricted.id, ...bartosz },
        { childId: excluded.id, ...bartosz },
      ],
      byConsole,
    );
    await recordKinships(tx, [{ childId: mine.id, otherId: twin.id, relation: 'twin' }], byConsole);
    const [seun, elaine] = [test.workerId('seun'), test.workerId('elaine')];
    const { id } = await tx
      .insertInto('restriction')
      .values({
        childId: restricted.id,
        reason: 'A relative works in the team',
        contactId: elaine,
        restrictedBy: seun,
        restrictedAt: at,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('restriction_allowed')
      .values({ restrictionId: id, workerId: elaine, allowedBy: seun, allowedAt: at })
      .execute();
    await tx
      .insertInto('exclusion')
      .values({
        childId: excluded.id,
        workerId: bartosz.workerId,
        reason: 'A neighbour of the family',
        excludedBy: seun,
        excludedAt: at,
      })
      .execute();
    return { mine, twin, other, past, restricted, excluded };
  });
}
