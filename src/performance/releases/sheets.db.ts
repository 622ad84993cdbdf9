import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import type { Attribute, Countable } from '../../platform/module.ts';
import type { Sheet } from '../disclosure/publication.ts';
import { asCounting } from '../figures.db.ts';
import type { Counted } from '../figures.ts';
import { attributesOf, type Offered } from './offered.ts';

/** The records of these kinds as the counting role sees them: keys in place of ids, nothing that names anybody. */
export function readSheets(tx: Tx, countables: readonly Countable[], offered: Offered, counted: Counted) {
  return asCounting(tx, counted, async () => {
    const sheets: Sheet[] = [];
    for (const countable of countables) sheets.push(await readSheet(tx, countable, offered));
    return sheets;
  });
}

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

/** Records as the engine takes them, with every value that each attribute may have. */
export function sheetOf(countable: Countable, offered: Offered, rows: readonly CountedRow[]): Sheet {
  const { kind, unit } = countable;
  return {
    kind,
    unit,
    attributes: Object.fromEntries(
      Object.entries(attributesOf(countable, offered)).map(([name, { values, lasts }]) => [
        name,
        { values: Object.keys(values), lasts },
      ]),
    ),
    records: rows
      .filter((row) => row.kind === kind)
      .map(({ record, child, attributes }) => ({ id: record, child, attributes })),
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
