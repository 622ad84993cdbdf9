import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../src/platform/root.ts';
import { withFile } from '../../src/platform/testing/keyboard.ts';
import { testHouse } from '../../src/testing/open.ts';

const empty = await testHouse({ holds: 'empty' });

type Ended = { code: number | null; out: string; err: string };

/** The command line itself, as somebody types it. */
function throughline(args: string[], database = empty.url): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(root, 'bin', 'throughline'), args, { env: { ...process.env, DATABASE_URL: database } });
    const ended: Ended = { code: null, out: '', err: '' };
    child.stdout.on('data', (text) => (ended.out += text));
    child.stderr.on('data', (text) => (ended.err += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...ended, code }));
  });
}

test('on the command line an import ends 0 when all is taken, 1 when something is refused, 2 when it cannot be read, 3 when it is not finished', async () => {
  const nowhere = 'postgres://nobody@localhost/nothing?host=/nowhere';
  const header = 'child_id,completed_on,authorised_on,kind,type,level\n';
  await withFile('assessments.csv', `${header}A1,01/03/2023,02/03/2023,Initial,CSE,LOW\n`, async (path) => {
    const first = await throughline(['import', 'assessments', path, '--format', 'json']);
    assert.deepEqual([first.code, JSON.parse(first.out).accepted], [0, 1], first.err);
    assert.match(first.err, /1 row read/, 'how far it has come goes to standard error');
    const lost = await throughline(['import', 'assessments', path], nowhere);
    assert.deepEqual([lost.code, lost.out], [3, '']);
    assert.doesNotMatch(lost.err, /^\s+at /m);
  });
  await withFile('assessments.csv', `${header}A1,01/03/2023,02/03/2023,Initial,CSE,HIGH\n`, async (path) => {
    const refused = await throughline(['import', 'assessments', path]);
    assert.equal(refused.code, 1);
    assert.match(refused.out, /level: "HIGH" is not what is held/);
  });
  await withFile('random.bin', Buffer.from([0, 1, 2, 254, 255]), async (path) => {
    const { code, out, err } = await throughline(['import', 'annex-a', path], nowhere);
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /neither a workbook \(\.xlsx\) nor a CSV file/);
  });
  for (const args of [
    ['import', 'assessments', '--nonsense'],
    ['import', 'assessments'],
    ['import', 'nothing'],
  ])
    assert.equal((await throughline(args, nowhere)).code, 2, args.join(' '));
});

test('help and the header to fill in need no database', async () => {
  const nowhere = 'postgres://nobody@localhost/nothing?host=/nowhere';
  const help = await throughline(['import', 'closures', '--help'], nowhere);
  assert.deepEqual([help.code, help.err], [0, '']);
  assert.match(help.out, /import closures FILE\.csv[\s\S]*--accept-good[\s\S]*Exit 3/);
  const header = await throughline(['import', 'closures', '--template'], nowhere);
  assert.deepEqual([header.code, header.err], [0, '']);
  assert.equal(header.out.trim(), 'child_id,given_name,family_name,date_of_birth,closed_on,reason,level,risk_held_by');
});
