import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agree, sayAgreement } from './agreement.ts';

test('without agreement there is a lawful reason; with agreement there is none', () => {
  assert.deepEqual(agree({ agreed: false, reason: null, words: 'No answer' }), {
    refused: 'Choose the lawful reason to ask without the family’s agreement',
    beside: 'reason',
  });
  assert.deepEqual(agree({ agreed: true, reason: 'CANNOT_CONTACT', words: 'Mother agreed by telephone' }), {
    agreed: true,
    reason: null,
    words: 'Mother agreed by telephone',
  });
});

test('agreement is said in words, never as a code', () => {
  assert.equal(sayAgreement({ agreed: true, reason: null, words: '' }), 'The family agrees');
  assert.equal(
    sayAgreement({ agreed: false, reason: 'LOSS_OF_EVIDENCE', words: '' }),
    'Without agreement: Asking could lose evidence',
  );
});
