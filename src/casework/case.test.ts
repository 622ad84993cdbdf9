import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { isRefusal, plainDate } from '../platform/kernel/index.ts';
import { root } from '../platform/root.ts';
import type { WorkerId } from '../platform/web/world.ts';
import { allocate, firstAssessmentDue } from './allocation.ts';
import { type CaseFacts, caseState, caseStates, dayWithinCase, mayOpen, whyNot } from './case.ts';

const day = plainDate;
const today = day('2024-01-30');
const facts: CaseFacts = {
  allocated: true,
  assessed: 'authorised',
  proposed: false,
  feedback: undefined,
  closedOn: undefined,
};
const dev = { id: 'dev' as WorkerId, name: 'Dev' };

test('a case is in the state its rows say', () => {
  const states = [
    { ...facts, allocated: false, assessed: 'not_yet' as const },
    { ...facts, assessed: 'not_yet' as const },
    { ...facts, assessed: 'waiting' as const },
    facts,
    { ...facts, proposed: true },
    { ...facts, proposed: true, feedback: 'declined' as const },
    { ...facts, proposed: true, closedOn: today },
  ].map(caseState);
  assert.deepEqual(states, Object.keys(caseStates));
});

test('feedback offered before anybody proposes to close leaves a case active', () => {
  assert.equal(caseState({ ...facts, feedback: 'held' }), 'active');
});

test('a proposal waits for a decision, and no second one is made beside it', () => {
  const proposed = { ...facts, proposed: true };
  assert.match(whyNot(proposed, 'propose_closing')?.refused ?? '', /already proposed/);
  assert.equal(whyNot(proposed, 'decide_closing'), undefined);
  assert.match(whyNot(facts, 'decide_closing')?.refused ?? '', /Nobody has proposed/);
  assert.equal(whyNot(proposed, 'work'), undefined);
});

test('nothing is done on a closed case, and it says since when', () => {
  const closed = { ...facts, closedOn: day('2023-12-01') };
  for (const step of ['allocate', 'work', 'offer_feedback', 'propose_closing', 'decide_closing'] as const)
    assert.match(whyNot(closed, step)?.refused ?? '', /closed on 1 December 2023/);
});

test('one open case at a time; after closing, opening again is a new case', () => {
  assert.equal(mayOpen(undefined), undefined);
  assert.match(mayOpen({ closedOn: null, reference: 'E-1' })?.refused ?? '', /already has an open case, E-1/);
  assert.equal(mayOpen({ closedOn: day('2023-12-01'), reference: 'E-1' }), undefined);
});

test('what was done was done between the opening and today', () => {
  const opened = { openedOn: day('2024-01-10') };
  assert.ok(isRefusal(dayWithinCase(day('2024-01-09'), opened, today, 'on')));
  assert.ok(isRefusal(dayWithinCase(day('2024-01-31'), opened, today, 'on')));
  assert.equal(dayWithinCase(day('2024-01-10'), opened, today, 'on'), undefined);
  assert.equal(dayWithinCase(today, opened, today, 'on'), undefined);
});

test('a case passes on from the day it was held, not to whoever holds it, and never from tomorrow', () => {
  const openedOn = day('2024-01-08');
  const held = { openedOn, allocation: { workerId: dev.id, workerName: 'Dev', since: day('2024-01-10') } };
  const lucia = { id: 'lucia' as WorkerId, name: 'Lucia' };
  assert.match(allocate(held, { ...dev, since: today }, today)?.refused ?? '', /Dev holds this case already/);
  assert.match(
    allocate(held, { ...lucia, since: day('2024-01-09') }, today)?.refused ?? '',
    /10 January 2024 or later/,
  );
  assert.match(allocate(held, { ...lucia, since: day('2024-01-31') }, today)?.refused ?? '', /nobody is left without/);
  assert.equal(allocate(held, { ...lucia, since: day('2024-01-10') }, today), undefined);
  assert.match(
    allocate({ openedOn, allocation: null }, { ...dev, since: day('2024-01-05') }, today)?.refused ?? '',
    /8 January 2024 or later/,
  );
});

test('the first assessment is authorised within ten working days of allocation, bank holidays out', () => {
  assert.equal(firstAssessmentDue(day('2023-12-20')), '2024-01-08');
});

test('the table of states in the README is the one in the code', () => {
  const readme = readFileSync(join(root, 'src/casework/README.md'), 'utf8');
  const rows = [...readme.matchAll(/^\| `(\w+)` +\| ([^|]+?) +\|/gm)].map(([, state, says]) => [state, says]);
  assert.deepEqual(
    rows,
    Object.entries(caseStates).map(([state, { says }]) => [state, says]),
  );
});
