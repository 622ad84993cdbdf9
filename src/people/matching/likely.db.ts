import { sql } from 'kysely';
import { inParts, type Tx } from '../../platform/db/index.ts';
import { londonDay } from '../../platform/kernel/index.ts';
import type { ChildId } from '../../platform/web/world.ts';
import { comparing } from './comparing.db.ts';
import { judgeLikely, type OnRecord, type Ready, ready } from './on-record.ts';

/** What `guard.identity` is called in the house. */
export const onRecordColumns = sql`child_id, reference, given_names, family_name, born_on, expected_on, sex, other_names,
  numbers, addresses, evidence`;

type Pair = { leftId: ChildId; rightId: ChildId };

/**
 * Compares these children with everybody on record and keeps who may be one child: for whoever is new, and whenever more
 * is known of somebody. What was judged before over the same is not added again. @returns how many pairs are new.
 */
export async function rememberLikely(tx: Tx, children: readonly ChildId[], at: Date): Promise<number> {
  return comparing(
    tx,
    async () => {
      let added = 0;
      for (const some of inParts(children)) added += await judgeSome(tx, some, at, false);
      return added;
    },
    londonDay(at),
  );
}

/** Under the comparing role. `onlyLater`: of two, once, from the one of the lower id. */
export async function judgeSome(tx: Tx, children: readonly ChildId[], at: Date, onlyLater: boolean): Promise<number> {
  const { rows: pairs } = await sql<Pair>`
    select distinct left_id, right_id from guard.pairs_to_judge(${[...children]}::uuid[], ${onlyLater})`.execute(tx);
  const people = await identities(tx, [...new Set(pairs.flatMap(({ leftId, rightId }) => [leftId, rightId]))]);
  const all = new Map<ChildId, Ready>([...people].map(([id, one]) => [id, ready(one)]));
  const likely = pairs.flatMap(({ leftId, rightId }) => {
    const [left, right] = [all.get(leftId), all.get(rightId)];
    const judged = left && right && judgeLikely(left, right);
    if (!judged) return [];
    const { weight, grade } = judged;
    // In bits: nought is as likely as not, the biggest doubt there is.
    return [{ left_id: leftId, right_id: rightId, weight, grade, doubt: Math.abs(weight) }];
  });
  if (likely.length === 0) return 0;
  const { rows } = await sql<{ added: number }>`
    select guard.remember_likely(${JSON.stringify(likely)}::jsonb, ${at}) added`.execute(tx);
  return rows[0]?.added ?? 0;
}

/** Under the comparing role. */
export async function identities(tx: Tx, ids: readonly ChildId[]): Promise<Map<ChildId, OnRecord>> {
  const { rows } = await sql<OnRecord>`
    select ${onRecordColumns} from guard.identities_to_judge(${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map((one) => [one.childId, one]));
}
