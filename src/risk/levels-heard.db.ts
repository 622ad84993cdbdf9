import { sql } from 'kysely';
import type { Tx } from '../platform/db/index.ts';
import type { PlainDate } from '../platform/kernel/index.ts';
import type { ChildId } from '../platform/web/world.ts';
import type { ExploitationType, Level } from './judgement.ts';

export type LevelHeard = { completedOn: PlainDate; type: ExploitationType; level: Level };

/** The latest levels of record of a child the front door works with, newest first, at most six; none for others. */
export async function listLevelsHeard(tx: Tx, child: ChildId): Promise<LevelHeard[]> {
  const { rows } = await sql<LevelHeard>`
    select completed_on, type, level from guard.levels_heard(${child})`.execute(tx);
  return rows;
}
