import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AnswerSoFar, answersGiven, everyDomainIsAnswered, gapsIn } from './draft.ts';
import type { Domain } from './instrument.ts';
import { throughline1 } from './instruments/throughline-1.ts';

const owed: Domain = {
  code: 'C',
  name: 'Things given or owed',
  indicators: ['C1', 'C2'].map((code) => ({ code, says: code, weight: 'high', shows: 'warning_sign' })),
};
const instrument = { ...throughline1, domains: [owed] };
const whole = { recency: 'current', basis: 'fact', evidence: 'A debt of £300', sourceAgency: 'School' } as const;
const saying = (answers: AnswerSoFar[], nothingOnTheRest = false) => ({ answers, nothingOnTheRest });

test('a part left alone asks for every indicator, and “no information on the rest” answers for those left', () => {
  assert.deepEqual(
    gapsIn(owed, undefined).map(({ indicator }) => indicator),
    ['C1', 'C2'],
  );
  const one: AnswerSoFar = { indicator: 'C1', present: 'no' };
  assert.deepEqual(gapsIn(owed, saying([one])), [{ indicator: 'C2', says: 'Answer this indicator' }]);
  assert.deepEqual(gapsIn(owed, saying([one], true)), []);
});

test('no information on the rest never stands in for evidence that is missing', () => {
  const { evidence: _, ...without } = whole;
  const gaps = gapsIn(owed, saying([{ indicator: 'C1', present: 'possible', ...without }], true));
  assert.deepEqual(gaps, [{ indicator: 'C1', says: 'Write down the evidence for this indicator' }]);
});

test('the rules read what is given: the rest as not known, and nothing typed under an answer since changed to no', () => {
  const domains = { C: saying([{ indicator: 'C1', present: 'no', ...whole }], true) };
  assert.deepEqual(answersGiven(instrument, { domains }), [
    { indicator: 'C1', present: 'no' },
    { indicator: 'C2', present: 'not_known' },
  ]);
  const silent = { C: saying([{ indicator: 'C1', ...whole }]) };
  assert.deepEqual(answersGiven(instrument, { domains: silent }), []);
});

test('the judgement waits until every part is answered, and the parts that are not are named', () => {
  assert.match(everyDomainIsAnswered(instrument, { domains: {} })?.refused ?? '', /C Things given or owed/);
  assert.equal(everyDomainIsAnswered(instrument, { domains: { C: saying([], true) } }), undefined);
});
