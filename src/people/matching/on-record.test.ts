import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainDate } from '../../platform/kernel/index.ts';
import type { ChildId } from '../../platform/web/world.ts';
import { type OnRecord, rankLikely, sayReasons } from './on-record.ts';

const child = (address: string): OnRecord => ({
  ...{ childId: 'c' as ChildId, reference: 'C-2345678', givenNames: 'Kieran', familyName: 'Holdsworth', sex: 'M' },
  ...{ bornOn: plainDate('2010-05-03'), expectedOn: null, otherNames: [], numbers: {}, evidence: [] },
  addresses: [address],
});
const reasons = (one: string, other: string) =>
  rankLikely(child(one), [child(other)]).map((likely) => sayReasons(likely.reasons))[0] ?? '';

test('two flats of one number in two streets are two homes, and one written in two ways is one', () => {
  assert.doesNotMatch(reasons('Flat 2, 9 High Street, Rotherham', 'Flat 2, 30 Wath Road, Rotherham'), /same address/i);
  assert.match(reasons('Flat 2, 9 High Street, Rotherham', 'Flat 2, 9 High Street, Rotherham'), /same address/i);
  assert.match(reasons('12, Clifton Lane, Rotherham S65 2AA', '12 Clifton Lane, Rotherham, S65 2AA'), /same address/i);
  assert.match(
    reasons('12 Clifton Lane, Eastwood, Rotherham', '12 Clifton Lane, Rotherham'),
    /same address.*same town/i,
  );
});
