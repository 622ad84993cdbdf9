import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal, plainDate } from '../../platform/kernel/index.ts';
import { readReferrals } from './referrals.ts';

const today = plainDate('2024-01-30');
const HEADER = 'child_id,date_of_birth,received_on,source,agency,outcome,decided_on,evolve';

function read(...rows: string[]) {
  const found = readReferrals(Buffer.from([HEADER, ...rows].join('\n')), today);
  if (isRefusal(found)) assert.fail(found.refused);
  return found;
}
const refusals = (...rows: string[]) => read(...rows).result.refused.map(({ row, column }) => [row, column]);

test('a referral is read with its source, and the decision for Evolve follows from the outcome or says it', () => {
  const { records } = read(
    'A1,,01/03/2023,Police,SYP,NFA,02/03/2023,',
    'A2,,01/03/2023,2A,,Evolve,02/03/2023,',
    'A3,,01/03/2023,6: Police,,,02/03/2023,Y',
    'A4,,01/03/2023,6,,,,',
  );
  assert.deepEqual(
    records.map(({ source, outcome, evolve }) => [source, outcome, evolve]),
    [
      ['6', 'NO_FURTHER_ACTION', false],
      ['2A', 'ALLOCATE_EVOLVE', true],
      ['6', 'ALLOCATE_EVOLVE', true],
      ['6', undefined, undefined],
    ],
  );
  assert.equal(records[0]?.key, 'referral|A1|2023-03-01|6');
});

test('a decision at odds with itself or its dates is refused', () => {
  assert.deepEqual(refusals('A1,,01/03/2023,6,,NFA,28/02/2023,'), [[2, 'decided_on']]);
  assert.deepEqual(refusals('A1,,01/03/2023,6,,NFA,,'), [[2, 'decided_on']]);
  assert.deepEqual(refusals('A1,,01/03/2023,6,,,01/03/2023,'), [[2, 'decided_on']]);
  assert.deepEqual(refusals('A1,,01/03/2023,6,,NFA,01/03/2023,Yes'), [[2, 'evolve']]);
  assert.deepEqual(refusals('A1,,01/03/2023,6,,Evolve,01/03/2023,No'), [[2, 'evolve']]);
  assert.deepEqual(refusals('A1,,01/03/2024,6,,,,'), [[2, 'received_on']]);
  assert.deepEqual(refusals('A1,,01/03/2023,66,,,,'), [[2, 'source']]);
});

test('a referral for a child not yet born is taken', () => {
  const { records } = read('A1,01/06/2024,01/01/2024,3A,,,,');
  assert.deepEqual([records[0]?.child.bornOn, records[0]?.child.expectedOn], [undefined, '2024-06-01']);
});
