import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainDate } from '../platform/kernel/index.ts';
import { findAge, isAdult, sayAge, sayAged, sayName } from './child.ts';

const day = plainDate;
const today = day('2024-01-30');
const nobody = { givenNames: null, familyName: null, bornOn: null, expectedOn: null, diedOn: null };

test('a name with parts missing says which part is missing', () => {
  assert.equal(sayName({ ...nobody, givenNames: 'Maya', familyName: 'Rees' }), 'Maya Rees');
  assert.equal(sayName({ ...nobody, givenNames: 'Maya' }), 'Maya (family name not known)');
  assert.equal(sayName({ ...nobody, familyName: 'Rees' }), 'Rees (given name not known)');
  assert.equal(sayName(nobody), 'Name not known');
});

test('an unborn child is named by the day expected', () => {
  assert.equal(sayName({ ...nobody, expectedOn: day('2024-03-03') }), 'Unborn child expected 3 March 2024');
  assert.equal(
    sayName({ ...nobody, familyName: 'Rees', expectedOn: day('2024-03-03') }),
    'Unborn child Rees expected 3 March 2024',
  );
});

test('an age is in years, in months for a baby, and never guessed', () => {
  assert.equal(sayAge({ ...nobody, bornOn: day('2010-01-31') }, today), '13');
  assert.equal(sayAge({ ...nobody, bornOn: day('2023-10-31') }, today), '2 months');
  assert.equal(sayAge({ ...nobody, bornOn: day('2023-12-30') }, today), '1 month');
  assert.equal(sayAge({ ...nobody, expectedOn: day('2024-03-03') }, today), 'Not yet born');
  assert.equal(sayAge({ ...nobody, expectedOn: day('2024-01-03') }, today), 'Birth not recorded yet');
  assert.equal(sayAge(nobody, today), 'Age not known');
  assert.equal(findAge({ ...nobody, bornOn: day('2024-02-01') }, today), undefined);
});

test('the age of a child who died stands still', () => {
  const child = { ...nobody, bornOn: day('2005-06-01'), diedOn: day('2020-05-31') };
  assert.equal(sayAge(child, today), 'Died on 31 May 2020, aged 14');
  assert.equal(sayAged(child, today), 'died on 31 May 2020, aged 14');
  assert.equal(sayAged({ ...nobody, bornOn: day('2010-01-31') }, today), 'aged 13');
  assert.equal(isAdult(child, today), false);
});

test('a child becomes an adult on the eighteenth birthday, and nobody of unknown age does', () => {
  assert.equal(isAdult({ ...nobody, bornOn: day('2006-01-31') }, today), false);
  assert.equal(isAdult({ ...nobody, bornOn: day('2006-01-30') }, today), true);
  assert.equal(isAdult(nobody, today), false);
});
