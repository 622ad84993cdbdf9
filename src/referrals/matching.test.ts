import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Likely } from '../people/index.ts';
import { describeReferred, isRuledOut, markNew, markSame, sayKnownTo, sayLikeness, sayNews } from './matching.ts';
import type { ReferredChild } from './received.ts';

const birth = { says: 'same birth date', speaks: 'for' } as const;
const reasons: Likely['reasons'] = [
  birth,
  { says: 'different sex', speaks: 'against' },
  { says: 'same surname', speaks: 'for' },
];

test('what speaks for comes first, and what speaks against is said too', () => {
  assert.equal(sayLikeness({ reasons, kin: null }), 'Same birth date; same surname; but different sex');
});

test('a child with a twin on record is shown with the warning, however alike', () => {
  assert.match(sayLikeness({ reasons, kin: 'twin' }), /; has a twin on record: check which of them is meant$/);
});

test('a brother or sister of another age is no reason to doubt, unless no birth date was given', () => {
  assert.doesNotMatch(sayLikeness({ reasons, kin: 'sibling' }), /sibling/);
  assert.match(sayLikeness({ reasons: [], kin: 'sibling' }), /has a sibling on record/);
});

test('a name known by is compared with the surname, and as a whole name where it is one', () => {
  const described = describeReferred({
    familyName: 'Tarn',
    alsoKnownAs: 'Jazz Quill',
    upn: ' h801 200 001001 ',
  } as ReferredChild);
  assert.deepEqual(described.otherNames, [
    ['Jazz Quill', 'Tarn'],
    ['Jazz', 'Quill'],
  ]);
  assert.deepEqual(described.numbers, { UPN: 'H801200001001' });
});

test('a child ruled out stays so until more is known, and then what is new is said', () => {
  const before = ['version 1', 'name a'];
  const ruledOut = { considered: before };
  assert.ok(isRuledOut({ evidence: before, ruledOut }));
  const now = { evidence: [...before, 'name b', 'number NHS c'], ruledOut };
  assert.deepEqual(sayNews(now), ['another name', 'a number']);
  assert.ok(!isRuledOut(now));
  assert.ok(!isRuledOut({ evidence: before, ruledOut: undefined }));
  assert.ok(isRuledOut({ evidence: before, ruledOut: { considered: null } }), 'what was then known is not known');
});

test('a child somebody has identified is not recorded as new', () => {
  assert.equal(markNew('one', [{ id: 'one', match: null }]), undefined);
  assert.match(markNew('one', [{ id: 'one', match: {} }])?.refused ?? '', /undo that first/);
});

test('one child as referred is one child on record, and two children on a referral are two', () => {
  const children = [
    { id: 'one', childId: null },
    { id: 'other', childId: 'kaya' },
  ];
  assert.equal(markSame('one', 'remi', children), undefined);
  assert.match(markSame('one', 'kaya', children)?.refused ?? '', /cannot both be/);
  assert.match(markSame('other', 'remi', children)?.refused ?? '', /undo that first/);
  assert.match(markSame('other', 'kaya', children)?.refused ?? '', /already/);
});

test('who works with the child now is said, and so is that nobody does', () => {
  assert.equal(
    sayKnownTo({ workers: ['Farrah Nazeer'], teams: ['Evolve'] }),
    'Known to Farrah Nazeer (social worker); Evolve',
  );
  assert.equal(sayKnownTo({ workers: [], teams: [] }), 'No team works with this child now');
});
