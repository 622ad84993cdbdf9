import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastCalendarYear } from '../figures/period.ts';
import { modules } from '../modules.ts';
import { isRefusal, plainDate } from '../platform/kernel/index.ts';
import { testHouse } from '../testing/open.ts';
import { readTable } from './asked.ts';
import { prepare } from './checking.db.ts';
import { attackAll, type Prepared } from './checking.ts';
import { offeredBy } from './offered.ts';
import { annualReport } from './sections.ts';

const offered = offeredBy(modules);
const period = lastCalendarYear(plainDate('2024-01-30'));
const house = await testHouse({ reads: 'partnership' });

async function prepared(texts: readonly string[]): Promise<Prepared> {
  const tables = texts.flatMap((text) => readTable(text, offered) ?? []);
  assert.equal(tables.length, texts.length);
  const composition = { profile: 'public' as const, period, tables };
  const made = await house.arrange((tx) => prepare(tx, composition, offered, plainDate('2024-01-30')));
  assert.ok(!isRefusal(made), isRefusal(made) ? made.refused : '');
  return made;
}

test('children at risk are counted from the caseload, and are as many as the measure says', async () => {
  const { publication } = await prepared(['at-risk']);
  assert.deepEqual(
    publication.sheets.map(({ kind }) => kind),
    ['caseload'],
  );
  const { 'at-risk.children': measured } = await house.figures(period.from, period.to);
  assert.ok(measured);
  assert.equal(publication.tables[0]?.cells[0]?.value, measured);
});

test('the caseload less the children at risk gives nobody away: both are attacked as one', async () => {
  const made = await prepared(annualReport);
  const attacked = await attackAll(made);
  assert.ok(!isRefusal(attacked));
  assert.deepEqual(attacked.found, []);
  const notAssessed = attacked.cells.filter(({ key }) => Object.values(key).includes('Not yet assessed'));
  assert.ok(notAssessed.length > 0);
  for (const { low, high, small } of notAssessed) assert.ok(low < high && (!small || high > 5));
});
