import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainDate } from '../platform/kernel/index.ts';
import { whatStopsScreening } from './received.ts';

const decision = { reason: '', lawfulBasis: 's17', askedOfReferrer: null, outcomes: [], by: null } as const;

test('nothing is added to a referral that is decided, nor to one that is history', () => {
  const decided = { ...decision, outcomes: [], at: new Date(`${plainDate('2024-01-29')}T10:00Z`) };
  assert.match(whatStopsScreening({ channel: 'online', decision: decided })?.refused ?? '', /has been decided/);
  assert.match(whatStopsScreening({ channel: 'import', decision: undefined })?.refused ?? '', /make it anew/);
  assert.equal(whatStopsScreening({ channel: 'online', decision: undefined }), undefined);
});
