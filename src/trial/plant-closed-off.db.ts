import type { Tx } from '../platform/db/index.ts';
import { londonMoment } from '../platform/kernel/index.ts';
import { idFor } from './plant-names.ts';
import type { Story } from './story/index.ts';

/** Records open to the named alone, and records closed to one worker. */
export async function plantClosedOff(tx: Tx, { restrictions, exclusions }: Story): Promise<void> {
  const restricted = restrictions.map((one) => ({
    ...one,
    id: idFor('restriction', one.childKey),
    by: idFor('worker', one.by),
    at: londonMoment(one.from, '17:00'),
  }));
  await tx
    .insertInto('restriction')
    .values(
      restricted.map(({ id, childKey, reason, by, at }) => ({
        id,
        childId: idFor('child', childKey),
        reason,
        contactId: by,
        restrictedBy: by,
        restrictedAt: at,
      })),
    )
    .execute();
  await tx
    .insertInto('restriction_allowed')
    .values(
      restricted.flatMap(({ id, allowed, by, at }) =>
        allowed.map((key) => ({
          restrictionId: id,
          workerId: idFor('worker', key),
          allowedBy: by,
          allowedAt: at,
        })),
      ),
    )
    .execute();
  await tx
    .insertInto('exclusion')
    .values(
      exclusions.map(({ childKey, worker, reason, by, from }) => ({
        id: idFor('exclusion', `${childKey} ${worker}`),
        childId: idFor('child', childKey),
        workerId: idFor('worker', worker),
        reason,
        excludedBy: idFor('worker', by),
        excludedAt: londonMoment(from, '17:00'),
      })),
    )
    .execute();
}
