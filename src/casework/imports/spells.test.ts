import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainDate } from '../../platform/kernel/index.ts';
import { close, impliedSpell, type Sign, type Spell } from './spells.ts';

const day = (month: number, date = 1) =>
  plainDate(`2023-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
const sign = (by: Sign['by'], month: number): Sign => ({
  on: day(month),
  by,
  ...(by === 'decision' && { subjectId: `s${month}` }),
});
const spell = (from: number, until?: number): Spell => ({ openedOn: day(from), closedOn: until ? day(until) : null });
const ending = { reason: 'RISK_REDUCED_LOW', level: 'LOW', riskHeldBy: undefined, importKey: 'k' } as const;
const say = (spells: ReturnType<typeof close>) =>
  'remedy' in spells ? spells.problem : spells.map(({ openedOn, closedOn }) => `${openedOn} ${closedOn}`);

test('the first sign of a child opens a spell, a decision before an assessment of the same day', () => {
  assert.deepEqual(impliedSpell([], [sign('review', 3), sign('initial', 2), sign('decision', 2)]), {
    openedOn: day(2),
    closedOn: null,
    subjectId: 's2',
  });
  assert.equal(impliedSpell([], [sign('review', 3)])?.openedOn, day(3), 'a history that begins with a review too');
  assert.equal(impliedSpell([], []), undefined);
});

test('while a case is open, nothing more is implied', () => {
  assert.equal(impliedSpell([spell(5)], [sign('decision', 2), sign('initial', 7)]), undefined);
});

test('after a closing a decision or first assessment opens a new spell, and a late review does not', () => {
  assert.equal(impliedSpell([spell(1, 4)], [sign('review', 5)]), undefined);
  assert.equal(impliedSpell([spell(1, 4)], [sign('initial', 4)]), undefined, 'nor what happened on the day itself');
  assert.equal(
    impliedSpell([spell(1, 4)], [sign('initial', 2), sign('initial', 6), sign('review', 8)])?.openedOn,
    day(6),
  );
});

test('a closing ends the case that is open, or the spell that signs up to its day imply', () => {
  assert.deepEqual(say(close([spell(1, 2), spell(3)], [], day(4), ending)), [
    '2023-01-01 2023-02-01',
    '2023-03-01 2023-04-01',
  ]);
  assert.deepEqual(say(close([], [sign('initial', 2)], day(4), ending)), ['2023-02-01 2023-04-01']);
  assert.deepEqual(say(close([spell(1, 2)], [sign('decision', 3)], day(4), ending)), [
    '2023-01-01 2023-02-01',
    '2023-03-01 2023-04-01',
  ]);
});

test('a closing without a case on its day is refused, and so is one of a case worked on in Throughline', () => {
  const none = 'is a day on which no case of this child was open';
  assert.equal(say(close([], [], day(4), ending)), none);
  assert.equal(say(close([], [sign('initial', 5)], day(4), ending)), none);
  assert.equal(say(close([spell(5)], [], day(4), ending)), none);
  assert.equal(say(close([spell(1, 6)], [sign('initial', 2)], day(4), ending)), none);
  assert.match(
    String(say(close([{ ...spell(1), workedOnHere: true }], [], day(4), ending))),
    /worked on in Throughline/,
  );
});
