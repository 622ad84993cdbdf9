import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PlainDate, plainDate } from '../platform/kernel/index.ts';
import type { Level } from '../risk/index.ts';
import {
  type AuthorisedLevel,
  headingOnCopy,
  mayAddAction,
  planStanding,
  sectionNames,
  sectionsForChild,
  wordsForChild,
} from './plan.ts';

const day = plainDate;
const at = (level: Level, completedOn: string, authorisedOn = completedOn) => ({
  level,
  completedOn: day(completedOn),
  authorisedOn: day(authorisedOn),
});

/** Every assessment authorised at its practitioner's own level. */
const standing = (series: readonly AuthorisedLevel[], writtenOn: PlainDate | undefined) =>
  planStanding({ series, own: series }, writtenOn);

test('a plan is in place within one working day at high and five at medium', () => {
  // 26 January 2024 was a Friday.
  assert.deepEqual(standing([at('HIGH', '2024-01-25', '2024-01-26')], undefined), { is: 'due', by: '2024-01-29' });
  assert.deepEqual(standing([at('MEDIUM', '2024-01-26')], undefined), { is: 'due', by: '2024-02-02' });
});

test('nothing is required before a level is authorised, nor at low or none', () => {
  assert.deepEqual(standing([], undefined), { is: 'not_assessed' });
  assert.deepEqual(standing([at('LOW', '2024-01-10')], undefined), { is: 'not_required' });
  assert.deepEqual(standing([at('HIGH', '2023-10-02'), at('NONE', '2024-01-10')], undefined), {
    is: 'not_required',
  });
});

test('a plan that was never written stays due from the first level that asked for it', () => {
  const series = [at('MEDIUM', '2023-10-02'), at('MEDIUM', '2023-12-20')];
  assert.deepEqual(standing(series, undefined), { is: 'due', by: '2023-10-09' });
});

test('the review of the plan falls due with the assessment’s, and moves with it', () => {
  const written = day('2023-10-03');
  assert.deepEqual(standing([at('MEDIUM', '2023-10-02')], written), { is: 'in_place', reviewOn: '2023-12-25' });
  assert.deepEqual(standing([at('MEDIUM', '2023-10-02'), at('MEDIUM', '2023-12-20')], written), {
    is: 'in_place',
    reviewOn: '2024-03-13',
  });
});

test('a level that rises after the plan was written asks for a plan again', () => {
  const risen = [at('MEDIUM', '2023-10-02'), at('HIGH', '2024-01-22', '2024-01-23')];
  assert.deepEqual(standing(risen, day('2023-10-03')), { is: 'due_again', by: '2024-01-24' });
  assert.equal(standing(risen, day('2024-01-22')).is, 'in_place');
  const fallen = [at('HIGH', '2023-10-02'), at('MEDIUM', '2024-01-22')];
  assert.equal(standing(fallen, day('2023-10-03')).is, 'in_place');
});

test('a plan written before anything was authorised is due again when a level asks for one', () => {
  assert.equal(standing([at('HIGH', '2024-01-22')], day('2024-01-10')).is, 'due_again');
});

test('a plan written beside an assessment answers to its practitioner’s own level, whatever a manager does after', () => {
  const [before, own] = [at('LOW', '2023-10-02'), at('HIGH', '2024-01-22', '2024-01-24')];
  const written = day('2024-01-22');
  assert.equal(planStanding({ series: [before, own], own: [before, own] }, written).is, 'in_place');
  const again = at('HIGH', '2024-01-25', '2024-01-26');
  assert.equal(
    planStanding({ series: [before, again], own: [before, own, again] }, written).is,
    'in_place',
    'returned',
  );
  const lower = { ...own, level: 'MEDIUM' as const };
  assert.deepEqual(planStanding({ series: [before, own], own: [before, lower] }, written), {
    is: 'due_again',
    by: '2024-01-25',
  });
});

test('until a lower level is authorised, a plan answers to the level of record as well', () => {
  const [high, fallen] = [at('HIGH', '2023-10-02'), at('MEDIUM', '2024-01-22')];
  assert.equal(planStanding({ series: [high], own: [high, fallen] }, day('2024-01-23')).is, 'in_place');
});

test('what is said of people posing risk and of disruption never has a heading on the child’s copy', () => {
  const left = sectionNames.filter((section) => !headingOnCopy(section));
  assert.deepEqual(left, ['concerns', 'disruption']);
});

test('labels are kept off a page a child is handed, and allowed where professionals write', () => {
  for (const label of [
    'CCE',
    'cse',
    'High risk',
    'high-risk',
    'refuses help',
    'a drug runner',
    'puts herself at risk',
    'grooming',
  ])
    assert.ok(wordsForChild(`He is ${label} now`, 'goals'), label);
  for (const plain of ['the ocean', 'Ring your nan', 'Say no thank you', 'your risky days are behind you', 'accept'])
    assert.equal(wordsForChild(plain, 'goals'), undefined, plain);
  assert.equal(sectionsForChild({ concerns: 'CCE', disruption: 'CCE' }), undefined);
  assert.equal(sectionsForChild({ goals: 'To be safe', online: 'No CSE sites' })?.beside, 'online');
});

test('an action is due today or later, and one on the copy is said to the child', () => {
  const today = day('2024-01-30');
  const action = { what: 'Change your number', who: 'Mum', dueOn: today, onCopy: true };
  assert.equal(mayAddAction(action, today), undefined);
  assert.equal(mayAddAction({ ...action, dueOn: day('2024-01-29') }, today)?.beside, 'dueOn');
  assert.equal(mayAddAction({ ...action, what: 'Raise at MACE' }, today)?.beside, 'what');
  assert.equal(mayAddAction({ ...action, what: 'Raise at MACE', onCopy: false }, today), undefined);
});
