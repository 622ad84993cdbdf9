import { sql } from 'kysely';
import type { Tx } from '../platform/db/index.ts';
import type { PlainDate } from '../platform/kernel/index.ts';
import type { ChildId } from '../platform/web/world.ts';
import type { ExploitationType, Level } from '../risk/index.ts';
import type { Levels } from './case-record.ts';

type Row = {
  childId: ChildId;
  completedOn: PlainDate;
  authorisedOn: PlainDate | null;
  level: Level | null;
  type: ExploitationType | null;
};

type Spell = { id: string; childId: ChildId; openedOn: PlainDate; closedOn: PlainDate | undefined };

/** Of each of these spells, as far as the reader may see assessments: those completed while it was open. */
export async function mapLevels(tx: Tx, spells: readonly Spell[]): Promise<Map<string, Levels>> {
  const { rows } = await sql<Row>`
    select a.child_id as "childId", a.completed_on as "completedOn", z.authorised_on as "authorisedOn",
      coalesce(x.level, z.level) as level, coalesce(x.type, z.type) as type
    from assessment a
    left join authorisation z on z.assessment_id = a.id
    left join lateral (
      select c.level, c.type from authorisation_correction c
      where c.assessment_id = a.id order by c.version desc limit 1
    ) x on true
    where a.child_id = any (${spells.map(({ childId }) => childId)}::uuid[])
      and not exists (select from assessment_returned r where r.assessment_id = a.id)
    order by a.completed_on, a.recorded_at`.execute(tx);
  const byChild = Map.groupBy(rows, ({ childId }) => childId);
  return new Map(
    spells.map(({ id, childId, openedOn, closedOn }) => {
      const during = ({ completedOn: on }: Row) => on >= openedOn && (!closedOn || on <= closedOn);
      return [id, levelsOf((byChild.get(childId) ?? []).filter(during))];
    }),
  );
}

export const noLevels: Levels = { series: [], waitingSince: undefined };

function levelsOf(rows: readonly Row[]): Levels {
  const series = rows.flatMap(({ completedOn, authorisedOn, level, type }) =>
    authorisedOn && level && type ? [{ completedOn, authorisedOn, level, type }] : [],
  );
  return { series, waitingSince: rows.find(({ authorisedOn }) => !authorisedOn)?.completedOn };
}
