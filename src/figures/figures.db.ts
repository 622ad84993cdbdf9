import { type RawBuilder, sql } from 'kysely';
import type { House, Tx } from '../platform/db/index.ts';
import type { Period } from '../platform/kernel/index.ts';
import type { Count, Measure } from '../platform/module.ts';
import type { ChildId } from '../platform/web/world.ts';
import { type Counted, type Figure, figuresFrom, isCount } from './figures.ts';

/**
 * Counts as the database role `counting`: the whole partnership, no name and no child's id, so that every reader sees
 * one total. Live and uncached; every view is read once.
 */
export async function countFigures(tx: Tx, measures: readonly Measure[], counted: Counted): Promise<Figure[]> {
  return asCounting(tx, counted, async () => figuresFrom(measures, await countAll(tx, measures)));
}

/** The same counts month by month, for the measures that have a day. Months without any are 0. */
export async function countByMonth(
  tx: Tx,
  measures: readonly Measure[],
  counted: Counted,
): Promise<Map<string, Record<string, number>>> {
  return asCounting(tx, counted, async () => {
    const byMonth = new Map(monthsOf(counted.period).map((month) => [month, {} as Record<string, number>]));
    for (const [view, group] of byView(measures)) {
      const on = group[0]?.on;
      if (!on) continue;
      const month = sql`to_char(${sql.ref(on)}, 'YYYY-MM')`;
      const { rows } = await sql<Record<string, number> & { month: string }>`
        select ${month} as month, ${aggregates(group)} from ${sql.table(`counting.${view}`)} group by 1`.execute(tx);
      for (const { month: at, ...counts } of rows) Object.assign(byMonth.get(at) ?? {}, counts);
    }
    return byMonth;
  });
}

/** The counting role is entered and left inside the page's own transaction, so that counts and records agree. */
export async function asCounting<T>(tx: Tx, { period, asAt }: Counted, work: () => Promise<T>): Promise<T> {
  await sql`select set_config('app.from', ${period.from}, true), set_config('app.to', ${period.to}, true),
    set_config('app.as_at', ${asAt}, true), set_config('app.role_before', current_user, true),
    set_config('role', 'throughline_counting', true)`.execute(tx);
  const answer = await work();
  await sql`select set_config('role', current_setting('app.role_before'), true)`.execute(tx);
  return answer;
}

async function countAll(tx: Tx, measures: readonly Measure[]): Promise<Record<string, number>> {
  const parts = [...byView(measures)].map(
    ([view, group]) =>
      sql`(select to_jsonb(one) from (select ${aggregates(group)} from ${sql.table(`counting.${view}`)}) one)`,
  );
  if (measures.some(({ kind }) => kind === 'rate'))
    parts.push(sql`(select coalesce(jsonb_object_agg(measure, value), '{}') from counting.population)`);
  if (parts.length === 0) return {};
  const { rows } = await sql<{ counts: Record<string, number> }>`select ${sql.join(parts, sql` || `)} counts`.execute(
    tx,
  );
  return rows[0]?.counts ?? {};
}

/** The counts wanted, by the view they are made from. */
function byView(measures: readonly Measure[]): Map<string, (Measure & Count)[]> {
  return Map.groupBy(measures.filter(isCount), ({ from }) => from);
}

function aggregates(measures: readonly (Measure & Count)[]): RawBuilder<unknown> {
  return sql.join(
    measures.map(({ id, counts, where }) => {
      const only = where ? sql` filter (where ${sql.raw(where)})` : sql``;
      return sql`count(${counts === 'children' ? sql`distinct child_key` : sql`*`})${only} as ${sql.id(id)}`;
    }),
  );
}

function monthsOf({ from, to }: Period): string[] {
  const months: string[] = [];
  for (let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]; ; month++) {
    if (month === 13) [year, month] = [year + 1, 1];
    const name = `${year}-${String(month).padStart(2, '0')}`;
    if (name > to.slice(0, 7)) return months;
    months.push(name);
  }
}

/** The figures of a report from the command line: the counting role alone, no worker. */
export async function countFromConsole(
  house: House,
  measures: readonly Measure[],
  counted: Counted,
): Promise<Figure[]> {
  return house.as('counting', { from: counted.period.from, to: counted.period.to, as_at: counted.asAt }, async (tx) =>
    figuresFrom(measures, await countAll(tx, measures)),
  );
}

export type RecordBehind = { childId: ChildId; count: number };

/**
 * The records behind a count that this reader may see, under their own policies: what a figure opens to.
 * Paged by child. @returns at most `atMost` rows.
 */
export async function listRecordsBehind(
  tx: Tx,
  measure: Measure & Count,
  { period, asAt }: Counted,
  after: string | undefined,
  atMost: number,
): Promise<RecordBehind[]> {
  await sql`select set_config('app.from', ${period.from}, true), set_config('app.to', ${period.to}, true),
    set_config('app.as_at', ${asAt}, true)`.execute(tx);
  const { rows } = await sql<{ childId: ChildId; rows: number }>`
    select child_id, count(*) rows from ${sql.table(`fact.${measure.from}`)}
    where child_id = any ((select guard.my_children())::uuid[])
      and (${measure.where ? sql.raw(measure.where) : sql`true`}) and (${after ?? null}::uuid is null or child_id > ${after ?? null}::uuid)
    group by child_id order by child_id limit ${atMost}`.execute(tx);
  return rows.map(({ childId, rows: count }) => ({ childId, count }));
}

/** The counts of a share or a rate are wanted even where only it is shown. */
export function withCounts(wanted: readonly Measure[], all: readonly Measure[]): Measure[] {
  const needed = new Set(
    wanted.flatMap((measure) => {
      if (measure.kind === 'share') return [measure.id, measure.share, measure.of];
      return measure.kind === 'rate' ? [measure.id, measure.rate] : [measure.id];
    }),
  );
  return all.filter(({ id }) => needed.has(id));
}
