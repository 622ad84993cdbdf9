import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal, londonMoment, plainDate } from '../platform/kernel/index.ts';
import type { Agreement } from './agreement.ts';
import { ask, isAnswerLate, sayAnswerDue } from './request.ts';

const at = (time: string) => londonMoment(plainDate('2024-01-30'), time);
const agreement: Agreement = { id: 'a', agreed: true, reason: null, words: 'Yes', by: 'Asha', at: at('09:00') };

test('partners are asked only after agreement, or the reason to go without it, is recorded', () => {
  const asked = ask(undefined, 'red', at('10:00'));
  assert.ok(isRefusal(asked));
  assert.match(asked.refused, /agreement, or the lawful reason/);
});

test('how soon a partner answers follows from the rating', () => {
  assert.deepEqual(ask(agreement, 'red', at('10:00')), { agreementId: 'a', dueAt: at('12:00') });
  assert.deepEqual(ask(agreement, 'amber', at('10:00')), { agreementId: 'a', dueAt: at('16:00') });
  assert.deepEqual(ask(agreement, null, at('10:00')), {
    refused: 'Rate the referral first: how soon partners answer follows from its rating',
  });
});

test('a BLUE referral asks partners nothing', () => {
  assert.deepEqual(ask(agreement, 'blue', at('10:00')), { refused: 'A BLUE referral asks partners nothing' });
});

test('a partner is told how long is left, that it is late, or that it is answered', () => {
  const request = { dueAt: at('12:00'), answer: null };
  assert.equal(sayAnswerDue(request, at('10:15')), '1 h 45 min left');
  assert.equal(sayAnswerDue(request, at('12:20')), 'late by 20 min');
  assert.equal(isAnswerLate(request, at('12:20')), true);
  const answer = { holdsInformation: false, words: 'Nothing held', by: 'Callum', at: at('11:00') };
  assert.equal(sayAnswerDue({ ...request, answer }, at('15:00')), 'Answered');
  assert.equal(sayAnswerDue({ ...request, answer: { ...answer, at: at('13:00') } }, at('15:00')), 'Answered late');
  assert.equal(isAnswerLate({ ...request, answer }, at('15:00')), false);
});
