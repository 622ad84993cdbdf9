import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { House, Tx } from '../db/index.ts';

const START = '0'.repeat(64);
const AT_ONCE = 10_000;

type Sealed = { id: number; line: string };
export type Head = { number: number; digest: string };
export type Verdict = { head: Head | undefined; entries: number; broken?: { number: number; says: string } };

/** `12:9f2c…`: what an outsider keeps to find a cut tail later. */
export function sayHead(head: Head | undefined): string {
  return head ? `${head.number}:${head.digest}` : `0:${START}`;
}

export function readHead(text: string): Head | undefined {
  const match = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim());
  return match?.[1] && match[2] ? { number: Number(match[1]), digest: match[2] } : undefined;
}

/** Seals everything finished and unsealed, in batches. Two sealers at once take turns. @returns batches made. */
export async function sealAudit(house: House): Promise<number> {
  let made = 0;
  while (await house.as('auditor', {}, sealOne)) made++;
  return made;
}

async function sealOne(tx: Tx): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(7470145)`.execute(tx);
  const last = await lastBatch(tx);
  // Everything below the oldest running transaction is finished for good; a batch takes all of one and stops between two.
  const { rows: waiting } = await sql<Sealed & { wrote: string }>`
    with unsealed as (
      select e.* from audit_entry e
      where e.wrote >= ${last?.beforeXid ?? '0'}::xid8 and e.wrote < pg_snapshot_xmin(pg_current_snapshot())
        and not exists (select from audit_batch b where b.before_xid >= ${last?.beforeXid ?? '0'}::xid8 and b.entries @> e.id)
      order by e.wrote, e.id limit ${AT_ONCE}
    ) select id, wrote::text wrote, ${sql.raw(LINE)} line from unsealed e order by e.id`.execute(tx);
  if (waiting.length === 0) return false;
  const previous = last?.digest ?? START;
  const number = (last?.number ?? 0) + 1;
  // The next batch looks again from this transaction: what it still has unsealed (a batch of 10,000 may stop inside it)
  // is found by not being in any batch.
  const highest = waiting.reduce((high, { wrote }) => (BigInt(wrote) > high ? BigInt(wrote) : high), 0n);
  await sql`insert into audit_batch (number, entries, size, before_xid, previous, digest) values (
    ${number}, ${multirange(waiting.map(({ id }) => id))}::int8multirange, ${waiting.length}, ${highest.toString()}::xid8,
    ${previous}, ${digestOf(number, previous, waiting)})`.execute(tx);
  return true;
}

/**
 * Recomputes every batch. The first one changed, removed or (against a head kept elsewhere) cut is named.
 * @param since a head printed earlier and kept outside the database.
 */
export async function verifyAudit(house: House, since?: Head): Promise<Verdict> {
  return house.as('auditor', {}, async (tx) => {
    let head: Head | undefined;
    let entries = 0;
    const verdict = (broken?: { number: number; says: string }): Verdict => ({
      head,
      entries,
      ...(broken && { broken }),
    });
    const { rows: batches } = await sql<{
      number: number;
      size: number;
      previous: string;
      digest: string;
      entries: string;
    }>`
      select number, size, previous, digest, entries::text entries from audit_batch order by number`.execute(tx);
    for (const batch of batches) {
      const expected = (head?.number ?? 0) + 1;
      if (batch.number !== expected) return verdict({ number: expected, says: 'was removed' });
      if (batch.previous !== (head?.digest ?? START))
        return verdict({ number: batch.number, says: 'does not follow the batch before it' });
      const { rows } = await sql<Sealed>`
        select e.id, ${sql.raw(LINE)} line from unnest(${batch.entries}::int8multirange) r
        join audit_entry e on e.id >= lower(r) and e.id < upper(r) order by e.id`.execute(tx);
      if (rows.length !== batch.size || digestOf(batch.number, batch.previous, rows) !== batch.digest) {
        return verdict({ number: batch.number, says: 'was changed' });
      }
      if (since && since.number === batch.number && since.digest !== batch.digest) {
        return verdict({ number: batch.number, says: 'is not the one whose head was kept' });
      }
      head = { number: batch.number, digest: batch.digest };
      entries += rows.length;
    }
    if (since && since.number > (head?.number ?? 0)) {
      return verdict({
        number: (head?.number ?? 0) + 1,
        says: 'was cut off: the head that was kept is later than the last batch',
      });
    }
    return verdict();
  });
}

async function lastBatch(tx: Tx): Promise<{ number: number; digest: string; beforeXid: string } | undefined> {
  const { rows } = await sql<{ number: number; digest: string; beforeXid: string }>`
    select number, digest, before_xid::text before_xid from audit_batch order by number desc limit 1`.execute(tx);
  return rows[0];
}

// One entry as one line of JSON, made by the database so that what is sealed is what is stored.
const LINE = `jsonb_build_array(e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.actor, e.worker_id,
  e.kind, e.act, e.subject, to_jsonb(e.children), e.detail)::text`;

function digestOf(number: number, previous: string, lines: readonly Sealed[]): string {
  const hash = createHash('sha256').update(`${number}\n${previous}\n`);
  for (const { line } of lines) hash.update(line).update('\n');
  return hash.digest('hex');
}

/** Ascending ids as PostgreSQL's multirange: `{[1,4),[7,8)}`. */
function multirange(ids: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const id of ids) {
    const last = runs.at(-1);
    if (last && last[1] === id) last[1] = id + 1;
    else runs.push([id, id + 1]);
  }
  return `{${runs.map(([from, to]) => `[${from},${to})`).join(',')}}`;
}
