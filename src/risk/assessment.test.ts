import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Id, isRefusal, plainDate } from '../platform/kernel/index.ts';
import { complete, type Draft, maySeeSuggestion, suggestionFor, whatStandsInTheWay } from './assessment.ts';
import { throughline1 } from './instruments/throughline-1.ts';
import type { Judgement } from './judgement.ts';

const today = plainDate('2024-01-30');
const author = 'practitioner' as Id<'worker'>;
const medium: Judgement = { type: 'CCE', level: 'MEDIUM', byType: undefined, standing: 'at_risk', modes: [] };
const own = { ...medium, analysis: 'Debt is being built up around him', recordedAt: new Date('2024-01-30T09:00:00Z') };

const ready: Draft = {
  kind: 'initial',
  previous: undefined,
  instrument: { code: 'throughline', version: 1 },
  answers: [
    {
      indicator: 'C2',
      present: 'yes',
      recency: 'current',
      basis: 'third_party',
      evidence: 'His mother was told of a debt on 20 January',
      sourceAgency: 'School',
    },
  ],
  voice: { heard: false, because: 'Missing since Friday' },
  own,
  shown: { level: 'MEDIUM', because: [], shownAt: new Date('2024-01-30T09:05:00Z') },
  changed: undefined,
  differsBecause: undefined,
};
const besides = (draft: Draft) => whatStandsInTheWay(throughline1, draft, today).map(({ beside }) => beside);

test('an assessment with its evidence, voice and judgement is completed today by its author', () => {
  assert.deepEqual(complete(throughline1, ready, author, today), { author, completedOn: today, judgement: own });
});

test("the tool's suggestion is shown only after the practitioner's own judgement", () => {
  assert.equal(isRefusal(suggestionFor(throughline1, { ...ready, own: undefined })), true);
  assert.match(maySeeSuggestion({ own: undefined })?.refused ?? '', /own judgement first/);
  assert.deepEqual(suggestionFor(throughline1, ready), {
    level: 'MEDIUM',
    because: [
      'Medium: there is, or may be, an indicator of high weight now.',
      'In debt to others, or threatened over a debt',
    ],
  });
});

test('a judgement recorded after the suggestion was shown does not count as their own', () => {
  const after = { ...own, recordedAt: new Date('2024-01-30T09:06:00Z') };
  assert.deepEqual(besides({ ...ready, own: after }), ['own']);
});

test('a judgement and a suggestion of the same moment are in order', () => {
  assert.deepEqual(besides({ ...ready, own: { ...own, recordedAt: new Date('2024-01-30T09:05:00Z') } }), []);
});

test('an assessment cannot be completed without the suggestion having been seen', () => {
  assert.deepEqual(besides({ ...ready, shown: undefined }), ['suggestion']);
});

test('answers changed after the suggestion call for another look at it', () => {
  const answers = ready.answers.map((answer) => ({ ...answer, indicator: 'J1' }));
  assert.deepEqual(besides({ ...ready, answers }), ['suggestion']);
});

test("a level that differs from the tool's needs a reason, and where the tool suggests none there is nothing to differ from", () => {
  const high = { ...ready, own: { ...own, level: 'HIGH' } as const };
  assert.deepEqual(besides(high), ['differs-because']);
  assert.deepEqual(besides({ ...high, differsBecause: 'He was threatened this morning' }), []);
  const silent = { level: undefined, because: [], shownAt: new Date('2024-01-30T09:05:00Z') };
  assert.deepEqual(besides({ ...high, answers: [], shown: silent }), []);
});

test('a practitioner who thinks again says why, and the first judgement stays', () => {
  const low = { ...ready, own: { ...own, level: 'LOW' } as const, changed: { ...medium, because: '' } };
  assert.deepEqual(besides(low), ['changed-because']);
  const explained = { ...low, changed: { ...medium, because: 'I had not weighed the debt' } };
  const done = complete(throughline1, explained, author, today);
  assert.ok(!isRefusal(done));
  assert.equal(done.judgement.level, 'MEDIUM');
  assert.equal(explained.own.level, 'LOW');
});

test('each thing left out is refused beside its own question', () => {
  assert.deepEqual(besides({ ...ready, voice: undefined }), ['voice']);
  assert.deepEqual(besides({ ...ready, own: undefined }), ['own']);
  assert.deepEqual(besides({ ...ready, own: { ...own, analysis: '' } }), ['analysis']);
  assert.deepEqual(besides({ ...ready, own: { ...own, standing: undefined } }), ['standing']);
  assert.deepEqual(besides({ ...ready, answers: ready.answers.map((each) => ({ ...each, evidence: '' })) }), ['C2']);
});

test('a review names the assessment before it, and an initial assessment has none', () => {
  const before = 'before' as Id<'assessment'>;
  assert.deepEqual(besides({ ...ready, kind: 'review' }), ['previous']);
  assert.deepEqual(besides({ ...ready, previous: before }), ['kind']);
  assert.deepEqual(besides({ ...ready, kind: 'review', previous: before }), []);
});

test('an assessment is completed with the version it was begun with', () => {
  const later = { ...throughline1, version: 2 };
  const refused = complete(later, ready, author, today);
  assert.ok(isRefusal(refused));
  assert.match(refused.refused, /version 1 and keeps it/);
});
