import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import { newReference, plainDate } from '../../platform/kernel/index.ts';
import { NOW, type TestHouse, TODAY } from '../../platform/testing/house.ts';
import type { ProfileId } from '../composition.ts';
import type { TableWords } from '../layout.ts';

type Made = { by?: string; profile?: ProfileId; found?: boolean; corrects?: string };
type Settled = { approvedBy?: string; declinedBy?: string; withdrawnBy?: string };
export type Ledgered = { id: string; reference: string; figure: number; marks: string[] };

/** A release of each standing and each kind of reader. What is said of one is said of no other. */
const standings = {
  waiting: {},
  found: { found: true },
  declined: { declinedBy: 'helen' },
  'for the partnership': { profile: 'partnership', approvedBy: 'helen' },
  'for a provider': { profile: 'provider', approvedBy: 'helen' },
  internal: { profile: 'internal', approvedBy: 'helen' },
  published: { approvedBy: 'helen' },
  withdrawn: { approvedBy: 'helen', withdrawnBy: 'nadine' },
} as const satisfies Record<string, Made & Settled>;
export type Standing = keyof typeof standings;

export async function arrangeStandings(test: TestHouse): Promise<Record<Standing, Ledgered>> {
  const all: Partial<Record<Standing, Ledgered>> = {};
  for (const [at, [name, made]] of Object.entries(standings).entries())
    all[name as Standing] = await arrangeRelease(test, { name, figure: 701_111 + at * 1_111, ...made });
  return all as Record<Standing, Ledgered>;
}

/** As it stands in the ledger, with a figure that stands nowhere else; added with nobody's policies. */
export async function arrangeRelease(
  test: TestHouse,
  { name = 'R', figure = 7, by = 'ilinca', ...rest }: Made & Settled & { name?: string; figure?: number },
): Promise<Ledgered> {
  const [id, reference] = [randomUUID(), newReference('F')];
  const said = ['title', 'question', 'summary', 'finding', 'reason'].map((what) => `Zinnober ${name} ${what}`);
  const [title = '', question = '', summary = '', finding = '', reason = ''] = said;
  await test.arrange(async (tx) => {
    await addRelease(tx, { id, reference, title, question, summary: [summary], by: test.workerId(by), ...rest });
    await addFigure(tx, id, figure);
    await addAttack(tx, id, rest.found ? [{ table: finding, cell: finding, learnt: finding, help: [finding] }] : []);
    const settle = { releaseId: id, reason };
    const { approvedBy, declinedBy, withdrawnBy } = rest;
    const who = (key: string) => test.workerId(key);
    if (approvedBy)
      await tx
        .insertInto('release_approval')
        .values({ releaseId: id, approvedBy: who(approvedBy), approvedAt: NOW })
        .execute();
    if (declinedBy)
      await tx
        .insertInto('release_declined')
        .values({ ...settle, declinedBy: who(declinedBy), declinedAt: NOW })
        .execute();
    if (withdrawnBy)
      await tx
        .insertInto('release_withdrawn')
        .values({ ...settle, withdrawnBy: who(withdrawnBy), withdrawnAt: NOW })
        .execute();
  });
  return { id, reference, figure, marks: [id, reference, ...said, String(figure), figure.toLocaleString('en-GB')] };
}

type Row = { id: string; reference?: string; title?: string; question?: string; summary?: string[]; by: string };
export async function addRelease(
  tx: Tx,
  { by, summary = [], profile = 'public', corrects, ...row }: Row & Made,
): Promise<void> {
  const { id, reference = newReference('F'), title = 'T', question = null } = row;
  const period = {
    periodFrom: plainDate('2023-01-01'),
    periodTo: plainDate('2023-12-31'),
    asAt: TODAY,
  };
  const composed = { composedBy: by, composedAt: NOW };
  const correction = corrects === undefined ? {} : { correctsId: corrects };
  const whatChanged = corrects === undefined ? null : 'Zinnober what changed';
  await tx
    .insertInto('release')
    .values({ id, reference, title, question, profile, ...period, ...composed, ...correction })
    .execute();
  await tx.insertInto('release_summary').values({ releaseId: id, summary, whatChanged }).execute();
}

export async function addTable(tx: Tx, id: string, ordinal = 0): Promise<void> {
  const words: TableWords = {
    ...{ id: 'assessments.type', title: 'T', unit: 'assessments', definition: 'D', exclusions: 'E', owner: 'O' },
    ...{ over: 'P', rowsAre: 'R', columns: ['Assessments'], lines: ['All'], notes: [] },
  };
  await tx
    .insertInto('release_table')
    .values({ releaseId: id, ordinal, asked: words.id, words: JSON.stringify(words) })
    .execute();
}

export async function addFigure(tx: Tx, id: string, value: number): Promise<void> {
  await addTable(tx, id);
  await tx.insertInto('release_figure').values({ releaseId: id, ordinal: 0, line: 0, place: 0, value }).execute();
  await addRecord(tx, id, 'record of Zinnober');
}

export async function addRecord(tx: Tx, id: string, recordKey: string): Promise<void> {
  await tx
    .insertInto('release_record')
    .values({ releaseId: id, kind: 'assessments', recordKey, childKey: 'child of Zinnober', attributes: '{}' })
    .execute();
}

export async function addAttack(tx: Tx, id: string, findings: readonly object[] = [], together: string[] = []) {
  await sql`insert into release_attack (release_id, together_with, cells_attacked, seconds, findings, attacked_at)
    values (${id}, ${together}::uuid[], 0, 0, ${JSON.stringify(findings)}::jsonb, ${NOW})`.execute(tx);
}
