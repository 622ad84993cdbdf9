import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { modules } from '../../modules.ts';
import { openTestHouse } from '../../testing/open.ts';
import { isRefusal } from '../kernel/index.ts';
import type { Console } from '../module.ts';
import type { TestHouse } from '../testing/house.ts';
import { runCommand, withFile } from '../testing/keyboard.ts';
import { type ImportKind, importCommand } from './command.ts';
import {
  type Accepted,
  compareWithHeld,
  type ImportResult,
  identifier,
  optional,
  readOneSheet,
  required,
  settle,
  template,
  text,
} from './index.ts';

/** A kind of file for these tests: agencies by their code. A name of "!" breaks the writing half way. */
type Named = { code: string; name: string | undefined };
const columns = { code: required('code', identifier), name: optional('name', text) };
const agencies: ImportKind<{ records: Accepted<Named>[]; result: ImportResult }> = {
  name: 'agencies',
  says: 'takes in agencies',
  file: 'FILE.csv',
  about: 'Agencies.',
  template: template(columns),
  read(bytes) {
    const sheet = readOneSheet(bytes, columns);
    if (isRefusal(sheet)) return sheet;
    const records = settle(sheet.result, sheet.rows, (row) => ({ key: row.code, record: row }));
    return { records, result: sheet.result };
  },
  async compare(tx, { records, result }) {
    const held = new Map(
      (await tx.selectFrom('agency').select(['code', 'name']).execute()).map((one) => [one.code, one.name]),
    );
    compareWithHeld(result, records, ({ code, name }) =>
      held.has(code) && name !== held.get(code)
        ? { column: 'name', problem: 'is another name', remedy: 'Keep one.' }
        : { held: held.has(code) },
    );
    return async () => {
      const added = records.filter(({ code }) => !held.has(code));
      for (const { code, name = '' } of added) {
        if (name === '!') throw new Error('the lights went out');
        await tx.insertInto('agency').values({ code, name, kind: 'voluntary' }).execute();
      }
      return { children: [], made: { agencies: added.length } };
    };
  },
};
const command = importCommand(agencies);

let empty: TestHouse;
before(async () => {
  empty = await openTestHouse('empty');
});
after(() => empty.close());

const take = (csv: string, ...options: string[]) =>
  withFile('agencies.csv', csv, (path) => runCommand(empty.house, command, path, ...options));
const codes = async () => {
  const rows = await empty.arrange((tx) => tx.selectFrom('agency').select('code').orderBy('code').execute());
  return rows.map(({ code }) => code);
};
const audited = () =>
  empty.house.as('auditor', {}, (tx) =>
    tx.selectFrom('audit_entry').select(['actor', 'act', 'subject', 'detail']).orderBy('id').execute(),
  );

test('a file is taken whole, and what was done stands in the audit without where the file lay', async () => {
  const { code, printed } = await take('code,name\nA1,One\nA2,Two\n');
  assert.deepEqual([code, await codes()], [0, ['A1', 'A2']]);
  assert.match(printed, /2 rows read: 2 accepted, 0 unchanged, 0 refused/);
  assert.match(printed, /Written: agencies 2\./);
  assert.deepEqual(await audited(), [
    {
      actor: 'console:tester',
      act: 'import agencies',
      subject: 'agencies.csv',
      detail: { read: 2, accepted: 2, unchanged: 0, refused: 0, written: { agencies: 2 } },
    },
  ]);
});

test('one refused row leaves the file out; the good rows come when they are asked for', async () => {
  const csv = 'code,name\nA1,Another\nA3,Three\n';
  const refused = await take(csv);
  assert.deepEqual([refused.code, await codes()], [1, ['A1', 'A2']]);
  assert.match(refused.printed, /1 held back/);
  assert.match(refused.printed, /take the 1 good row with --accept-good/);
  assert.match(refused.printed, /CSV, row 2, name: "Another" is another name\. Keep one\./);
  const taken = await take(csv, '--accept-good');
  assert.deepEqual([taken.code, await codes()], [1, ['A1', 'A2', 'A3']]);
});

test('a dry run says the same and writes nothing', async () => {
  const { code, printed } = await take('code,name\nA4,Four\n', '--dry-run', '--format', 'json');
  const result = JSON.parse(printed);
  assert.deepEqual([code, result.accepted, result.dryRun, result.written], [0, 1, true, undefined]);
  assert.deepEqual(await codes(), ['A1', 'A2', 'A3']);
});

test('what breaks half way leaves nothing behind, not even a line in the audit', async () => {
  const before = await audited();
  await assert.rejects(
    take('code,name\nA5,Five\nA6,!\n'),
    /could not be finished, and it is all or nothing: the lights went out\. Run it again/,
  );
  assert.deepEqual(await codes(), ['A1', 'A2', 'A3']);
  assert.deepEqual(await audited(), before);
});

test('a database lost half way is said in a sentence, and nothing is written', async () => {
  const lost = importCommand({
    ...agencies,
    async compare(tx, file, importing) {
      const write = await agencies.compare(tx, file, importing);
      return async () => {
        const written = await write();
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() pid`.execute(tx);
        await empty.house.asOwner((owner) => owner.query('select pg_terminate_backend($1)', [rows[0]?.pid]));
        return written;
      };
    },
  });
  const taking = withFile('agencies.csv', 'code,name\nA6,Six\n', (path) => runCommand(empty.house, lost, path));
  await assert.rejects(taking, /could not be finished, and it is all or nothing: the database was lost\./);
  assert.deepEqual(await codes(), ['A1', 'A2', 'A3']);
});

test('two imports at the same moment take turns: the second finds what the first wrote', async () => {
  const both = await Promise.all([1, 2, 3].map(() => take('code,name\nA7,Seven\nA8,Eight\n', '--format', 'json')));
  const accepted = both.map(({ printed }) => JSON.parse(printed).accepted).sort();
  assert.deepEqual(accepted, [0, 0, 2]);
});

test('rows are judged by the day a trial stands at', async () => {
  const trial = await openTestHouse('cast');
  const days: string[] = [];
  const asked = importCommand({
    ...agencies,
    read(bytes, today) {
      days.push(today);
      return agencies.read(bytes, today);
    },
  });
  await withFile('agencies.csv', 'code\nA1\n', (path) => runCommand(trial.house, asked, path));
  await trial.close();
  assert.equal(days.at(-1), '2024-01-30');
});

const imports = modules.flatMap((room) => room.commands ?? []).filter(({ name }) => name.startsWith('import '));

async function runWithoutDatabase(args: string[], one = command) {
  const told: string[] = [];
  const printed: string[] = [];
  const console: Console = {
    actor: 'console:tester',
    open: () => assert.fail('a database was opened'),
    print: (text) => void printed.push(text),
    progress: (text) => void told.push(text),
  };
  return { code: await one.run(args, console), told, printed };
}

test('every kind prints the header of its file without a database', async () => {
  assert.deepEqual(
    imports.map(({ name }) => name),
    [
      ...['import send', 'import annex-a', 'import referrals', 'import assessments', 'import closures'],
      ...['import comparators', 'import neighbours'],
    ],
  );
  for (const one of imports) {
    const { code, printed } = await runWithoutDatabase(['--template'], one);
    assert.equal(code, 0);
    assert.match(printed[0] ?? '', /child|area/i);
    assert.match(one.help, /--dry-run[\s\S]*--accept-good[\s\S]*Exit 2/);
  }
});

test('a file that is not there, is a folder, or is empty gets one sentence', async () => {
  for (const path of ['nowhere.csv', '.']) {
    const { code, told } = await runWithoutDatabase([path]);
    assert.deepEqual([code, told.length], [2, 1]);
  }
  await withFile('empty.csv', '', async (path) => {
    const { code, told } = await runWithoutDatabase([path]);
    assert.deepEqual([code, told.at(-1)], [2, 'The file is empty.']);
  });
});

test('random bytes are refused in one sentence by every kind, whatever they are', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 2000 }),
    fc.string({ unit: 'binary' }).map((one) => Buffer.from(one)),
    fc.uint8Array({ maxLength: 500 }).map((one) => Buffer.concat([Buffer.from('PK\u0003\u0004'), one])),
  );
  await fc.assert(
    fc.asyncProperty(bytes, fc.constantFrom(...imports), async (content, one) => {
      const { code, told, printed } = await withFile('random', content, (path) => runWithoutDatabase([path], one));
      assert.deepEqual([code, printed], [2, []]);
      assert.doesNotMatch(told.join('\n'), /^\s+at /m);
    }),
    { numRuns: 150 },
  );
});

test('a command that cannot be meant is told what would do', async () => {
  await assert.rejects(runWithoutDatabase([]), /Name one file: throughline import agencies FILE\.csv/);
  await assert.rejects(runWithoutDatabase(['a', 'b']), /Name one file/);
  await assert.rejects(runWithoutDatabase(['a', '--format', 'xml']), /--format takes text or json/);
});
