import { createHash, randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';
import type { Worker } from '../web/world.ts';

export const SESSION_COOKIE = 'session';

/** The session's token as sent, hashed: the database never holds a token that could be replayed. */
export function readSessionToken(request: FastifyRequest): Buffer | undefined {
  const token = request.cookies[SESSION_COOKIE];
  return token ? hashOf(token) : undefined;
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Opens a trial session for a member of the cast. @returns the token for the cookie, or undefined for no such worker. */
export async function openTrialSession(tx: Tx, workerKey: string): Promise<string | undefined> {
  const token = randomBytes(32).toString('base64url');
  const { rows } = await sql<{ worker: string | null }>`
    select guard.open_trial_session(${workerKey}, ${hashOf(token)}) worker`.execute(tx);
  return rows[0]?.worker ? token : undefined;
}

export async function closeSession(tx: Tx, tokenHash: Buffer): Promise<void> {
  await sql`select guard.close_session(${tokenHash})`.execute(tx);
}

/** Finds the worker of a session and tells PostgreSQL that it is they who are asking, for this transaction. */
export async function findSession(tx: Tx, tokenHash: Buffer): Promise<Worker | undefined> {
  type Row = Omit<Worker, 'permissions'> & { permissions: string[] };
  const { rows } = await sql<Row>`select worker_id id, worker_key key, worker_name name, worker_title title,
    agency_id, agency_name, roles, permissions, teams from guard.enter(${tokenHash})`.execute(tx);
  return rows[0] && { ...rows[0], permissions: new Set(rows[0].permissions) };
}
