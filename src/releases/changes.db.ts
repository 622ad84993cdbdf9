import type { Sheet } from '@throughline/disclosure';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/index.ts';
import { sayCount } from '../platform/kernel/index.ts';
import { readTable } from './asked.ts';
import { countedFor } from './composition.ts';
import type { Offered } from './offered.ts';
import { type Release, type ReleaseId, standingOf } from './release.ts';
import { readSheets } from './sheets.db.ts';

/** What of a release would be counted otherwise today: gone, new, or told apart otherwise. */
export type Changes = { children: number; kinds: readonly { label: string; records: number }[] };

/** Of those that may yet be read: nothing is said of what was withdrawn, declined or refused. */
export async function listChanges(
  tx: Tx,
  releases: readonly Release[],
  offered: Offered,
): Promise<Map<ReleaseId, Changes>> {
  const read = new Map<string, Sheet>();
  const changed = new Map<ReleaseId, Changes>();
  for (const release of releases) {
    if (!['waiting', 'released'].includes(standingOf(release))) continue;
    const sheets = await readOnce(tx, release, offered, read);
    const changes = await findChanges(tx, release, sheets, offered);
    if (changes.children > 0) changed.set(release.id, changes);
  }
  return changed;
}

/** As they would be counted today; of one period and day each kind is read once, however many releases tell of it. */
async function readOnce(
  tx: Tx,
  { asked, period, asAt }: Release,
  offered: Offered,
  read: Map<string, Sheet>,
): Promise<Sheet[]> {
  const tables = asked.flatMap((text) => readTable(text, offered) ?? []);
  const name = (kind: string) => [period.from, period.to, asAt, kind].join(' ');
  const countables = countedFor(tables, offered);
  const missing = countables.filter(({ kind }) => !read.has(name(kind)));
  for (const sheet of await readSheets(tx, missing, offered, { period, asAt })) read.set(name(sheet.kind), sheet);
  return countables.flatMap(({ kind }) => read.get(name(kind)) ?? []);
}

/** Compared by the guard, which tells how many and shows no key. */
async function findChanges(tx: Tx, { id }: Release, sheets: readonly Sheet[], offered: Offered): Promise<Changes> {
  const today = sheets.flatMap(({ kind, records }) =>
    records.map(({ id: record, person: child, attributes }) => ({ kind, record, child, attributes })),
  );
  const { rows } = await sql<{ kind: string | null; records: number; children: number }>`
    select * from guard.release_changes(${id}, ${JSON.stringify(today)}::jsonb)`.execute(tx);
  const label = (kind: string) => offered.countables.find((one) => one.kind === kind)?.label ?? kind;
  return {
    children: rows.find(({ kind }) => kind === null)?.children ?? 0,
    kinds: rows.flatMap(({ kind, records }) => (kind === null ? [] : [{ label: label(kind), records }])),
  };
}

/** One closure that changed is one child, though it is counted among cases closed and no longer among those open. */
export function sayChanges({ children, kinds }: Changes): string {
  const each = kinds.map(({ label, records }) => `${records} of “${label}”`).join(', ');
  return `The records of ${sayCount(children, 'child', 'children')} behind it changed since it was frozen. Today would be counted otherwise: ${each}.`;
}
