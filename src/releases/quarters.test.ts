import assert from 'node:assert/strict';
import test from 'node:test';
import { attack, profiles, protect } from '@throughline/disclosure';
import { modules } from '../modules.ts';
import { plainDate } from '../platform/kernel/index.ts';
import { type Composition, composePublication } from './composition.ts';
import { offeredBy } from './offered.ts';

const offered = offeredBy(modules);
const today = plainDate('2024-01-30');
const of = (from: string, to: string): Composition => ({
  profile: 'public',
  period: { from: plainDate(from), to: plainDate(to) },
  tables: [{ kind: 'assessments', by: ['quarter'] }],
});
/** So many assessments in each quarter, each of a child of their own. */
function made(composition: Composition, counts: Record<string, number>) {
  const records = Object.entries(counts).flatMap(([quarter, count]) =>
    Array.from({ length: count }, (_, at) => ({
      id: `${quarter}${at}`,
      person: `${quarter}${at}`,
      attributes: { quarter },
    })),
  );
  const attributes = { quarter: { values: ['q1', 'q2', 'q3', 'q4'], lasts: true } };
  const sheets = [{ kind: 'assessments', unit: 'assessments', attributes, records }];
  return composePublication('new', composition, sheets, offered, today);
}

test('a row stands only for a quarter that the period touches', () => {
  const { words } = made(of('2023-01-01', '2023-06-30'), { q1: 9 }).laidOut[0] ?? {};
  assert.deepEqual(words?.lines, ['January to March', 'April to June', 'Total']);
  assert.deepEqual(words?.notes, []);
});

test('a quarter that is only partly inside says so, and so does one that still runs', () => {
  const { words } = made(of('2023-02-15', '2023-06-30'), {}).laidOut[0] ?? {};
  assert.deepEqual(words?.notes, [
    'January to March 2023 is not counted whole: only 15 February 2023 to 31 March 2023.',
  ]);
  const running = made(of('2024-01-01', '2024-12-31'), {}).laidOut[0]?.words;
  assert.deepEqual(running?.lines, ['January to March', 'Total']);
  assert.match(running?.notes.join() ?? '', /only 1 January 2024 to 30 January 2024/);
  assert.match(running?.over ?? '', /counted up to 30 January 2024/);
});

test('the quarters of two years stand in the order of the days, each with its year', () => {
  const { words } = made(of('2022-07-01', '2023-06-30'), {}).laidOut[0] ?? {};
  assert.deepEqual(words?.lines, [
    ...['July to September 2022', 'October to December 2022', 'January to March 2023', 'April to June 2023'],
    'Total',
  ]);
});

test('a quarter of few is hidden behind quarters of the period alone: that none lies outside is known', async () => {
  const { publication, laidOut } = made(of('2023-01-01', '2023-06-30'), { q1: 3, q2: 17 });
  const release = await protect(publication, profiles.public);
  const cells = release.tables[0]?.cells ?? [];
  const hidden = cells.filter((cell) => cell.hidden).map(({ key }) => key.Quarter);
  assert.deepEqual(hidden.toSorted(), ['April to June', 'January to March']);
  assert.equal((await attack([release])).found.length, 0);
  assert.equal(laidOut[0]?.keys.length, 3);
});
