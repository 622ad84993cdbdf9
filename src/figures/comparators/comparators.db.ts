import { sql } from 'kysely';
import type { Shown } from '../../papers/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Comparator, NeighbourList } from './comparator.ts';
import { keyOf } from './reading.ts';
import type { Neighbour } from './reading-neighbours.ts';

/** The latest version of every figure of these series, or of all. */
export async function listComparators(tx: Tx, measures?: readonly string[]): Promise<Comparator[]> {
  const rows = await tx
    .selectFrom('comparator_now')
    .select(['measure', 'areaCode', 'area', 'since', 'asAt', 'basis', 'unit'])
    .select(['value', 'sign', 'source', 'sourceDate'])
    .$if(measures !== undefined, (query) => query.where('measure', 'in', [...(measures ?? [])]))
    .orderBy('asAt')
    .orderBy('areaCode')
    .$castTo<Omit<Comparator, 'shown'> & { value: string | null; sign: Shown | null }>()
    .execute();
  return rows.map(({ value, sign, ...row }) => ({ ...row, shown: sign ?? Number(value) }));
}

export async function listNeighbourLists(tx: Tx): Promise<NeighbourList[]> {
  const rows = await listNeighbours(tx);
  return [...Map.groupBy(rows, ({ model, ofCode }) => `${model}|${ofCode}`).values()].flatMap((areas) => {
    const [first] = areas;
    if (!first) return [];
    const { model, ofCode, ofArea, inForceFrom, source, sourceDate } = first;
    return [{ model, of: { code: ofCode, area: ofArea }, inForceFrom, source, sourceDate, neighbours: areas }];
  });
}

export async function listNeighbours(tx: Tx): Promise<Neighbour[]> {
  return tx
    .selectFrom('neighbour')
    .select(['model', 'ofCode', 'ofArea', 'place', 'code', 'area', 'closeness'])
    .select(['inForceFrom', 'source', 'sourceDate'])
    .orderBy('inForceFrom')
    .orderBy('model')
    .orderBy('place')
    .$castTo<Neighbour>()
    .execute();
}

/** A figure held already is followed by a further version; the earlier stay. */
export async function recordComparators(tx: Tx, figures: readonly Comparator[], at: Date): Promise<void> {
  if (figures.length === 0) return;
  const { rows } = await sql<Comparator & { version: number }>`
    select measure, area_code, since, as_at, basis, max(version) version
    from comparator group by 1, 2, 3, 4, 5`.execute(tx);
  const latest = new Map(rows.map((row) => [keyOf(row), row.version]));
  const all = figures.map((figure) => ({
    ...rowOf(figure),
    version: (latest.get(keyOf(figure)) ?? 0) + 1,
    recordedAt: at,
  }));
  for (let from = 0; from < all.length; from += AT_ONCE)
    await tx
      .insertInto('comparator')
      .values(all.slice(from, from + AT_ONCE))
      .execute();
}

const AT_ONCE = 1000; // thirteen parameters each, and PostgreSQL takes 65,535 in one statement

function rowOf({ measure, areaCode, area, since, asAt, basis, unit, shown, source, sourceDate }: Comparator) {
  const number = typeof shown === 'number';
  return {
    ...{ measure, areaCode, area, since, asAt, basis, unit, source, sourceDate },
    value: number ? shown : null,
    sign: number ? null : shown,
  };
}

export async function recordNeighbours(tx: Tx, neighbours: readonly Neighbour[], at: Date): Promise<void> {
  if (neighbours.length === 0) return;
  await tx
    .insertInto('neighbour')
    .values(
      neighbours.map(({ model, ofCode, ofArea, place, code, area, closeness, inForceFrom, source, sourceDate }) => ({
        ...{ model, ofCode, ofArea, place, code, area, closeness, source },
        inForceFrom,
        sourceDate,
        recordedAt: at,
      })),
    )
    .execute();
}
