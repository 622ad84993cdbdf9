import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modules } from '../modules.ts';
import { plainDate } from '../platform/kernel/index.ts';
import { testHouse } from '../testing/open.ts';
import { countByMonth, countFigures, listRecordsBehind } from './figures.db.ts';
import { countedOver, isCount } from './figures.ts';
import { measuresOf, pick } from './report.ts';

const TODAY = plainDate('2024-01-30');
const year = (y: number) => countedOver({ from: plainDate(`${y}-01-01`), to: plainDate(`${y}-12-31`) }, TODAY);
const all = measuresOf(modules);
const completed = pick(all, ['assessments.completed', 'caseload.open']);

const partnership = await testHouse({ reads: 'partnership' });

test('another year counted in between changes nothing: the period belongs to the statement', async () => {
  const [first, between, again] = await partnership.asIn('ilinca', async (tx) => [
    await countFigures(tx, completed, year(2023)),
    await countFigures(tx, completed, year(2022)),
    await countFigures(tx, completed, year(2023)),
  ]);
  assert.deepEqual(
    first?.map(({ value }) => value),
    [344, 70],
  );
  assert.notDeepEqual(
    between?.map(({ value }) => value),
    [344, 70],
  );
  assert.deepEqual(again, first);
});

test('the months of a year add up to it, for every measure that has a day', async () => {
  const monthly = all.filter((measure) => isCount(measure) && measure.on !== undefined && measure.counts === 'rows');
  assert.ok(monthly.length >= 5);
  await partnership.asIn('ilinca', async (tx) => {
    const figures = await countFigures(tx, monthly, year(2023));
    const months = await countByMonth(tx, monthly, year(2023));
    assert.equal(months.size, 12);
    for (const { measure, value } of figures) {
      const sum = [...months.values()].reduce((total, counts) => total + (counts[measure.id] ?? 0), 0);
      assert.equal(sum, value, measure.id);
    }
  });
});

test('every reader sees one total, and behind it only the records that are theirs', async () => {
  const measure = pick(all, ['assessments.completed']).find(isCount);
  assert.ok(measure);
  const seen = async (key: string) =>
    partnership.asIn(key, async (tx) => {
      const behind = await listRecordsBehind(tx, measure, year(2023), undefined, 500);
      const [figure] = await countFigures(tx, [measure], year(2023));
      return { total: figure?.value, children: behind.length };
    });
  const [analyst, manager, teacher] = [await seen('ilinca'), await seen('nadine'), await seen('ben')];
  assert.deepEqual([analyst.total, manager.total, teacher.total], [344, 344, 344]);
  assert.equal(analyst.children, 0);
  assert.equal(teacher.children, 0);
  assert.ok(manager.children > 0 && manager.children <= 139);
});

test('counting leaves the worker where they were: what is read afterwards is under their own policies', async () => {
  await partnership.asIn('ilinca', async (tx) => {
    await countFigures(tx, completed, year(2023));
    assert.deepEqual(await tx.selectFrom('child').select('id').execute(), []);
  });
});
