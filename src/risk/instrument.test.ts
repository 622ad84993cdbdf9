import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainDate } from '../platform/kernel/index.ts';
import { type AssessmentInstrument, findIndicator, indicatorsOf } from './instrument.ts';
import { currentInstrument, findInstrument, instruments } from './instruments/index.ts';
import { levels } from './judgement.ts';
import { howThisSuggestionIsMade } from './suggestion.ts';

const [first] = instruments;
assert.ok(first);
const shelf: AssessmentInstrument[] = [
  { ...first, validTo: plainDate('2023-12-31') },
  { ...first, version: 2, validFrom: plainDate('2024-01-01') },
];

test('an old assessment finds the version it was made with, a new one is made with the version valid today', () => {
  assert.equal(findInstrument('throughline', 1, shelf)?.version, 1);
  assert.equal(findInstrument('throughline', 3, shelf), undefined);
  assert.equal(currentInstrument(plainDate('2023-12-31'), shelf).version, 1);
  assert.equal(currentInstrument(plainDate('2024-01-01'), shelf).version, 2);
});

test('a day without an instrument is told of', () => {
  assert.throws(() => currentInstrument(plainDate('2019-12-31'), shelf), /no assessment instrument/);
});

for (const instrument of instruments) {
  const indicators = indicatorsOf(instrument);
  const title = `${instrument.code} version ${instrument.version}`;

  test(`${title}: every indicator has a code of its own that begins with its domain`, () => {
    assert.equal(new Set(indicators.map(({ code }) => code)).size, indicators.length);
    for (const { code } of indicators) assert.ok(code.startsWith(findIndicator(instrument, code)?.domain ?? '?'), code);
  });

  test(`${title}: every level has a meaning, and the suggestion is explained`, () => {
    assert.deepEqual(instrument.bands.map(({ level }) => level).toSorted(), levels.toSorted());
    assert.ok(howThisSuggestionIsMade[instrument.suggestion].length > 3);
  });

  test(`${title}: some indicators are direct evidence and some exploitation behaviour, or no floor could hold`, () => {
    for (const kind of ['direct_evidence', 'exploitation_behaviour', 'warning_sign', 'circumstance'])
      assert.ok(
        indicators.some(({ shows }) => shows === kind),
        kind,
      );
  });

  test(`${title}: no circumstance weighs high, and who a child is indicates nothing`, () => {
    assert.deepEqual(
      indicators.filter(({ shows, weight }) => shows === 'circumstance' && weight === 'high'),
      [],
    );
    const label =
      /disab|ethnic|national|religio|asylum|migrant|looked after|in care\b|gender|promiscu|puts? them|chooses/i;
    for (const { says } of indicators) assert.doesNotMatch(says, label);
  });
}

test('the default instrument has the eleven domains A to K', () => {
  assert.equal(first.domains.map(({ code }) => code).join(''), 'ABCDEFGHIJK');
});
