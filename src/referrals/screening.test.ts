import assert from 'node:assert/strict';
import { test } from 'node:test';
import { londonMoment, plainDate } from '../platform/kernel/index.ts';
import {
  brags,
  type Screening,
  sayBrag,
  screen,
  strategyDiscussionDue,
  strategyDiscussionIsLate,
} from './screening.ts';

const at = (day: string, time = '10:00') => londonMoment(plainDate(day), time);
const rated = (brag: Screening['brag'], day: string): Screening => ({
  brag,
  recommends: null,
  words: null,
  by: 'Asha Rehmani',
  at: at(day),
});

test('a rating is always said in a word, and so is its absence', () => {
  assert.deepEqual(
    Object.values(brags).map(({ says }) => says),
    ['RED', 'AMBER', 'GREEN', 'BLUE'],
  );
  assert.equal(sayBrag(null), 'Not yet rated');
  assert.equal(sayBrag(null, true), 'Decided without a rating');
  assert.equal(sayBrag('red', true), 'RED');
});

test('a rating needs no words; a recommendation says why', () => {
  assert.deepEqual(screen({ brag: 'green', recommends: null, words: null }), {
    brag: 'green',
    recommends: null,
    words: null,
  });
  assert.deepEqual(screen({ brag: 'green', recommends: 'ADVICE', words: null }), {
    refused: 'Enter why you recommend this',
    beside: 'words',
  });
});

test('RED asks for a strategy discussion the day it was first rated RED, until one is recorded or why not', () => {
  const screenings = [rated('green', '2024-01-28'), rated('red', '2024-01-29'), rated('red', '2024-01-30')];
  assert.equal(strategyDiscussionDue(screenings, []), '2024-01-29');
  const notHeld = { heldAt: null, words: 'The child is safe in hospital', by: 'Gwen Marlowe', at: at('2024-01-29') };
  assert.equal(strategyDiscussionDue(screenings, [notHeld]), undefined);
});

test('a strategy discussion is late from the day after', () => {
  assert.equal(strategyDiscussionIsLate(plainDate('2024-01-29'), plainDate('2024-01-29')), false);
  assert.equal(strategyDiscussionIsLate(plainDate('2024-01-29'), plainDate('2024-01-30')), true);
});

test('a referral no longer RED, or never rated, asks for none', () => {
  assert.equal(strategyDiscussionDue([rated('red', '2024-01-29'), rated('amber', '2024-01-30')], []), undefined);
  assert.equal(strategyDiscussionDue([], []), undefined);
});
