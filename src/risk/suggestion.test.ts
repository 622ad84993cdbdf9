import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { IndicatorAnswer } from './answer.ts';
import { indicatorsOf } from './instrument.ts';
import { throughline1 } from './instruments/throughline-1.ts';
import { type Level, levels } from './judgement.ts';
import { howThisSuggestionIsMade, suggest } from './suggestion.ts';

const now = (indicator: string, present: 'yes' | 'possible' = 'yes'): IndicatorAnswer => ({
  indicator,
  present,
  recency: 'current',
});
const level = (...answers: IndicatorAnswer[]) => suggest(throughline1, answers).level;
const allNo = indicatorsOf(throughline1).map(({ code }) => ({ indicator: code, present: 'no' }) as const);

test('direct evidence now suggests high, and possible direct evidence medium', () => {
  assert.equal(level(now('J1')), 'HIGH');
  assert.equal(level(now('J1', 'possible')), 'MEDIUM');
});

test('high exploitation behaviour suggests high in two parts of life, medium in one', () => {
  assert.equal(level(now('B1'), now('D2')), 'HIGH');
  assert.equal(level(now('B1'), now('B2')), 'MEDIUM');
  assert.equal(level(now('B1'), now('D2', 'possible')), 'MEDIUM');
});

test('a high warning sign, or exploitation behaviour of any weight, suggests medium', () => {
  assert.equal(level(now('A1')), 'MEDIUM');
  assert.equal(level(now('C3')), 'MEDIUM');
  assert.equal(level(now('C3', 'possible')), 'LOW');
});

test('nothing adds up: every lesser sign and circumstance together still suggests low', () => {
  const lesser = indicatorsOf(throughline1).filter(
    ({ weight, shows }) => weight !== 'high' && shows !== 'exploitation_behaviour',
  );
  assert.equal(level(...lesser.map(({ code }) => now(code))), 'LOW');
});

test('what is past suggests nothing', () => {
  const past = allNo.map((answer) =>
    answer.indicator === 'D5' ? { ...now('D5'), recency: 'historic' as const } : answer,
  );
  assert.equal(level(...past), 'NONE');
});

test('no risk identified is suggested only when every high indicator was answered no: not known is not no', () => {
  assert.equal(level(...allNo), 'NONE');
  assert.equal(level(), undefined);
  assert.equal(level(...allNo.slice(1)), undefined);
  const doubtful = allNo.map((answer) =>
    answer.indicator === 'J1' ? { ...answer, present: 'not_known' as const } : answer,
  );
  assert.equal(level(...doubtful), undefined);
});

test('the reasons name the step of the rule and the indicators behind it', () => {
  const { because } = suggest(throughline1, [now('J2'), now('H4')]);
  const [step, ...indicators] = because;
  assert.ok(step && howThisSuggestionIsMade['strongest-evidence'].includes(step));
  assert.deepEqual(indicators, ['Messages, images or other digital evidence']);
});

const codes = indicatorsOf(throughline1).map(({ code }) => code);
const answers = fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 20 }).chain((chosen) =>
  fc.tuple(
    ...chosen.map((indicator) =>
      fc.record({
        indicator: fc.constant(indicator),
        present: fc.constantFrom('yes', 'possible', 'no', 'not_known'),
        recency: fc.constantFrom('current', 'recent', 'historic'),
      } as const),
    ),
  ),
);
const rank = (suggested: Level | undefined) => (suggested === undefined ? -1 : levels.indexOf(suggested));

test('one more current indicator never lowers the suggestion, and one of high weight makes it medium at least', () => {
  fc.assert(
    fc.property(answers, fc.constantFrom(...indicatorsOf(throughline1)), (given, more) => {
      const without = given.filter(({ indicator }) => indicator !== more.code);
      const before = level(...without);
      const after = level(...without, now(more.code));
      assert.ok(rank(after) >= rank(before), `${before} became ${after}`);
      if (more.weight === 'high') assert.ok(rank(after) >= rank('MEDIUM'));
    }),
  );
});

test('the order in which questions are answered makes no difference', () => {
  fc.assert(fc.property(answers, (given) => assert.equal(level(...given), level(...given.toReversed()))));
});
