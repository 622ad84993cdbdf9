import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import type { ChildId } from '../../platform/web/world.ts';
import type { ChildNow } from '../child.ts';
import { mapChildren } from '../children.db.ts';
import { rememberLikely } from '../matching/likely.db.ts';
import { startSweep } from '../matching/sweep.db.ts';
import type { Recorded } from '../recorded.ts';
import { recordChildren, recordIdentifiers } from '../recording.db.ts';
import { gatherSaid, type News, type Recognition, recognise, type SaidOfChild } from './recognise.ts';

/** Each child a file speaks of, beside the one held under the authority's identifier. */
export async function recogniseChildren(tx: Tx, all: Iterable<SaidOfChild>): Promise<Recognition> {
  const said = gatherSaid(all);
  const held = await findByIdentifier(tx, [...said.keys()]);
  const found = new Map([...said].map(([childId, one]) => [childId, recognise(one, held.get(childId) ?? [])]));
  return { found, taken: new Set() };
}

async function findByIdentifier(tx: Tx, values: readonly string[]): Promise<Map<string, ChildNow[]>> {
  const rows = await tx
    .selectFrom('child_identifier')
    .select(['value', 'childId'])
    .where('kind', '=', 'LA_CHILD_ID')
    .where('value', '=', sql<string>`any (${values}::text[])`)
    .execute();
  const children = await mapChildren(
    tx,
    rows.map(({ childId }) => childId as ChildId),
  );
  const found = new Map<string, ChildNow[]>();
  for (const { value, childId } of rows) {
    const child = children.get(childId as ChildId);
    if (child) found.set(value, [...(found.get(value) ?? []), child]);
  }
  return found;
}

export type TakenChildren = {
  /** By the authority's identifier: every child that rows were taken of. */
  ids: ReadonlyMap<string, ChildId>;
  made: Readonly<Record<string, number>>;
};

export async function recordTaken(tx: Tx, { found, taken }: Recognition, recorded: Recorded): Promise<TakenChildren> {
  const of = [...taken].flatMap((childId) => {
    const one = found.get(childId);
    return one ? [{ childId, ...one }] : [];
  });
  const added = of.flatMap(({ childId, held, news }) => (!held && news ? [{ childId, ...news }] : []));
  const children = await recordChildren(tx, added, recorded);
  const identifiers = children.map(({ id }, place) => ({
    childId: id,
    kind: 'LA_CHILD_ID' as const,
    value: added[place]?.childId ?? '',
  }));
  await recordIdentifiers(tx, identifiers, recorded);
  const completed = of.flatMap(({ held, news }) => (held && news ? [{ id: held.id, ...news }] : []));
  await recordNews(tx, completed, recorded);
  const changed = [...children, ...completed].map(({ id }) => id);
  const pairs = await compareTaken(tx, changed, recorded.at);
  const ids = new Map([
    ...of.flatMap(({ childId, held }): [string, ChildId][] => (held ? [[childId, held.id]] : [])),
    ...identifiers.map(({ value, childId }): [string, ChildId] => [value, childId]),
  ]);
  return { ids, made: { children: added.length, 'children of whom more is known': completed.length, ...pairs } };
}

// About a hundred a second are compared.
const COMPARED_AT_ONCE = 300;

/** Who may be on record already is looked for at once; of very many children by a sweep, which goes on while others work. */
async function compareTaken(tx: Tx, children: readonly ChildId[], at: Date): Promise<Record<string, number>> {
  if (children.length > COMPARED_AT_ONCE) {
    await startSweep(tx, null, at);
    return {};
  }
  const found = await rememberLikely(tx, children, at);
  return found > 0 ? { 'pairs of records that may be of one child': found } : {};
}

/** A further version of each child: what was held, and what the file adds to it. */
async function recordNews(tx: Tx, all: readonly (News & { id: ChildId })[], { by, at }: Recorded): Promise<void> {
  if (all.length === 0) return;
  await sql`insert into child_detail (child_id, version, given_names, family_name, born_on, expected_on, sex, ethnicity,
      first_language, interpreter, disabilities, died_on, reason, recorded_by, recorded_at)
    select n.id, n.version + 1, f."givenNames", f."familyName", f."bornOn", f."expectedOn", f.sex, f.ethnicity,
      n.first_language, n.interpreter, n.disabilities, n.died_on, 'What was not known was filled in by an import', ${by}::uuid, ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as f(id uuid, "givenNames" text, "familyName" text,
      "bornOn" date, "expectedOn" date, sex text, ethnicity text)
    join child_now n on n.id = f.id`.execute(tx);
}
