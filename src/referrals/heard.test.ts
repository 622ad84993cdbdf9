import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outcomes } from './decision.ts';
import { statusOf, tellOutcome } from './heard.ts';
import { confirmsInWriting } from './source.ts';

const heard = { lookedAt: false, decidedAt: null, askedOfReferrer: null, outcomes: [] };

test('an author hears that a referral is received, being looked at, or decided', () => {
  assert.equal(statusOf(heard), 'received');
  assert.equal(statusOf({ ...heard, lookedAt: true }), 'looked_at');
  assert.equal(statusOf({ ...heard, lookedAt: true, decidedAt: new Date() }), 'decided');
});

test('an author is told what social care does, and never of police, lists or mechanisms', () => {
  for (const outcome of Object.keys(outcomes)) {
    assert.ok(tellOutcome(outcome).length > 10, outcome);
    assert.doesNotMatch(tellOutcome(outcome), /police|MACE|list|mechanism|NRM/i);
  }
  assert.equal(tellOutcome('INTEL_ONLY'), tellOutcome('NO_FURTHER_ACTION'));
});

test('only whoever rings because of their work confirms in writing', () => {
  assert.equal(confirmsInWriting({ channel: 'phone', source: '3F' }), true);
  assert.equal(confirmsInWriting({ channel: 'phone', source: '1A' }), false);
  assert.equal(confirmsInWriting({ channel: 'phone', source: '9' }), false);
  assert.equal(confirmsInWriting({ channel: 'online', source: '2A' }), false);
});
