import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeCsv } from './csv.ts';
import { areas, paper, withTables } from './paper.fixture.ts';
import type { Paper } from './paper.ts';
import { csvLines } from './read.fixture.ts';

const labelled = (label: string): Paper => withTables({ ...areas, rows: [{ label, cells: [-1, 'c', 38.5, 0] }] });
const figures = async (of: Paper) => csvLines(await writeCsv(of)).filter(({ kind }) => kind === 'figure');

test('it begins so that Excel reads Polish and Arabic names as they are', async () => {
  const bytes = await writeCsv(paper());
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const rows = csvLines(bytes).map(({ row }) => row);
  assert.ok(rows.includes('Zażółć gęślą jaźń') && rows.includes('محمد علي (الشرق)'));
});

test('one line a figure: its table, row, column, unit, and a number or a symbol', async () => {
  const [first, second, , , ...more] = await figures(labelled('All'));
  assert.deepEqual(first, {
    kind: 'figure',
    table: 'Risk assessments completed, by type of exploitation / area',
    row: 'All',
    column: 'All',
    unit: 'assessments',
    value: '-1',
    says: '',
  });
  assert.equal(second?.value, 'c');
  assert.deepEqual(more, []);
});

for (const label of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1+1', '＝1+1'])
  test(`no spreadsheet calculates ${JSON.stringify(label)}`, async () => {
    for (const { row } of await figures(labelled(label))) assert.equal(row, `'${label}`);
  });

test('the words around the figures are safe as well', async () => {
  const parts = [
    { is: 'paragraph', says: '@x' },
    { is: 'heading', says: '+x' },
    { is: 'list', items: ['=x'] },
    { is: 'notes', notes: ['-x'] },
  ] as const;
  const summary = csvLines(await writeCsv({ ...paper(), title: '=HYPERLINK("x")', parts }));
  for (const line of summary)
    for (const field of Object.values(line)) assert.doesNotMatch(field, /^[=+@]|^-(?!\d)/, field);
});

test('an age band is not the fifth of October', async () => {
  const [first] = await figures(labelled('5-10'));
  assert.equal(first?.row, '5–10');
});

test('quotes, commas and line ends stay within their field', async () => {
  const [first] = await figures(labelled('a "b", c\nd'));
  assert.equal(first?.row, 'a "b", c\nd');
  assert.match(new TextDecoder().decode(await writeCsv(paper())), /\r\n$/);
});
