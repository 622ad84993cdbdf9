import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attack, holds, profiles, protect, type RecordRow } from '@throughline/disclosure';
import { modules } from '../modules.ts';
import { plainDate } from '../platform/kernel/index.ts';
import { readTable } from './asked.ts';
import { composePublication } from './composition.ts';
import { attributesOf, countableOf, offeredBy } from './offered.ts';
import { sheetOf } from './sheets.db.ts';

const offered = offeredBy(modules);
const day = plainDate('2024-01-30');
const period = { from: plainDate('2023-01-31'), to: day };

const cases = countableOf({ kind: 'caseload' }, offered);
const nothing = Object.entries(attributesOf(cases, offered)).map(([name, { values }]) => [
  name,
  Object.hasOwn(values, 'no') ? 'no' : 'not_recorded',
]);
const told = { type: 'CCE', level: 'HIGH', review: 'not_overdue', age: '13_to_15', sex: 'M' };
const plain: Record<string, string> = { ...Object.fromEntries(nothing), ...told };

/** Open cases: so many of each, otherwise alike. */
function caseload(...groups: [number, Record<string, string>][]) {
  const records = groups.flatMap(([times, told], group) =>
    Array.from({ length: times }, (_, at) => ({
      kind: 'caseload',
      record: `${group}-${at}`,
      child: `${group}-${at}`,
      attributes: { ...plain, ...told },
    })),
  );
  return sheetOf(cases, offered, records);
}

async function released(texts: readonly string[], sheet: ReturnType<typeof caseload>) {
  const tables = texts.flatMap((text) => readTable(text, offered) ?? []);
  assert.equal(tables.length, texts.length);
  const asked = { profile: 'public' as const, period, tables };
  const { publication } = composePublication('p', asked, [sheet], offered, day);
  const safe = await protect(publication, profiles.public);
  assert.deepEqual([safe.unguarded, (await attack([safe])).found], [[], []]);
  const shown = (of: string, name: string) =>
    safe.tables
      .find(({ id }) => id === of)
      ?.cells.some(({ key, hidden }) => Object.values(key).includes(name) && !hidden);
  return { safe, shown };
}
const isMarked = ({ attributes }: RecordRow) => attributes.mode_online === 'yes';

test('the caseload less the children at risk is guarded row by row: three who are not at risk are not given away', async () => {
  const noRisk = { type: 'NO_RISK', level: 'NONE' };
  const sheet = caseload([20, {}], [3, noRisk], [12, { age: '16_to_17' }], [9, { ...noRisk, age: '16_to_17' }]);
  const { shown } = await released(['caseload.age', 'at-risk.age'], sheet);
  assert.ok(!(shown('caseload.age', '13 to 15') && shown('at-risk.age', '13 to 15')));
});

test('of those told together, the few who are not in a row are guarded as those in it are', async () => {
  const sheet = caseload([37, { mode_online: 'yes' }], [3, {}]);
  assert.equal(sheet.records.filter(isMarked).length, 37);
  const { shown } = await released(['caseload.mode'], sheet);
  assert.ok(!(shown('caseload.mode', 'Online') && shown('caseload.mode', 'Total')));
});

test('a row stands for what is not known, whether anybody is in it or not', async () => {
  const { safe } = await released(['caseload.sex'], caseload([20, {}], [9, { sex: 'F' }]));
  assert.ok(safe.tables[0]?.cells.some(({ key, value }) => value === 0 && Object.values(key).includes('Not known')));
});

test('a plan takes the place of support: taken as known, unless a record has both', () => {
  const either = caseload([8, { send: 'yes', ehcp: 'yes' }], [9, { send: 'yes', sen_support: 'yes' }], [20, {}]);
  const [one] = caseload([1, { send: 'yes', ehcp: 'yes', sen_support: 'yes' }]).records;
  assert.ok(one);
  const rulesOut = ({ never = [] }: typeof either) => never.some((where) => holds(where, one.attributes));
  assert.equal(rulesOut(either), true);
  const withBoth = caseload([8, { send: 'yes', ehcp: 'yes' }], [1, one.attributes]);
  assert.equal(rulesOut(withBoth), false);
});
