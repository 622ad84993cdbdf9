import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, type Id, isRefusal, plainDate } from '../platform/kernel/index.ts';
import { authorise, correct, ofRecord } from './authorisation.ts';
import { type Judgement, judge, levels } from './judgement.ts';

const today = plainDate('2024-01-30');
const author = 'practitioner' as Id<'worker'>;
const manager = 'manager' as Id<'worker'>;
const noFloor = { level: 'NONE', because: [] } as const;
const floor = { level: 'MEDIUM', because: ['A current disclosure is at least medium'] } as const;
const judgement = (level: Judgement['level']): Judgement =>
  level === 'NONE'
    ? { type: 'NO_RISK', level, byType: undefined, standing: undefined, modes: [] }
    : { type: 'CSE', level, byType: undefined, standing: 'experiencing', modes: ['online'] };
const completion = (level: Judgement['level']) => ({ author, completedOn: today, judgement: judgement(level) });
const decide = (level: Judgement['level'], reason?: string) => ({ judgement: judgement(level), reason });

test('a manager who agrees authorises without a reason', () => {
  assert.deepEqual(authorise(completion('HIGH'), noFloor, manager, decide('HIGH'), today), {
    by: manager,
    on: today,
    judgement: judgement('HIGH'),
    reason: undefined,
    direction: 'same',
    belowFloor: false,
  });
});

test('nobody authorises their own assessment, whatever the reason', () => {
  const refused = authorise(completion('HIGH'), noFloor, author, decide('HIGH', 'Nobody else is here'), today);
  assert.ok(isRefusal(refused));
  assert.match(refused.refused, /their own/);
});

test('a manager who sees it otherwise says why, and the direction is kept', () => {
  for (const [level, direction] of [
    ['HIGH', 'up'],
    ['LOW', 'down'],
  ] as const) {
    const silent = authorise(completion('MEDIUM'), noFloor, manager, decide(level), today);
    assert.ok(isRefusal(silent));
    assert.equal(silent.beside, 'reason');
    const said = authorise(completion('MEDIUM'), noFloor, manager, decide(level, 'As agreed at the meeting'), today);
    assert.ok(!isRefusal(said));
    assert.equal(said.direction, direction);
  }
});

test('a change from experiencing to at risk takes a reason, a further way of exploiting does not', () => {
  const milder = { judgement: { ...judgement('HIGH'), standing: 'at_risk' } as const, reason: undefined };
  assert.equal(isRefusal(authorise(completion('HIGH'), noFloor, manager, milder, today)), true);
  const more = { judgement: { ...judgement('HIGH'), modes: ['online', 'party'] } as const, reason: undefined };
  assert.equal(isRefusal(authorise(completion('HIGH'), noFloor, manager, more, today)), false);
});

test('going below a floor takes a reason, even where manager and practitioner agree', () => {
  const silent = authorise(completion('LOW'), floor, manager, decide('LOW'), today);
  assert.ok(isRefusal(silent));
  assert.match(silent.refused, /below the floor\. A current disclosure/);
  const said = authorise(completion('LOW'), floor, manager, decide('LOW', 'Withdrawn and explained'), today);
  assert.ok(!isRefusal(said));
  assert.deepEqual([said.belowFloor, said.direction], [true, 'same']);
});

test('an authorised type and level obey the same rule as a judged one', () => {
  const wrong = { judgement: { ...judgement('HIGH'), type: 'NO_RISK' } as const, reason: 'Because' };
  assert.equal(isRefusal(authorise(completion('HIGH'), noFloor, manager, wrong, today)), true);
});

test('an assessment is not authorised before it is complete', () => {
  const early = { ...completion('LOW'), completedOn: addDays(today, 1) };
  assert.equal(isRefusal(authorise(early, noFloor, manager, decide('LOW'), today)), true);
});

test('the level of record is the one authorised last, and there is none before', () => {
  assert.equal(ofRecord([]), undefined);
  const [first, corrected] = ['HIGH', 'MEDIUM'] as const;
  const rows = [first, corrected].map((level) => {
    const row = authorise(completion('HIGH'), noFloor, manager, decide(level, 'Corrected'), today);
    assert.ok(!isRefusal(row));
    return row;
  });
  assert.equal(ofRecord(rows)?.level, corrected);
});

test('no level of record differs from the practitioner, or lies below a floor, without a reason', () => {
  const level = fc.constantFrom(...levels);
  fc.assert(
    fc.property(level, level, level, level, (cce, cse, asked, set) => {
      const { type, level: overall } = judge({ cce, cse });
      const standing = type === 'NO_RISK' ? undefined : 'at_risk';
      const decision = { type, level: overall, byType: { cce, cse }, standing, modes: [] } as const;
      const at = { level: set, because: [] };
      const row = authorise(completion(asked), at, manager, { judgement: decision, reason: ' ' }, today);
      if (isRefusal(row)) return;
      assert.equal(row.judgement.level, asked);
      assert.ok(levels.indexOf(overall) >= levels.indexOf(set));
    }),
  );
});

test('a level of record is corrected only where something changes, with a reason, and never by its author', () => {
  const fix = (by: Id<'worker'>, level: Judgement['level'], reason?: string) =>
    correct(completion('HIGH'), judgement('HIGH'), noFloor, by, decide(level, reason), today);
  const corrected = fix(manager, 'LOW', 'The wrong box was ticked');
  assert.ok(!isRefusal(corrected));
  assert.deepEqual([corrected.judgement.level, corrected.reason], ['LOW', 'The wrong box was ticked']);
  assert.ok(isRefusal(fix(manager, 'HIGH', 'No change at all')));
  assert.ok(isRefusal(fix(manager, 'LOW')));
  assert.ok(isRefusal(fix(author, 'LOW', 'The wrong box was ticked')));
});
