import assert from 'node:assert/strict';
import test from 'node:test';
import { modules } from '../modules.ts';
import { plainDate } from '../platform/kernel/index.ts';
import { readTable, specOf } from './asked.ts';
import { countableOf, offeredBy } from './offered.ts';
import { readComposition } from './reading-composition.ts';
import { annualReport } from './sections.ts';

const offered = offeredBy(modules);
const today = plainDate('2024-01-30');

test('what no room offers is no table, however it is written in an address', () => {
  for (const text of [
    ...['', 'zzz', 'assessments.', 'assessments.type.age.sex', 'assessments.type.type', 'assessments.__proto__'],
    ...['assessments.constructor', 'assessments.type@__proto__=constructor', 'assessments.type@looked_after=toString'],
  ])
    assert.equal(readTable(text, offered), undefined, text);
});

test('only two different yes-or-no attributes are set beside each other: of others the rows would be false zeros', () => {
  assert.ok(readTable('assessments.looked_after+send', offered));
  for (const text of ['assessments.type+sex', 'assessments.looked_after+looked_after', 'assessments.looked_after+'])
    assert.equal(readTable(text, offered), undefined, text);
});

test('what either less one gives is a row of its own, so that it is protected', () => {
  const asked = readTable('at-risk.looked_after+send', offered);
  assert.ok(asked);
  const [dimension] = specOf(asked, countableOf(asked, offered), offered).by;
  assert.equal(dimension?.groups.filter(({ name }) => name.endsWith(' alone')).length, 2);
});

test('a rate is of all children in the area, so it is of none by age, and of no group of them', () => {
  assert.ok(readTable('protection-plans.category:rate', offered) && readTable('at-risk:rate', offered));
  for (const text of [
    ...['protection-plans.age:rate', 'protection-plans:rate@sex=F', 'closures.reason:rate', 'caseload:rate'],
    ...['assessments.type:share', 'assessments.type:', 'assessments:percent'],
  ])
    assert.equal(readTable(text, offered), undefined, text);
});

test('the tables of the annual report can all be made', () => {
  for (const text of annualReport) assert.ok(readTable(text, offered), text);
});

test('a composition of no table stays one of no table', () => {
  assert.deepEqual(readComposition(new URLSearchParams('table='), offered, today).tables, []);
});
