import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import { findId } from '../../platform/kernel/index.ts';
import type { ChildId, WorkerId } from '../../platform/web/world.ts';
import { comparing } from './comparing.db.ts';
import { identities } from './likely.db.ts';
import { judgeLikely, type OnRecord, ready } from './on-record.ts';
import { type Pair, sayWhatIsNew } from './pair.ts';

type Row = {
  pairId: string;
  doubt: number;
  leftId: ChildId | null;
  rightId: ChildId | null;
  leftRing: string | null;
  rightRing: string | null;
  saidId: string | null;
  same: boolean | null;
  reason: string | null;
  saidBy: string | null;
  saidAt: Date | null;
  waits: boolean;
  new: string[];
};
type Asked = { child?: ChildId; pair?: string; after?: { doubt: number; id: string } | undefined; atMost: number };

/** What waits for somebody to say, the biggest doubt first; `after` the last one shown. */
export const listPairs = (tx: Tx, after: Asked['after'], atMost: number) => show(tx, { after, atMost });

/** The records that may be of the same child as this one, and what was said of each. */
export const listPairsOf = async (tx: Tx, child: ChildId): Promise<Pair[]> =>
  (await show(tx, { child, atMost: 20 })).flatMap((pair) => pair ?? []);

export async function findPair(tx: Tx, id: string): Promise<Pair | undefined> {
  const found = findId<'pair'>(id);
  if (!found) return undefined;
  const [pair] = await show(tx, { pair: found, atMost: 1 });
  return pair;
}

async function show(tx: Tx, { child, pair, after, atMost }: Asked): Promise<(Pair | undefined)[]> {
  return comparing(tx, async () => {
    const { rows } = await sql<Row>`select * from guard.show_pairs(${child ?? null}, ${pair ?? null},
      ${after?.doubt ?? null}, ${after?.id ?? null}, ${atMost})`.execute(tx);
    const shown = rows.flatMap(({ leftId, rightId }) => [leftId, rightId]).filter((id) => id !== null);
    const people = shown.length > 0 ? await identities(tx, shown) : new Map<ChildId, OnRecord>();
    return rows.map((row) => pairOf(row, people));
  });
}

/** Undefined: one of them has left matching since. */
function pairOf(row: Row, people: Map<ChildId, OnRecord>): Pair | undefined {
  const side = (id: ChildId | null, ring: string | null) => {
    const known = id ? people.get(id) : undefined;
    return known ? { known } : ring ? { ring } : undefined;
  };
  const [left, right] = [side(row.leftId, row.leftRing), side(row.rightId, row.rightRing)];
  if (!left || !right) return undefined;
  return {
    id: row.pairId,
    doubt: row.doubt,
    left,
    right,
    likely: left.known && right.known && judgeLikely(ready(left.known), ready(right.known)),
    said: saidOf(row, left.known, right.known),
    waits: row.waits,
  };
}

function saidOf(
  { saidId, same, reason, saidBy, saidAt, ...row }: Row,
  left?: OnRecord,
  right?: OnRecord,
): Pair['said'] {
  if (!saidId || same === null || !reason || !saidBy || !saidAt) return undefined;
  return { id: saidId, same, reason, by: saidBy, at: saidAt, since: sayWhatIsNew(row.new, left, right) };
}

type Done = { by: WorkerId; at: Date };
export type NewSaid = { one: ChildId; other: ChildId; same: boolean; reason: string };

/** Two people speaking of one child take turns. */
export async function sayOfPairs(tx: Tx, all: readonly NewSaid[], { by, at }: Done): Promise<void> {
  const rows = all.map(({ one, other, same, reason }) => {
    const [leftId, rightId] = one < other ? [one, other] : [other, one];
    return { leftId, rightId, same, reason, saidBy: by, saidAt: at };
  });
  if (rows.length > 0) await tx.insertInto('pair_said').values(rows).execute();
}

export async function takeTurnToSay(tx: Tx, pairId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('pair ' || ${pairId}, 0))`.execute(tx);
}

export async function undoSaid(tx: Tx, saidId: string, reason: string, { by, at }: Done): Promise<void> {
  await tx.insertInto('pair_undone').values({ saidId, reason, undoneBy: by, undoneAt: at }).execute();
}

export type SameAs = { id: ChildId; reference: string; reason: string; by: string; at: Date };

/** Other records said to be of this child, among those the reader sees. */
export async function listSameAs(tx: Tx, child: ChildId): Promise<SameAs[]> {
  const { rows } = await sql<SameAs>`
    select c.id, c.reference, s.reason, w.name as by, s.said_at as at
    from pair_said s join worker w on w.id = s.said_by
    join child c on c.id = case when s.left_id = ${child} then s.right_id else s.left_id end
    where ${child} in (s.left_id, s.right_id) and s.same and not exists (select from pair_undone u where u.said_id = s.id)
    order by c.reference`.execute(tx);
  return rows;
}
