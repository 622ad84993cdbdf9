import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainDate } from '../platform/kernel/index.ts';
import { voiceOrWhyAbsent } from './voice.ts';

const today = plainDate('2024-01-30');
const heard = { heard: true, ownWords: 'I want them to stop ringing', verbatim: true, seen: undefined } as const;

test("an assessment holds the child's voice, or the reason it is not there", () => {
  assert.equal(voiceOrWhyAbsent(heard, today), undefined);
  assert.equal(voiceOrWhyAbsent({ heard: false, because: 'Missing since Friday' }, today), undefined);
  assert.equal(voiceOrWhyAbsent(undefined, today)?.beside, 'voice');
  assert.equal(voiceOrWhyAbsent({ ...heard, ownWords: ' ' }, today)?.beside, 'voice');
  assert.equal(voiceOrWhyAbsent({ heard: false, because: ' ' }, today)?.beside, 'voice-absent');
});

test('a child said to be seen was seen by somebody, on a day that has come', () => {
  const seen = { on: today, by: 'Practitioner', alone: true };
  assert.equal(voiceOrWhyAbsent({ ...heard, seen }, today), undefined);
  assert.equal(voiceOrWhyAbsent({ ...heard, seen: { ...seen, by: '' } }, today)?.beside, 'seen-by');
  const tomorrow = { ...seen, on: plainDate('2024-01-31') };
  assert.equal(voiceOrWhyAbsent({ ...heard, seen: tomorrow }, today)?.beside, 'seen-on');
});
