import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modules } from '../../modules.ts';
import { measuresOf } from '../report.ts';
import { findSeries, seriesNamed } from './series.ts';
import { topics } from './topics.ts';

const all = measuresOf(modules);

test('every series that a file may name can be found, with a definition and its kind of unit', () => {
  assert.ok(seriesNamed.size >= 20);
  for (const [id, named] of seriesNamed) {
    const series = findSeries(id, all);
    assert.deepEqual([series.unit, series.over], [named.unit, named.over], id);
    assert.ok(series.definition.length >= 30, `${id} is hardly defined`);
    assert.equal(series.unit === 'share', series.whole !== undefined, `${id} is a share of what?`);
  }
});

test('a series of our own has the unit, the polarity and the definition of the measure a room declares', () => {
  const units = { percent: 'share', 'per 10,000 children': 'rate' } as Record<string, string>;
  const ours = [...seriesNamed.keys()].map((id) => findSeries(id, all)).filter(({ ours }) => ours);
  assert.equal(ours.length, 8);
  for (const { unit, more, ours: measure } of ours) {
    assert.equal(unit, units[measure?.unit ?? ''] ?? 'count');
    assert.equal(more, measure?.more);
  }
});

test('recognition is neither better nor worse', () => {
  for (const id of seriesNamed.keys())
    if (/^(factors|social-care|in-need|looked-after|enquiries)\.|^protection\.plans/.test(id))
      assert.equal(findSeries(id, all).more, undefined, id);
});

test('every topic names series that exist, none twice, and a target names series of its topic', () => {
  const named = topics.flatMap(({ series }) => series);
  assert.equal(new Set(named).size, named.length);
  for (const { series, target } of topics) {
    for (const id of series) assert.ok(seriesNamed.has(id), id);
    for (const id of target?.series ?? []) assert.ok(series.includes(id), id);
  }
});
