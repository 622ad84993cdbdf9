import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';
import type { ChildId, WorkerId } from '../web/world.ts';
import type { AuditKind } from './audit.db.ts';

export type Look = {
  id: number;
  at: Date;
  /** The worker's name, or `console:…`, or nobody where it was not known who asked. */
  who: string;
  kind: AuditKind;
  act: string;
  address: string;
  children: ChildId[];
};

export type Looked = { child?: { id: ChildId; address: string } | undefined; workerId?: WorkerId | undefined };

/** What the audit holds about a child or of a worker, the latest first, from before the entry `before` on. */
export async function listLooks(tx: Tx, looked: Looked, before: number | null, atMost: number): Promise<Look[]> {
  const { child, workerId } = looked;
  const { rows } = await sql<Look>`
    select l.id, l.at, coalesce(w.name, l.actor) who, l.kind, l.act, l.subject address, l.children
    from guard.looks(${child?.id ?? null}, ${child?.address ?? null}, ${workerId ?? null}, ${before}, ${atMost}) l
    left join worker w on w.id = l.worker_id
    order by l.id desc`.execute(tx);
  return rows;
}
