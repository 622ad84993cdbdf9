import assert from 'node:assert/strict';
import test from 'node:test';
import { modules } from '../modules.ts';
import { plainDate } from '../platform/kernel/index.ts';
import { readTable } from './asked.ts';
import { composePublication } from './composition.ts';
import { countableOf, offeredBy } from './offered.ts';
import { sheetOf } from './sheets.db.ts';
import { wholeRows } from './whole-rows.ts';

const offered = offeredBy(modules);
const today = plainDate('2024-01-30');
const one = { type: 'CCE', level: 'HIGH', looked_after: 'yes', age: '13_to_15', sex: 'F' };

/** Seven records that are alike, and seven with no risk identified. */
function said(text: string): string[] {
  const asked = readTable(text, offered);
  assert.ok(asked);
  const alike = [one, { ...one, type: 'NO_RISK', level: 'NONE', sex: 'M' }].flatMap((attributes, at) =>
    Array.from({ length: 7 }, (_, each) => ({ id: `${at} ${each}`, child: `${at} ${each}`, attributes })),
  );
  const rows = alike.map(({ id, child, attributes }) => ({ kind: 'assessments', record: id, child, attributes }));
  const sheets = [sheetOf(countableOf(asked, offered), offered, rows)];
  const period = { from: plainDate('2023-01-01'), to: plainDate('2023-12-31') };
  const composition = { profile: 'public' as const, period, tables: [asked] };
  return wholeRows(composePublication('new', composition, sheets, offered, today).publication, 'public');
}

test('a row that says the same of every child in it is said as a sentence', () => {
  assert.ok(
    said('assessments.type.sex').includes(
      'Risk assessments completed, by type of exploitation and sex: everyone in “Child criminal exploitation (CCE)” is in “Female” too.',
    ),
  );
});

test('what is so by definition is no news: no risk identified has no level, and a cohort has its own answer', () => {
  const rows = said('assessments.type.level');
  assert.ok(rows.some((row) => row.includes('“Child criminal exploitation (CCE)” is in “High”')));
  assert.ok(rows.every((row) => !row.includes('“No risk identified” is in')));
  assert.deepEqual(said('assessments.looked_after@looked_after=yes'), []);
});
