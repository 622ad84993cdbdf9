import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCommand, takeFile } from '../../platform/testing/keyboard.ts';
import { testHouse } from '../../testing/open.ts';
import { importComparators, importNeighbours } from './comparators.command.ts';
import { listComparators, listNeighbourLists } from './comparators.db.ts';

const empty = await testHouse({ holds: 'empty' });

const HEADER = 'measure,area_code,area,from,as_at,value,unit,basis,source,source_date';
const take = (...rows: string[]) => takeFile(empty.house, importComparators, [HEADER, ...rows].join('\n'));
const row = (over: Partial<Record<string, string>> = {}) =>
  Object.values({
    ...{ measure: 'protection.plans-rate', code: '371', area: 'Doncaster', from: '', asAt: '31/03/2023' },
    ...{ value: '50.0', unit: 'rate', basis: 'validated', source: 'a release', sourceDate: '26/10/2023', ...over },
  }).join(',');

test('figures are taken in, and a second time nothing is', async () => {
  const rows = [row(), row({ code: '359', area: 'Wigan', value: 'x' })];
  const first = await take(...rows);
  assert.deepEqual([first.code, first.accepted, first.written], [0, 2, { comparators: 2 }]);
  const again = await take(...rows);
  assert.deepEqual([again.code, again.accepted, again.unchanged, again.written], [0, 0, 2, undefined]);
  const held = await empty.arrange((tx) => listComparators(tx, ['protection.plans-rate']));
  assert.deepEqual(
    held.map(({ areaCode, shown }) => [areaCode, shown]),
    [
      ['359', 'x'],
      ['371', 50],
    ],
  );
});

test('a changed value is a further row: the latest is read, the earlier is kept', async () => {
  await take(row({ code: '332', value: '35.0' }));
  const changed = await take(row({ code: '332', value: '35.4', source: 'a revision' }));
  assert.deepEqual([changed.code, changed.accepted], [0, 1]);
  assert.match(changed.noticed[0]?.problem ?? '', /follows 35, which is kept/);
  const rows = await empty.arrange((tx) =>
    tx.selectFrom('comparator').select(['version', 'value']).where('areaCode', '=', '332').orderBy('version').execute(),
  );
  assert.deepEqual(
    rows.map(({ version, value }) => [version, Number(value)]),
    [
      [1, 35],
      [2, 35.4],
    ],
  );
  const read = await empty.arrange((tx) => listComparators(tx));
  assert.deepEqual(
    read.filter(({ areaCode }) => areaCode === '332').map(({ shown }) => shown),
    [35.4],
  );
});

const BAD: [name: string, over: Partial<Record<string, string>>, column: string, problem: RegExp][] = [
  ['a measure nobody knows', { measure: 'protection.plan' }, 'measure', /no measure that can be compared/],
  ['a unit that is not the measure’s', { unit: 'count', value: '50' }, 'unit', /rate per 10,000 children/],
  ['a unit nobody knows', { unit: 'per mille' }, 'unit', /is not a code/],
  ['words for a value', { value: 'about 50' }, 'value', /neither a number nor a sign/],
  ['an older sign', { value: '~' }, 'value', /neither a number nor a sign/],
  ['no value', { value: '' }, 'value', /is empty/],
  ['a value below nought', { value: '-5' }, 'value', /neither a number nor a sign/],
  ['a share over the whole', { measure: 'protection.neglect-share', unit: 'share', value: '118' }, 'value', /whole/],
  ['a part of a child', { measure: 'protection.plans', unit: 'count', value: '49.5' }, 'value', /part of a child/],
  ['a first day for a figure as at a day', { from: '01/04/2022' }, 'from', /as at a day/],
  ['no first day for a figure of a year', { measure: 'factors.cse', unit: 'count', value: '50' }, 'from', /is empty/],
  ['no such day', { asAt: '31/02/2023' }, 'as_at', /is not a date/],
  ['a basis nobody knows', { basis: 'guess' }, 'basis', /is not a code/],
  ['no source', { source: '' }, 'source', /is empty/],
];
for (const [name, over, column, problem] of BAD)
  test(`refused at its cell, with what to do: ${name}`, async () => {
    const result = await take(row(over));
    assert.deepEqual([result.code, result.accepted], [1, 0]);
    const [refused] = result.refused;
    assert.deepEqual([refused?.row, refused?.column], [2, column]);
    assert.match(refused?.problem ?? '', problem);
    assert.ok(refused?.remedy);
  });

test('a bad line leaves the whole file out; the good ones are taken when asked for', async () => {
  const rows = [row({ code: '894' }), row({ code: '894', asAt: '31/03/2022', value: 'lots' })];
  const whole = await take(...rows);
  assert.deepEqual([whole.code, whole.heldBack, whole.written], [1, 1, undefined]);
  const good = await takeFile(empty.house, importComparators, [HEADER, ...rows].join('\n'), '--accept-good');
  assert.deepEqual([good.code, good.written], [1, { comparators: 1 }]);
});

test('two lines that say different things of one figure: the second is refused', async () => {
  const result = await take(row({ code: '384' }), row({ code: '384', value: '51' }));
  assert.deepEqual([result.code, result.refused[0]?.row], [1, 3]);
});

test('a comma, a per cent sign and a sign in capitals are put right and told', async () => {
  const result = await take(
    row({ measure: 'protection.neglect-share', unit: 'share', value: '49%' }),
    row({ measure: 'protection.plans', unit: 'count', value: '"50,780"', code: 'E92000001' }),
    row({ code: '807', value: 'X' }),
  );
  assert.deepEqual([result.code, result.accepted], [0, 3]);
  assert.deepEqual(
    result.repaired.map(({ became }) => became),
    ['49', '50780', 'x'],
  );
});

test('a figure of a day to come is told and taken: a trial stands still while figures are published', async () => {
  const result = await take(row({ code: '390', asAt: '31/03/2099', sourceDate: '01/11/2099' }));
  assert.equal(result.code, 0);
  assert.deepEqual(
    result.noticed.map(({ column }) => column),
    ['as_at', 'source_date'],
  );
});

test('the header to fill in is printed, and a file that is none is said', async () => {
  const { code, printed } = await runCommand(empty.house, importComparators, '--template');
  assert.deepEqual([code, printed], [0, HEADER]);
  await assert.rejects(takeFile(empty.house, importComparators, 'a,b\n1,2'), /None of the columns is there/);
});

const LIST = 'model,of_code,of_area,place,area_code,area,closeness,in_force_from,source,source_date';
const lists = (...rows: string[]) => takeFile(empty.house, importNeighbours, [LIST, ...rows].join('\n'));
const LISTED = [
  '2021,372,Rotherham,1,371,Doncaster,extremely close,01/04/2021,a file,24/07/2025',
  '2021,372,Rotherham,2,359,Wigan,extremely close,01/04/2021,a file,24/07/2025',
];

test('a list of neighbours is taken in once, and never changed: a newer one is another model', async () => {
  assert.deepEqual((await lists(...LISTED)).written, { neighbours: 2 });
  assert.equal((await lists(...LISTED)).unchanged, 2);
  const changed = await lists('2021,372,Rotherham,3,332,Dudley,very close,01/04/2021,a file,24/07/2025');
  assert.deepEqual([changed.code, changed.refused[0]?.column], [1, 'model']);
  const [list, ...others] = await empty.arrange(listNeighbourLists);
  assert.deepEqual([list?.model, list?.of.area, others], ['2021', 'Rotherham', []]);
  assert.deepEqual(
    list?.neighbours.map(({ area }) => area),
    ['Doncaster', 'Wigan'],
  );
});

test('an area that is its own neighbour, a place taken twice and two first days are refused', async () => {
  const of = (place: string, code: string, from = '01/05/2025') =>
    `2025,372,Rotherham,${place},${code},Somewhere,close,${from},a file,24/07/2025`;
  const result = await lists(of('1', '371'), of('2', '372'), of('1', '359'), of('3', '332', '01/06/2025'));
  assert.deepEqual(
    result.refused.map(({ row, column }) => [row, column]),
    [
      [3, 'area_code'],
      [4, 'place'],
      [5, 'in_force_from'],
    ],
  );
});
