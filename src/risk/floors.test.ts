import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, plainDate } from '../platform/kernel/index.ts';
import type { IndicatorAnswer } from './answer.ts';
import { type ChildFacts, factsAbout, floorFor, goesBelowFloor } from './floors.ts';
import { indicatorsOf } from './instrument.ts';
import { throughline1 } from './instruments/throughline-1.ts';
import { atLeast, levels } from './judgement.ts';

const today = plainDate('2024-01-30');
const now = (indicator: string, present: 'yes' | 'possible' = 'yes'): IndicatorAnswer => ({
  indicator,
  present,
  recency: 'current',
});
const child = (some: Partial<ChildFacts>): ChildFacts => ({
  bornOn: plainDate('2008-01-30'),
  learningDisability: 'no',
  ...some,
});
const floor = (facts: Partial<ChildFacts>, ...answers: IndicatorAnswer[]) =>
  floorFor(throughline1, answers, child(facts), today);

test('a child under 13 with any current exploitation behaviour is at least medium, until the 13th birthday', () => {
  const twelve = { bornOn: plainDate('2011-01-31') };
  assert.equal(floor(twelve, now('C3')).level, 'MEDIUM');
  assert.equal(floor(twelve, now('C3', 'possible')).level, 'MEDIUM');
  assert.match(floor(twelve, now('C3')).because.join(), /under 13/);
  assert.equal(floor({ bornOn: plainDate('2011-01-30') }, now('C3')).level, 'NONE');
});

test('a warning sign with other explanations sets no floor by age', () => {
  assert.equal(floor({ bornOn: plainDate('2012-01-01') }, now('A4')).level, 'NONE');
});

test('a child with a learning disability and any current exploitation behaviour is at least medium', () => {
  assert.equal(floor({ learningDisability: 'yes' }, now('C3')).level, 'MEDIUM');
  assert.equal(floor({ learningDisability: 'yes' }, now('A4')).level, 'NONE');
  assert.equal(floor({ learningDisability: 'yes' }).level, 'NONE');
});

test('a current disclosure or other direct evidence is at least medium for anybody', () => {
  for (const code of ['J1', 'J2', 'J3']) assert.equal(floor({}, now(code)).level, 'MEDIUM');
});

test('direct evidence is exploitation behaviour too, and every rule that holds gives its reason', () => {
  assert.equal(floor({ bornOn: plainDate('2012-01-01'), learningDisability: 'yes' }, now('J1')).because.length, 3);
});

test('what is past sets no floor, so that a disability does not bar a child from low for life', () => {
  for (const recency of ['recent', 'historic'] as const) {
    const past = ['C3', 'J1'].map((code) => ({ ...now(code), recency }));
    const found = floor({ bornOn: plainDate('2012-01-01'), learningDisability: 'yes' }, ...past);
    assert.deepEqual(found, { level: 'NONE', because: [], prompts: [], unchecked: [] });
  }
});

test('aged 13 or under with one current high indicator prompts a referral to social care, up to the 14th birthday', () => {
  assert.equal(floor({ bornOn: plainDate('2010-01-31') }, now('A1')).prompts.length, 1);
  assert.equal(floor({ bornOn: plainDate('2010-01-30') }, now('A1')).prompts.length, 0);
  assert.equal(floor({ bornOn: plainDate('2012-01-31') }, now('A4')).prompts.length, 0);
});

test('a child born on 29 February turns 13 on 1 March', () => {
  const leapling = child({ bornOn: plainDate('2012-02-29') });
  const on = (text: string) => floorFor(throughline1, [now('C3')], leapling, plainDate(text)).level;
  assert.equal(on('2025-02-28'), 'MEDIUM');
  assert.equal(on('2025-03-01'), 'NONE');
});

test('facts that are not known are said, not taken for no', () => {
  const found = floor({ bornOn: undefined, learningDisability: 'not_known' }, now('C3'));
  assert.equal(found.level, 'NONE');
  assert.equal(found.unchecked.length, 2);
  assert.deepEqual(floor({ bornOn: undefined }).unchecked, []);
});

test('below the floor is below, at it is not', () => {
  for (const level of levels)
    for (const set of levels) assert.equal(goesBelowFloor(level, { level: set }), !atLeast(level, set));
  assert.equal(goesBelowFloor('LOW', { level: 'MEDIUM' }), true);
});

test('one more current indicator never lowers the floor', () => {
  const codes = indicatorsOf(throughline1).map(({ code }) => code);
  const facts = fc.record({
    bornOn: fc.option(
      fc.integer({ min: 0, max: 6570 }).map((days) => addDays(today, -days)),
      { nil: undefined },
    ),
    learningDisability: fc.constantFrom('yes', 'no', 'not_known'),
  } as const);
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1 }), facts, (chosen, known) => {
      const answers = chosen.map((code) => now(code));
      const before = floorFor(throughline1, answers.slice(1), known, today);
      const after = floorFor(throughline1, answers, known, today);
      assert.ok(atLeast(after.level, before.level));
      assert.ok(after.prompts.length >= before.prompts.length);
    }),
  );
});

test('no disability recorded is not known, which is not no', () => {
  const bornOn = plainDate('2010-01-01');
  const learning = (disabilities: string[]) => factsAbout({ bornOn, disabilities }).learningDisability;
  assert.deepEqual(
    [learning([]), learning(['NONE']), learning(['HEAR']), learning(['HEAR', 'LD'])],
    ['not_known', 'no', 'no', 'yes'],
  );
  assert.equal(factsAbout({ bornOn: null, disabilities: [] }).bornOn, undefined);
});
