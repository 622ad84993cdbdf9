import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  atLeast,
  callsForStrategyDiscussion,
  checkJudgement,
  exploitationTypes,
  type Judgement,
  judge,
  levels,
  overrideDirection,
  typeFitsLevel,
} from './judgement.ts';

const judgement = (some: Partial<Judgement>): Judgement => ({
  type: 'CCE',
  level: 'MEDIUM',
  byType: undefined,
  standing: 'at_risk',
  modes: ['county_lines'],
  ...some,
});

test('a type of exploitation goes with low, medium or high, and no risk identified stands on both', () => {
  const allowed = exploitationTypes.flatMap((type) =>
    levels.filter((level) => !typeFitsLevel({ type, level })).map((level) => `${type} ${level}`),
  );
  assert.deepEqual(allowed, [
    ...['CCE', 'CSE', 'BOTH'].flatMap((type) => [`${type} LOW`, `${type} MEDIUM`, `${type} HIGH`]),
    'NO_RISK NONE',
  ]);
});

test('the refusal stands beside the answer that has to change', () => {
  assert.equal(typeFitsLevel({ type: 'NO_RISK', level: 'LOW' })?.beside, 'type');
  assert.equal(typeFitsLevel({ type: 'BOTH', level: 'NONE' })?.beside, 'level');
});

test('the two levels say the type', () => {
  assert.deepEqual(judge({ cce: 'HIGH', cse: 'LOW' }), { type: 'BOTH', level: 'HIGH' });
  assert.deepEqual(judge({ cce: 'LOW', cse: 'NONE' }), { type: 'CCE', level: 'LOW' });
  assert.deepEqual(judge({ cce: 'NONE', cse: 'MEDIUM' }), { type: 'CSE', level: 'MEDIUM' });
  assert.deepEqual(judge({ cce: 'NONE', cse: 'NONE' }), { type: 'NO_RISK', level: 'NONE' });
});

test('an overall level below, or above, the higher of the two is refused', () => {
  const byType = { cce: 'HIGH', cse: 'LOW' } as const;
  assert.equal(checkJudgement(judgement({ type: 'BOTH', level: 'HIGH', byType })), undefined);
  for (const level of ['LOW', 'MEDIUM'] as const)
    assert.equal(checkJudgement(judgement({ type: 'BOTH', level, byType }))?.beside, 'level');
});

test('a type the two levels do not bear out is refused', () => {
  const wrong = judgement({ type: 'BOTH', level: 'HIGH', byType: { cce: 'HIGH', cse: 'NONE' } });
  assert.equal(checkJudgement(wrong)?.beside, 'type');
});

test('at risk of or experiencing is asked where there is a risk, and only there', () => {
  assert.equal(checkJudgement(judgement({ standing: undefined }))?.beside, 'standing');
  const none = { type: 'NO_RISK', level: 'NONE', standing: undefined, modes: [] } as const;
  assert.equal(checkJudgement(judgement(none)), undefined);
  assert.equal(checkJudgement(judgement({ ...none, standing: 'at_risk' }))?.beside, 'standing');
  assert.equal(checkJudgement(judgement({ ...none, modes: ['online'] }))?.beside, 'modes');
});

test('an override is up, down or the same', () => {
  assert.equal(overrideDirection('LOW', 'HIGH'), 'up');
  assert.equal(overrideDirection('HIGH', 'NONE'), 'down');
  assert.equal(overrideDirection('MEDIUM', 'MEDIUM'), 'same');
});

test('only high calls for a strategy discussion the same day', () => {
  assert.deepEqual(levels.filter(callsForStrategyDiscussion), ['HIGH']);
});

const level = fc.constantFrom(...levels);

test('the overall level is the higher of the two, and what the two levels say is always accepted', () => {
  fc.assert(
    fc.property(level, level, (cce, cse) => {
      const judged = judge({ cce, cse });
      assert.ok(atLeast(judged.level, cce) && atLeast(judged.level, cse));
      assert.ok(judged.level === cce || judged.level === cse);
      const standing = judged.type === 'NO_RISK' ? undefined : 'experiencing';
      assert.equal(checkJudgement({ ...judged, byType: { cce, cse }, standing, modes: [] }), undefined);
    }),
  );
});
