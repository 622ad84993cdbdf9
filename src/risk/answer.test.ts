import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersFitInstrument, currentlyFound, evidenceIsGiven, type IndicatorAnswer } from './answer.ts';
import { throughline1 } from './instruments/throughline-1.ts';

const answer = (some: Partial<IndicatorAnswer>): IndicatorAnswer => ({
  indicator: 'C1',
  present: 'yes',
  recency: 'current',
  basis: 'fact',
  evidence: 'Two new phones seen on the home visit of 12 January',
  sourceAgency: 'School',
  ...some,
});

test('an indicator answered yes or possible needs its evidence, how recent, on what basis and from whom', () => {
  for (const present of ['yes', 'possible'] as const) {
    assert.equal(evidenceIsGiven([answer({ present })]), undefined);
    for (const missing of [{ evidence: '  ' }, { recency: undefined }, { basis: undefined }, { sourceAgency: '' }])
      assert.equal(evidenceIsGiven([answer({ present, ...missing })])?.beside, 'C1');
  }
});

test('an indicator answered no or not known needs none', () => {
  assert.equal(evidenceIsGiven([{ indicator: 'C1', present: 'no' }]), undefined);
  assert.equal(evidenceIsGiven([{ indicator: 'C1', present: 'not_known' }]), undefined);
});

test('an indicator the instrument does not have, or answered twice, is refused', () => {
  assert.match(answersFitInstrument(throughline1, [answer({ indicator: 'Z9' })])?.refused ?? '', /no indicator Z9/);
  assert.match(answersFitInstrument(throughline1, [answer({}), answer({})])?.refused ?? '', /once/);
  assert.equal(answersFitInstrument(throughline1, [answer({}), answer({ indicator: 'C2' })]), undefined);
});

test('what is present now leaves out the past, the absent and the not known', () => {
  const found = currentlyFound(throughline1, [
    answer({}),
    answer({ indicator: 'C2', present: 'possible' }),
    answer({ indicator: 'C3', recency: 'recent' }),
    answer({ indicator: 'C4', recency: 'historic' }),
    answer({ indicator: 'D1', present: 'no' }),
    answer({ indicator: 'D2', present: 'not_known' }),
  ]);
  assert.deepEqual(
    found.map(({ indicator, domain }) => `${domain} ${indicator.code}`),
    ['C C1', 'C C2'],
  );
});
