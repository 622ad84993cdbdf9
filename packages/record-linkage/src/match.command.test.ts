import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { matchCommand } from './match.command.ts';

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-match-'));
});
after(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
const HEADER = 'id,given_name,surname,date_of_birth,sex,address_line,town,postcode,email,phone,nhs_number,upn';

async function run(...args: string[]) {
  const printed: string[] = [];
  const told: string[] = [];
  const console = {
    actor: 'console:tester' as const,
    open: () => Promise.reject(new Error('matching a file needs no database')),
    print: (text: string) => void printed.push(text),
    progress: (text: string) => void told.push(text),
  };
  const code = await matchCommand.run(args, console);
  return { code, printed: printed.join('\n'), told };
}

/** What a file comes to: exit code, the last sentence told, and the pairs written. */
async function match(content: string | Uint8Array, ...options: string[]) {
  writeFileSync(at('a.csv'), content);
  rmSync(at('pairs.csv'), { force: true });
  const ended = await run(at('a.csv'), '--out', at('pairs.csv'), ...options);
  const pairs = existsSync(at('pairs.csv')) ? readFileSync(at('pairs.csv'), 'utf8').trim().split('\n') : undefined;
  return { ...ended, pairs, sentence: ended.told.at(-1) ?? '' };
}

const KIERAN = 'k1,Kieran,Holdsworth,2010-05-03,M,12 Clifton Lane,Rotherham,S65 2AA,,,,';
const AGAIN = 'k2,Kieran,Holdsworth,03/05/2010,M,12 Clifton Ln,Rotherham,S652AA,,,,';
const OTHER = 'z1,Zofia,Kowalska,20140119,F,9 Wath Road,Maltby,S66 8AA,,,,';

test('the pairs are written with their weight and verdict, the heaviest first', async () => {
  const { code, pairs, printed } = await match([HEADER, KIERAN, OTHER, AGAIN].join('\n'));
  assert.equal(code, 0);
  assert.match(pairs?.join('|') ?? '', /^left,right,weight,verdict\|k1,k2,\d+\.\d\d,(same|review)$/);
  assert.match(printed, /3 rows read, 3 matched, 0 left out/);
  const known = (id: string) =>
    `${id},Kieran,Holdsworth,2010-05-03,M,12 Clifton Lane,Rotherham,S65 2AA,k@x.org,07700900123,9434765919,`;
  const sure = await match([HEADER, known('k1'), known('k2')].join('\n'));
  assert.match(sure.printed, /1 pair the same \(.* fewer than 1 in 1,000,000 expected to be wrong\)/);
});

test('with another file, only pairs across the two are written, its own on the right', async () => {
  writeFileSync(at('b.csv'), [HEADER, AGAIN].join('\n'));
  const { pairs } = await match([HEADER, KIERAN, KIERAN.replace('k1', 'k9')].join('\n'), '--with', at('b.csv'));
  assert.deepEqual(
    pairs?.slice(1).map((line) => line.split(',').slice(0, 2)),
    [
      ['k1', 'k2'],
      ['k9', 'k2'],
    ],
  );
});

test('bad rows are reported with their place and remedy, and the rest is matched', async () => {
  const bad = [
    HEADER,
    KIERAN,
    ',Nora,Pell,2011-01-01,,,,,,,,',
    'k1,Nora,Pell,2011-01-01,,,,,,,,',
    'e1,,,,F,,Rotherham,,,,,',
    'w1,Nora,Pell,2011-01-01,,9 Wath Road, Maltby, S66,,,,,,x',
    AGAIN.replace('03/05/2010', '31/02/2010'),
    OTHER.replace(/,,,,$/, ',,,1234567890,'),
  ];
  const { code, printed, pairs } = await match(bad.join('\r\n'), '--format', 'json');
  const { refused, noticed, files } = JSON.parse(printed);
  assert.equal(code, 1);
  assert.deepEqual(files[0], { file: 'a.csv', read: 7, matched: 3, refused: 4, blank: 0, columnsNotRead: [] });
  assert.deepEqual(
    refused.map(({ row, column }: { row: number; column: string }) => [row, column]),
    [
      [3, 'id'],
      [4, 'id'],
      [5, ''],
      [6, ''],
    ],
  );
  assert.deepEqual(
    noticed.map(({ row, column, value }: Record<string, string>) => [row, column, value]),
    [
      [7, 'date_of_birth', '31/02/2010'],
      [8, 'nhs_number', '1234567890'],
    ],
  );
  for (const { problem, remedy } of [...refused, ...noticed]) assert.ok(problem && remedy);
  assert.match(pairs?.[1] ?? '', /^k1,k2,/);
});

test('headings are known in other spellings, with semicolons, a byte order mark and quotation marks', async () => {
  const content =
    '\ufeffUnique ID;First name;Last name;DOB;Note\n"k;1";Kieran;Holdsworth;2010-05-03;x\nk2;Kieran;Holdsworth;2010-05-03;y\n';
  const { code, pairs, printed } = await match(content);
  assert.equal(code, 0);
  assert.match(pairs?.[1] ?? '', /^k2,k;1,|^k;1,k2,/);
  assert.match(printed, /columns not read: Note/);
});

const refused: [string, string | Uint8Array, RegExp][] = [
  ['an empty file', '', /is empty/],
  ['a header and nobody', `${HEADER}\n`, /There is nobody in a\.csv/],
  ['a million blank rows', `${HEADER}\n${'\n'.repeat(1_000_000)}`, /blank/],
  ['a million rows of commas', `${HEADER}\n${KIERAN}\n${',,,,,,,,,,,\n'.repeat(1_000_000)}`, /blank rows\. Delete/],
  ['no id column', 'given_name,surname\nKieran,Holdsworth\n', /no column “id”/],
  ['no column to know people by', 'id,sex,town\n1,F,Rotherham\n', /no column to know people by/],
  [
    'letters that are not UTF-8',
    Buffer.from(`${HEADER}\n${KIERAN.replace('Kieran', 'Zoë')}\n`, 'latin1'),
    /not in UTF-8/,
  ],
  ['UTF-16', Buffer.from(`\ufeff${HEADER}\n${KIERAN}\n`, 'utf16le'), /UTF-8/],
  ['a workbook', Buffer.from('PK\u0003\u0004 and more'), /workbook/],
  ['a quotation mark never closed', `${HEADER}\nk1,"Kieran,Holdsworth\n${'x,y,z\n'.repeat(10)}`, /quotation mark/],
];
for (const [what, content, sentence] of refused)
  test(`${what}: one sentence, exit code 2, and nothing written`, async () => {
    const ended = await match(content);
    assert.equal(ended.code, 2, ended.printed);
    assert.match(ended.sentence, sentence);
    assert.deepEqual([ended.printed, ended.pairs, ended.sentence.includes('\n')], ['', undefined, false]);
  });

test('a file of 50 MB gets a sentence at once', async () => {
  writeFileSync(at('big.csv'), `${HEADER}\n`);
  truncateSync(at('big.csv'), 50_000_000);
  const { code, told } = await run(at('big.csv'), '--out', at('pairs.csv'));
  assert.equal(code, 2);
  assert.match(told.at(-1) ?? '', /big\.csv is 50 MB; the largest file that is matched is 40 MB/);
});

test('wrong use is said in a sentence', async () => {
  writeFileSync(at('a.csv'), [HEADER, KIERAN].join('\n'));
  for (const [sentence, ...args] of [
    [/Name one file/],
    [/--out PAIRS/, at('a.csv')],
    [/write over a file/, at('a.csv'), '--out', at('a.csv')],
    [/no folder/, at('a.csv'), '--out', at('nowhere/pairs.csv')],
    [/is a folder/, at('a.csv'), '--out', folder],
    [/is a device/, at('a.csv'), '--out', '/dev/null'],
    [/text or json/, at('a.csv'), '--out', at('pairs.csv'), '--format', 'xml'],
  ] as [RegExp, ...string[]][])
    await assert.rejects(run(...args), sentence);
  assert.equal((await run(at('gone.csv'), '--out', at('pairs.csv'))).code, 2);
});

test('pairs that cannot be written are said in a sentence', async () => {
  writeFileSync(at('a.csv'), [HEADER, KIERAN].join('\n'));
  const tooLong = at(`${'p'.repeat(250)}.csv`);
  await assert.rejects(run(at('a.csv'), '--out', tooLong), /could not be written to .*: the system refused it/);
});

test('nothing half written is left beside the pairs', async () => {
  await match([HEADER, KIERAN, AGAIN].join('\n'));
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.includes('part')),
    [],
  );
});

test('rows that end in different ways are all read', async () => {
  const { pairs } = await match(
    `${HEADER}\r\n${KIERAN}\r\n${AGAIN}\nk3,Kieran,Holdsworth,2010-05-03,M,12 Clifton Lane,Rotherham,S65 2AA,,,,`,
  );
  assert.deepEqual(idsIn(pairs), ['k1 k2', 'k1 k3', 'k2 k3']);
});

test('people called Null and Nan are compared by their names', async () => {
  const row = (id: string, given: string, surname: string) => `${id},${given},${surname},2010-03-04,F,,,S63 6AA,,,,`;
  const { pairs } = await match(
    [HEADER, row('1', 'Nan', 'Null'), row('2', 'Nan', 'Null'), '3,Ade,Bello,2012-11-30,M,,,LS1 4AP,,,,'].join('\n'),
  );
  assert.deepEqual(idsIn(pairs), ['1 2']);
});

test('a number that stands for none, or that many bear, makes nobody the same', async () => {
  const given = ['Marek', 'Milena', 'Tomasz', 'Ola', 'Jan', 'Ewa'];
  const rows = (number: string) =>
    given.map((one, at) => `${at},${one},Drozdowski,20${10 + at}-02-11,U,,,S60 1AB,,,${number},`).join('\n');
  for (const number of ['9999999999', '4628194823', '']) {
    const { pairs, printed } = await match(`${HEADER}\n${rows(number)}`);
    assert.doesNotMatch(pairs?.join('\n') ?? '', /,same,/, number);
    if (number === '4628194823') assert.match(printed, /is borne by 6 rows/);
  }
});

test('an id that a spreadsheet would calculate is written as words', async () => {
  const { pairs } = await match([HEADER, KIERAN.replace('k1', '=1+1'), AGAIN.replace('k2', '-7')].join('\n'));
  assert.match(pairs?.[1] ?? '', /'=1\+1/);
  assert.match(pairs?.[1] ?? '', /(^|,)-7,/);
});

const idsIn = (pairs: string[] | undefined) =>
  (pairs ?? [])
    .slice(1)
    .map((line) => line.split(',').slice(0, 2).join(' '))
    .toSorted();
