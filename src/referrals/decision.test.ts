import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WorkerId } from '../platform/web/world.ts';
import { decide, whatStopsDeciding } from './decision.ts';

const [gwen, elaine, asha] = ['gwen', 'elaine', 'asha'] as WorkerId[] as [WorkerId, WorkerId, WorkerId];
const referral = { authorId: asha, brag: 'amber' as const, discussed: false, concernsWorker: false };
const mash = { id: gwen, atMash: true };
const locality = { id: elaine, atMash: false };

test('nobody decides a referral they made themselves', () => {
  assert.deepEqual(whatStopsDeciding({ ...referral, authorId: gwen }, mash), {
    refused: 'You made this referral: somebody else decides it',
  });
  assert.equal(whatStopsDeciding(referral, mash), undefined);
});

test('the MASH rates before it decides; the manager of the child’s worker need not', () => {
  assert.match(whatStopsDeciding({ ...referral, brag: null }, mash)?.refused ?? '', /^Rate/);
  assert.equal(whatStopsDeciding({ ...referral, brag: null }, locality), undefined);
});

test('a RED referral is not decided before a strategy discussion, or why none is held, is recorded', () => {
  const red = { ...referral, brag: 'red' as const };
  assert.match(whatStopsDeciding(red, mash)?.refused ?? '', /strategy discussion, or why none is held/);
  assert.equal(whatStopsDeciding({ ...red, discussed: true }, mash), undefined);
});

test('RED is decided at the MASH, whoever the child’s worker is', () => {
  const red = { ...referral, brag: 'red' as const, discussed: true };
  assert.deepEqual(whatStopsDeciding(red, locality), { refused: 'RED is always decided at the MASH' });
});

test('what concerns the child’s worker is decided at the MASH', () => {
  assert.match(whatStopsDeciding({ ...referral, concernsWorker: true }, locality)?.refused ?? '', /at the MASH/);
  assert.equal(whatStopsDeciding({ ...referral, concernsWorker: true }, mash), undefined);
});

test('only a child somebody has identified is allocated to Evolve; others can come to anything else', () => {
  const known = { subjectId: 'one', identified: true, outcome: 'ALLOCATE_EVOLVE' as const, beside: 'outcome-1' };
  const unknown = { subjectId: 'two', identified: false, outcome: 'ALLOCATE_EVOLVE' as const, beside: 'outcome-2' };
  assert.deepEqual(decide([known, unknown]), {
    refused: 'Say who this child is first: Evolve opens a case for a known child',
    beside: 'outcome-2',
  });
  assert.deepEqual(decide([known, { ...unknown, outcome: 'ADVICE' }]), [
    { subjectId: 'one', outcome: 'ALLOCATE_EVOLVE', besides: [] },
    { subjectId: 'two', outcome: 'ADVICE', besides: [] },
  ]);
});

test('outcomes stand together: section 47, the national mechanism, the meeting and the police beside the main one', () => {
  const child = { subjectId: 'one', identified: true, beside: 'outcome-1' };
  const together = ['SECTION_47', 'NRM_CONSIDER', 'MACE_LIST', 'INTEL_ONLY'] as const;
  assert.deepEqual(decide([{ ...child, outcome: 'SECTION_47', besides: together }]), [
    { subjectId: 'one', outcome: 'SECTION_47', besides: ['NRM_CONSIDER', 'MACE_LIST', 'INTEL_ONLY'] },
  ]);
  assert.deepEqual(decide([{ ...child, outcome: 'NO_FURTHER_ACTION', besides: together }]), {
    refused: '“No further action” stands alone: nothing is decided beside it',
    beside: 'outcome-1',
  });
});

test('no child on a referral is left without an outcome', () => {
  const child = { subjectId: 'one', identified: true, outcome: undefined, beside: 'outcome-1' };
  assert.deepEqual(decide([child]), { refused: 'Choose an outcome for every child', beside: 'outcome-1' });
});
