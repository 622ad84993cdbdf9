import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainDate } from '../platform/kernel/index.ts';
import { readWanted, sayShut } from './break-glass.ts';

const nothing = { reference: null, givenNames: null, familyName: null, bornOn: null };
const bornOn = plainDate('2010-05-03');

test('one record is named by its reference, or by name and date of birth together', () => {
  assert.deepEqual(readWanted({ ...nothing, reference: ' c-4f7k2mq ' }), { reference: 'C-4F7K2MQ' });
  assert.deepEqual(readWanted({ ...nothing, givenNames: 'Maya', familyName: 'Rees', bornOn }), {
    fullName: 'Maya Rees',
    bornOn,
  });
});

test('what is missing is asked for beside its question', () => {
  const beside = (asked: Parameters<typeof readWanted>[0]) => {
    const read = readWanted(asked);
    return 'refused' in read ? read.beside : undefined;
  };
  assert.equal(beside(nothing), 'reference');
  assert.equal(beside({ ...nothing, familyName: 'Rees' }), 'givenNames');
  assert.equal(beside({ ...nothing, givenNames: 'Maya' }), 'familyName');
  assert.equal(beside({ ...nothing, givenNames: 'Maya', familyName: 'Rees' }), 'bornOn');
});

test('a record that stays shut says whom to ring and nothing else', () => {
  assert.equal(
    sayShut({ answer: 'ring_contact', contact: 'Elaine Thackray' }).refused,
    'This record is not opened this way. Ring Elaine Thackray.',
  );
  assert.match(sayShut({ answer: 'not_found' }).refused, /^No record opens with what you entered/);
});
