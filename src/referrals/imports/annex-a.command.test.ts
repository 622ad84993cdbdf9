import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type FixtureCell, makeXlsx } from '../../../packages/office-files/src/testing/workbook.ts';
import { type Taken, takeFile } from '../../platform/testing/keyboard.ts';
import { testHouse } from '../../testing/open.ts';
import { importAnnexA } from './annex-a.command.ts';

const SAMPLE = join(process.cwd(), '..', 'shared', 'data', 'annex-a', 'Annex_A.xlsx');
const skip = existsSync(SAMPLE) ? false : 'the sample workbook is not beside this repository';

const empty = await testHouse({ holds: 'empty' });

const take = (bytes: Uint8Array, ...options: string[]) => takeFile(empty.house, importAnnexA, bytes, ...options);

const HEADINGS = {
  'List 1': ['Child Unique ID', 'Date of Birth', 'Gender', 'Date of Contact', 'Contact Source'],
  'List 3': ['Child Unique ID', 'Date of Birth', 'Date of Referral', 'Referral Source', 'Referral NFA?'],
  'List 6': ['Child Unique ID', 'Date of Birth', 'CIN Start Date', 'CIN Closure Date', 'Case Status'],
  'List 8': ['Child Unique ID', 'Date of Birth', 'Date Started to be Looked After', 'Date Ceased to be Looked After'],
};
type Lists = Partial<Record<keyof typeof HEADINGS, FixtureCell[][]>>;

function takeLists(lists: Lists, ...options: string[]): Promise<Taken> {
  const names = Object.keys(lists) as (keyof typeof HEADINGS)[];
  return take(
    makeXlsx(Object.fromEntries(names.map((name) => [name, [HEADINGS[name], ...(lists[name] ?? [])]]))),
    ...options,
  );
}
const problems = ({ refused }: Taken) => refused.map(({ column, problem }) => `${column}: ${problem}`);

const count = async (
  table: 'child' | 'child_identifier' | 'referral' | 'child_status' | 'decision' | 'audit_entry',
) => {
  const { rows } = await empty.house.asOwner(async (client) => {
    await client.query('begin; set local role throughline_guard');
    const answer = await client.query<{ count: number }>(`select count(*) from ${table}`);
    await client.query('commit');
    return answer;
  });
  return rows[0]?.count;
};
const statusesOf = async (childId: string) =>
  empty.arrange(async (tx) => {
    const rows = await tx
      .selectFrom('child_status as s')
      .innerJoin('child_identifier as i', 'i.childId', 's.childId')
      .leftJoin('child_status_end as e', 'e.statusId', 's.id')
      .select(['s.kind', 's.since', 'e.endedOn'])
      .where('i.value', '=', childId)
      .orderBy('s.since')
      .execute();
    return rows.map(({ kind, since, endedOn }) => `${kind} ${since} ${endedOn}`);
  });
const held = async () => ({
  children: await count('child'),
  referrals: await count('referral'),
  statuses: await count('child_status'),
});

test('with two bad rows the sample changes nothing, until the good rows are asked for', { skip }, async () => {
  const nothing = { children: 0, referrals: 0, statuses: 0 };
  const refused = await take(readFileSync(SAMPLE));
  assert.deepEqual([refused.code, refused.read, refused.accepted, refused.heldBack], [1, 28, 0, 26]);
  assert.deepEqual(
    refused.refused.map(({ sheet, row, column }) => [sheet, row, column]),
    [
      ['List 6', 2, 'Primary Need Code'],
      ['List 8', 5, 'Date Started to be Looked After'],
    ],
  );
  assert.deepEqual(await held(), nothing);
  const tried = await take(readFileSync(SAMPLE), '--dry-run');
  assert.deepEqual([tried.code, tried.accepted, tried.dryRun, tried.written], [1, 26, true, undefined]);
  assert.deepEqual(await held(), nothing);
  const taken = await take(readFileSync(SAMPLE), '--accept-good');
  assert.deepEqual([taken.code, taken.accepted, taken.unchanged, taken.repaired.length], [1, 26, 0, 106]);
  const all = { children: 26, referrals: 11, statuses: 15 };
  assert.deepEqual(await held(), all);
  const again = await take(readFileSync(SAMPLE), '--accept-good');
  assert.deepEqual([again.code, again.accepted, again.unchanged, again.written], [1, 0, 26, undefined]);
  assert.deepEqual(await held(), all);
  assert.equal(await count('audit_entry'), 4);
});

test('a newer workbook ends what has ended, begins what is new, and closes nothing it leaves out', async () => {
  const first = await takeLists({
    'List 6': [
      ['N1', '01/02/2010', '01/03/2020', '', 'Child in need plan'],
      ['N2', '01/02/2011', '01/03/2020', '', 'Child in need plan'],
      ['N3', '01/02/2012', '01/03/2020', '', 'Looked after child'],
    ],
  });
  assert.deepEqual([first.code, first.accepted], [0, 3]);
  assert.deepEqual(await statusesOf('N3'), []);
  const second = await takeLists({
    'List 6': [
      ['N1', '01/02/2010', '01/03/2020', '01/06/2020', 'Closed episode'],
      ['N1', '01/02/2010', '01/09/2020', '', 'Child in need plan'],
    ],
    'List 8': [['N3', '01/02/2012', '01/03/2020', '']],
  });
  assert.deepEqual([second.code, second.accepted, second.unchanged], [0, 3, 0]);
  assert.deepEqual(await statusesOf('N1'), ['CIN 2020-03-01 2020-06-01', 'CIN 2020-09-01 null']);
  assert.deepEqual(await statusesOf('N2'), ['CIN 2020-03-01 null']);
  assert.deepEqual(await statusesOf('N3'), ['LAC 2020-03-01 null']);
});

test('what contradicts what is held is refused, and nothing of the file is written', async () => {
  await takeLists({
    'List 3': [['C1', '01/02/2010', '02/03/2021', 'Police', 'Yes']],
    'List 6': [
      ['C1', '01/02/2010', '01/03/2020', '', 'Child in need plan'],
      ['C2', '01/02/2011', '01/03/2020', '01/06/2020', 'Child in need plan'],
    ],
  });
  const before = await held();
  const overlaps = await takeLists({
    'List 6': [
      ['C1', '', '01/04/2020', '', 'Child in need plan'],
      ['C9', '', '01/04/2020', '', ''],
    ],
  });
  assert.deepEqual([overlaps.code, overlaps.heldBack], [1, 1]);
  assert.deepEqual(problems(overlaps), ['CIN Start Date: overlaps one of the same kind that is held']);
  const ended = await takeLists({ 'List 6': [['C2', '', '01/03/2020', '01/07/2020', '']] });
  assert.deepEqual(problems(ended), ['CIN Closure Date: is not the end that is held']);
  const born = await takeLists({
    'List 1': [['C1', '', 'F', '05/05/2021', 'Police']],
    'List 8': [['C1', '01/02/2009', '01/03/2021', '']],
  });
  assert.deepEqual(problems(born), [
    'Child Unique ID: is given elsewhere in the file with a date of birth that is not the one held',
    'Date of Birth: is not the date of birth held for this child',
  ]);
  assert.equal(JSON.stringify(born).includes('2010'), false, 'the date of birth held is not told');
  const open = await takeLists({ 'List 6': [['C2', '', '01/03/2020', '', '']] });
  assert.deepEqual([open.code, open.unchanged], [0, 1], 'an older workbook reopens nothing');
  assert.ok(open.noticed.some(({ problem }) => problem === 'is empty, though an end is held, which is kept'));
  assert.deepEqual(await held(), before);
});

test('what was not known of a child is filled in as a further version, and what is held is kept', async () => {
  await takeLists({ 'List 1': [['F1', '', '', '05/05/2021', 'Police']] });
  const more = await takeLists({ 'List 1': [['F1', '01/02/2010', 'F', '05/05/2021', 'Police']] });
  assert.deepEqual([more.accepted, more.written?.['children of whom more is known']], [1, 1]);
  const other = await takeLists({ 'List 1': [['F1', '01/02/2010', 'M', '05/05/2021', 'Police']] });
  assert.deepEqual([other.accepted, other.unchanged], [0, 1]);
  assert.match(other.noticed[0]?.problem ?? '', /differs from what is held/);
  const versions = await empty.arrange((tx) =>
    tx
      .selectFrom('child_detail as d')
      .innerJoin('child_identifier as i', 'i.childId', 'd.childId')
      .select(['d.version', 'd.bornOn', 'd.sex', 'd.reason'])
      .where('i.value', '=', 'F1')
      .orderBy('d.version')
      .execute(),
  );
  assert.deepEqual(versions, [
    { version: 1, bornOn: null, sex: 'U', reason: null },
    { version: 2, bornOn: '2010-02-01', sex: 'F', reason: 'What was not known was filled in by an import' },
  ]);
});

test('an identifier that two children have is a question for a person', async () => {
  await takeLists({
    'List 1': [
      ['T1', '', '', '05/05/2021', 'Police'],
      ['T2', '', '', '05/05/2021', 'Police'],
    ],
  });
  await empty.arrange(async (tx) => {
    const { childId } = await tx
      .selectFrom('child_identifier')
      .select('childId')
      .where('value', '=', 'T2')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('child_identifier')
      .values({ childId, kind: 'LA_CHILD_ID', value: 'T1', recordedAt: new Date() })
      .execute();
  });
  assert.deepEqual(problems(await takeLists({ 'List 1': [['T1', '', '', '06/05/2021', 'Police']] })), [
    'Child Unique ID: is held for more than one child',
  ]);
});
