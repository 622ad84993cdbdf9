import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainDate } from '../../platform/kernel/index.ts';
import type { ChildId } from '../../platform/web/world.ts';
import type { Status } from '../status.ts';
import { type SaidStatus, statusesBeside } from './statuses.ts';

const child = 'child' as ChildId;
const on = (month: number) => plainDate(`2023-${String(month).padStart(2, '0')}-01`);
const held = (from: number, until?: number, more: Partial<Status> = {}): Status => ({
  id: `status ${from}`,
  childId: child,
  kind: 'CP',
  since: on(from),
  endedOn: until ? on(until) : null,
  category: null,
  legalStatus: null,
  ...more,
});
const said = (from: number, until?: number, more: Partial<SaidStatus> = {}): SaidStatus => ({
  childId: 'A1',
  kind: 'CP',
  from: on(from),
  until: until ? on(until) : undefined,
  ...more,
});

/** What becomes of each, in words, and what is to be written. */
function compare(already: Status[], ...all: SaidStatus[]) {
  const { compare, toWrite } = statusesBeside(
    already,
    all.map((record) => ({ record, id: child })),
  );
  const answers = all.map((record) => {
    const answer = compare(record, child);
    return 'remedy' in answer ? `${answer.column} ${answer.problem}` : answer.held ? 'held' : 'new';
  });
  return { answers, added: toWrite.added.length, ended: toWrite.ended.map(({ endedOn }) => endedOn) };
}

test('a status is new once and held afterwards', () => {
  assert.deepEqual(compare([], said(1)), { answers: ['new'], added: 1, ended: [] });
  assert.deepEqual(compare([held(1)], said(1)), { answers: ['held'], added: 0, ended: [] });
});

test('an end is added to a status held as open, and an open row ends nothing and reopens nothing', () => {
  assert.deepEqual(compare([held(1)], said(1, 4)), { answers: ['new'], added: 0, ended: ['2023-04-01'] });
  assert.deepEqual(compare([held(1, 4)], said(1)), { answers: ['held'], added: 0, ended: [] });
  assert.deepEqual(compare([held(1, 4)], said(1, 4)).answers, ['held']);
  assert.deepEqual(compare([held(1, 4)], said(1, 5)).answers, ['until is not the end that is held']);
});

test('one that runs into another of its kind is refused, and one that follows is not', () => {
  assert.match(compare([held(3)], said(5)).answers[0] ?? '', /^from overlaps/);
  assert.match(compare([held(3)], said(1)).answers[0] ?? '', /^from overlaps/);
  assert.match(compare([held(3, 6)], said(1, 4)).answers[0] ?? '', /^from overlaps/);
  assert.deepEqual(compare([held(3, 6)], said(6)).answers, ['new']);
  assert.deepEqual(compare([held(3)], said(1, 3)).answers, ['new']);
  assert.deepEqual(compare([held(3)], said(5, undefined, { kind: 'LAC' })).answers, ['new']);
});

test('one file may end a status and begin the next, in whichever order it says so', () => {
  assert.deepEqual(compare([held(1)], said(1, 4), said(4)).answers, ['new', 'new']);
  assert.deepEqual(compare([held(1)], said(4), said(1, 4)).answers, ['new', 'new']);
});
