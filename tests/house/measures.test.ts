import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reports } from '../../src/figures/child-exploitation.ts';
import { countFromConsole } from '../../src/figures/figures.db.ts';
import { countedOver } from '../../src/figures/figures.ts';
import { measuresOf, pick } from '../../src/figures/report.ts';
import { modules } from '../../src/modules.ts';
import { plainDate } from '../../src/platform/kernel/index.ts';
import { offeredBy } from '../../src/releases/offered.ts';
import { testHouse } from '../../src/testing/open.ts';

const all = measuresOf(modules);
const partnership = await testHouse();

test('every measure has a definition a councillor could read, a unit, what is left out and who answers for it', () => {
  assert.ok(all.length >= 40);
  for (const measure of all) {
    assert.ok(measure.definition.length >= 40, `${measure.id} is hardly defined`);
    assert.ok(measure.exclusions.length >= 10, `${measure.id} does not say what is left out`);
    assert.doesNotMatch(measure.definition, /[_{}]|select |NULL/, `${measure.id} speaks in code`);
    assert.match(measure.id, /^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
  }
});

test('what published tables are made from is defined like a measure, and every value it is told apart by has words', () => {
  const { countables, describes } = offeredBy(modules);
  assert.ok(countables.length >= 5);
  for (const { kind, definition, exclusions, attributes } of countables) {
    assert.ok(definition.length >= 40, `${kind} is hardly defined`);
    assert.ok(exclusions.length >= 10, `${kind} does not say what is left out`);
    for (const [name, { label, values }] of Object.entries({ ...describes.attributes, ...attributes }))
      assert.ok(label && Object.values(values).every(Boolean), `${kind}.${name}`);
  }
});

test('every measure can be counted by the counting role alone', async () => {
  const counted = countedOver({ from: plainDate('2023-01-01'), to: plainDate('2023-12-31') }, plainDate('2024-01-30'));
  const figures = await countFromConsole(partnership.house, all, counted);
  assert.equal(figures.length, all.length);
  assert.deepEqual(
    figures.filter((figure) => figure.measure.kind === 'count' && figure.value !== 0).map(({ measure }) => measure.id),
    [],
  );
});

test('every report names measures that exist', () => {
  for (const report of reports) {
    for (const section of report.sections) {
      pick(all, [
        ...section.measures,
        ...(section.picture?.of ?? []),
        ...(section.sum ? [section.sum.whole, ...section.sum.parts] : []),
      ]);
    }
  }
});
