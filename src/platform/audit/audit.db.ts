import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';
import type { ChildId, WorkerId } from '../web/world.ts';

export type AuditKind = 'look' | 'search' | 'deed' | 'refusal' | 'sign-in' | 'console';
export type AuditEntry = {
  kind: AuditKind;
  /** What was done, in the page's own words. */
  act: string;
  /** Where: the address asked for, or the command. */
  subject: string;
  children?: readonly ChildId[];
  detail?: Record<string, unknown>;
};

/** Adds one entry in the caller's transaction: if it cannot be written, neither is what it tells of. */
export async function recordInAudit(
  tx: Tx,
  by: WorkerId | `console:${string}` | 'nobody',
  entry: AuditEntry,
): Promise<void> {
  const worker = by === 'nobody' || by.startsWith('console:') ? null : by;
  await sql`insert into audit_entry (actor, worker_id, kind, act, subject, children, detail)
    values (${by}, ${worker}, ${entry.kind}, ${entry.act}, ${entry.subject}, ${entry.children ?? []}::uuid[],
      ${JSON.stringify(entry.detail ?? {})}::jsonb)`.execute(tx);
}
