import { both, having, holds, type Sheet } from '@throughline/disclosure';
import { type RawBuilder, sql } from 'kysely';
import { asCounting, type Counted } from '../figures/index.ts';
import type { Tx } from '../platform/db/index.ts';
import type { PlainDate } from '../platform/kernel/index.ts';
import type { Attribute, Countable } from '../platform/module.ts';
import type { Population } from './layout.ts';
import { attributesOf, type Offered } from './offered.ts';

/** The records of these kinds as the counting role sees them: keys in place of ids, nothing that names anybody. */
export function readSheets(tx: Tx, countables: readonly Countable[], offered: Offered, counted: Counted) {
  return asCounting(tx, counted, async () => {
    const sheets: Sheet[] = [];
    for (const countable of countables) sheets.push(await readSheet(tx, countable, offered));
    return sheets;
  });
}

/** The population estimates that rates are worked out over on that day, by their measure. */
export const readPopulations = (tx: Tx, counted: Counted): Promise<Map<string, Population>> =>
  asCounting(tx, counted, async () => {
    const { rows } = await sql<{ measure: string; value: number; asAt: PlainDate }>`
      select measure, value::float8 as value, as_at from counting.population`.execute(tx);
    return new Map(rows.map(({ measure, value, asAt }) => [measure, { value, asAt }]));
  });

async function readSheet(tx: Tx, countable: Countable, offered: Offered): Promise<Sheet> {
  const { kind, from, where } = countable;
  const attributes = Object.entries(attributesOf(countable, offered));
  // Each worked out once: keys are hashes, of which the planner knows nothing, and it would describe every child anew for
  // every record.
  const { rows } = await sql<Omit<CountedRow, 'kind'>>`
    with r as materialized (select ${columns(countable.attributes)} record_key, child_key from ${sql.table(`counting.${from}`)}
      where ${where ? sql.raw(where) : sql`true`}),
    d as materialized (select ${columns(offered.describes.attributes)} child_key
      from ${sql.table(`counting.${offered.describes.from}`)})
    select r.record_key::text record, r.child_key::text child, jsonb_build_object(${sql.join(attributes.flatMap(told))}) attributes
    from r left join d using (child_key)
    order by r.record_key`.execute(tx);
  return sheetOf(
    countable,
    offered,
    rows.map((row) => ({ ...row, kind })),
  );
}

export type CountedRow = { kind: string; record: string; child: string; attributes: Record<string, string> };

/**
 * Records as the engine takes them, with every value that each attribute may have. Records frozen before a thing could be
 * told of them hold nothing of it.
 */
export function sheetOf(countable: Countable, offered: Offered, rows: readonly CountedRow[]): Sheet {
  const { kind, unit } = countable;
  const own = rows.filter((row) => row.kind === kind);
  const isHeld = (name: string) => Object.hasOwn(own[0]?.attributes ?? { [name]: '' }, name);
  const attributes = Object.entries(attributesOf(countable, offered)).filter(([name]) => isHeld(name));
  const never = [...(countable.never ?? []), ...(offered.describes.never ?? [])];
  return {
    kind,
    unit,
    attributes: Object.fromEntries(
      attributes.map(([name, { values, lasts }]) => [name, { values: Object.keys(values), lasts }]),
    ),
    records: own.map(({ record, child, attributes }) => ({ id: record, person: child, attributes })),
    never: never
      .filter((answers) => Object.keys(answers).every(isHeld))
      .map((answers) => both(...Object.entries(answers).map(([name, codes]) => having(name, ...codes))))
      // A record that says otherwise: the reader would be wrong, and what is published would contradict itself.
      .filter((where) => !own.some(({ attributes }) => holds(where, attributes))),
  };
}

const told = ([name]: [string, Attribute]): RawBuilder<unknown>[] => [
  sql`${sql.lit(name)}`,
  sql`coalesce(${sql.ref(name)}::text, 'not_recorded')`,
];

const columns = (attributes: Record<string, Attribute>): RawBuilder<unknown> =>
  sql`${sql.join(
    Object.entries(attributes).map(([name, { is }]) => sql`(${sql.raw(is)}) as ${sql.id(name)}, `),
    sql``,
  )}`;
