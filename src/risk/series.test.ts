import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, type Id, type PlainDate, plainDate } from '../platform/kernel/index.ts';
import type { ChildId, WorkerId } from '../platform/web/world.ts';
import { type Judgement, judge, type Level } from './judgement.ts';
import {
  type AssessmentInSeries,
  kindNow,
  levelsOfRecord,
  reviewNow,
  riskNow,
  waysToBegin,
  whatItFollows,
  whereItStands,
} from './series.ts';

const today = plainDate('2024-01-30');
const dev = 'dev' as WorkerId;
type Stands = 'authorised' | 'waiting' | 'returned';

function assessed(reference: string, completedOn: PlainDate, level: Level, stands: Stands): AssessmentInSeries {
  const byType = { cce: level, cse: 'NONE' as const };
  const judgement: Judgement = { ...judge(byType), byType, standing: 'at_risk', modes: [] };
  return {
    ...{ id: reference as Id<'assessment'>, reference, childId: 'child' as ChildId, kind: 'review', completedOn },
    ...{ authorId: dev, author: 'Dev', judgement },
    ofRecord: stands === 'authorised' ? judgement : undefined,
    authorised: stands === 'authorised' ? { by: 'Nadine', on: completedOn } : undefined,
    returned:
      stands === 'returned' ? { by: 'Nadine', on: completedOn, reason: 'The debt is not explained' } : undefined,
  };
}
const october = assessed('A1', plainDate('2023-10-02'), 'HIGH', 'authorised');
const january = (stands: Stands) => assessed('A2', plainDate('2024-01-20'), 'LOW', stands);

test('what waits and what was returned have no level of record', () => {
  assert.deepEqual(levelsOfRecord([october, january('waiting')]), [
    { completedOn: october.completedOn, level: 'HIGH' },
  ]);
  assert.deepEqual(
    (['waiting', 'authorised', 'returned'] as const).map((stands) => whereItStands(january(stands))),
    ['waiting', 'authorised', 'returned'],
  );
});

test('a review is overdue from the last authorised one', () => {
  assert.deepEqual(reviewNow([october], today), {
    state: 'escalated',
    dueOn: addDays(october.completedOn, 84),
    daysLate: 36,
  });
  assert.equal(reviewNow([], today), undefined);
});

test('a completed review stops the overdue and waits with an age of its own; authorised, the next counts from it', () => {
  assert.deepEqual(reviewNow([october, january('waiting')], today), {
    state: 'waiting',
    since: plainDate('2024-01-20'),
    days: 10,
    reference: 'A2',
  });
  assert.deepEqual(reviewNow([october, january('authorised')], today), {
    state: 'not_due',
    dueOn: addDays(plainDate('2024-01-20'), 84),
    daysLate: 0,
  });
});

test('a returned review was not done: the clock of the one before runs again', () => {
  assert.equal(reviewNow([october, january('returned')], today)?.state, 'escalated');
});

test('the risk now is the latest authorised level with which way it went', () => {
  const risk = riskNow([october, january('authorised')], today);
  assert.equal(risk.latest?.reference, 'A2');
  assert.equal(risk.trend, 'down');
  const waiting = riskNow([october, january('waiting')], today);
  assert.equal(waiting.latest?.reference, 'A1');
  assert.equal(waiting.trend, undefined);
});

test('a first assessment has nothing before it; a later one is a review, or the first of a new spell', () => {
  assert.deepEqual(waysToBegin([], dev), ['initial']);
  assert.deepEqual(waysToBegin([october], dev), ['review', 'initial']);
  assert.deepEqual(kindNow({ kind: 'initial', begunAfter: undefined }, whatItFollows([])), {
    kind: 'initial',
    previous: undefined,
    overtaken: false,
  });
  const newSpell = kindNow({ kind: 'initial', begunAfter: october.id }, whatItFollows([october]));
  assert.deepEqual([newSpell.kind, newSpell.previous], ['initial', undefined]);
});

test('one returned to its author is begun again by them, in its place and after the one before it', () => {
  const series = [october, january('returned')];
  assert.deepEqual(waysToBegin(series, dev), ['again', 'review', 'initial']);
  assert.deepEqual(waysToBegin(series, 'lucia' as WorkerId), ['review', 'initial']);
  const { previous, replaces } = whatItFollows(series);
  assert.deepEqual([previous?.reference, replaces?.reference], ['A1', 'A2']);
  const putRight = assessed('A3', today, 'LOW', 'waiting');
  assert.equal(whatItFollows([...series, putRight]).replaces, undefined);
});

test('one that somebody else completed meanwhile is reviewed, whatever the author meant to make', () => {
  const follows = whatItFollows([october, january('authorised')]);
  assert.deepEqual(kindNow({ kind: 'initial', begunAfter: undefined }, follows), {
    kind: 'review',
    previous: 'A2',
    overtaken: true,
  });
  assert.equal(kindNow({ kind: 'review', begunAfter: october.id }, follows).overtaken, true);
});

test('a review of one that was since returned becomes the first, when nothing else is left before it', () => {
  const first = assessed('A1', plainDate('2023-10-02'), 'HIGH', 'returned');
  const now = kindNow({ kind: 'review', begunAfter: first.id }, whatItFollows([first]));
  assert.deepEqual(now, { kind: 'initial', previous: undefined, overtaken: true });
});
