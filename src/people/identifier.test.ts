import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '../platform/kernel/index.ts';
import { type IdentifierKind, readIdentifier, tidyIdentifier } from './identifier.ts';

const isTaken = (kind: IdentifierKind, typed: string) => !isRefusal(readIdentifier(kind, typed));

test('an identifier is kept as capitals without spaces', () => {
  assert.equal(tidyIdentifier(' 999 000 1234 '), '9990001234');
  assert.equal(tidyIdentifier('sc-00042a'), 'SC-00042A');
});

test('an NHS number has ten digits, the last a check of the others', () => {
  assert.equal(readIdentifier('NHS', '943 476 5919'), '9434765919');
  assert.equal(isTaken('NHS', '943 476 5918'), false);
  assert.equal(isTaken('NHS', '943 476 591'), false);
});

test('a number typed where there is none is none, though its check digit is right', () => {
  for (const typed of ['999 999 9999', '111 111 1111', '000 000 0000', '123 456 7890', '0123456789'])
    assert.equal(isTaken('NHS', typed), false, typed);
  assert.equal(isTaken('NHS', '999 000 0018'), true, 'a number of the range kept for tests');
});

test('a unique pupil number begins with a check letter; a temporary one ends in a letter', () => {
  assert.equal(readIdentifier('UPN', 'h801200001001'), 'H801200001001');
  assert.equal(isTaken('UPN', 'J801200001001'), false);
  assert.equal(isTaken('UPN', 'H80120000100'), false);
  assert.equal(isTaken('UPN', 'S80120000100A'), false);
  assert.equal(isTaken('UPN', 'U80120000100A'), true);
});

test('a local authority identifier is at most twenty letters and digits', () => {
  assert.equal(readIdentifier('LA_CHILD_ID', ' tl762 3180 '), 'TL7623180');
  assert.equal(isTaken('LA_CHILD_ID', 'TL-762'), false);
  assert.equal(isTaken('LA_CHILD_ID', 'X'.repeat(21)), false);
});
