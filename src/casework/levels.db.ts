import type { Tx } from '../platform/db/index.ts';
import type { PlainDate } from '../platform/kernel/index.ts';
import type { ChildId } from '../platform/web/world.ts';
import { listSeries, type Series } from '../risk/index.ts';
import type { Levels } from './case-record.ts';

type Spell = { id: string; childId: ChildId; openedOn: PlainDate; closedOn: PlainDate | undefined };

/** Of each of these spells, as far as the reader may see assessments: those completed while it was open. */
export async function mapLevels(tx: Tx, spells: readonly Spell[]): Promise<Map<string, Levels>> {
  const children = [...new Set(spells.map(({ childId }) => childId))];
  const all = await listSeries(
    tx,
    children.map((childId) => ({ childId })),
  );
  return new Map(
    spells.map(({ id, childId, openedOn, closedOn }) => {
      const during = (all.get(childId) ?? []).filter(
        ({ completedOn: on }) => on >= openedOn && (!closedOn || on <= closedOn),
      );
      return [id, levelsOf(during)];
    }),
  );
}

export const noLevels: Levels = { series: [], own: [], waitingSince: undefined };

function levelsOf(series: Series): Levels {
  return {
    series: series.flatMap(({ completedOn, authorised, ofRecord }) =>
      authorised && ofRecord
        ? [{ completedOn, authorisedOn: authorised.on, level: ofRecord.level, type: ofRecord.type }]
        : [],
    ),
    own: series.map(({ completedOn, judgement }) => ({ completedOn, level: judgement.level })),
    waitingSince: series.find(({ ofRecord, returned }) => !ofRecord && !returned)?.completedOn,
  };
}
