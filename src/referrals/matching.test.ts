import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gradeOf, type Likeness, markNew, markSame, sayKnownTo, sayLikeness } from './matching.ts';

const like = (some: Partial<Likeness>): Likeness => ({
  numbers: [],
  born: 'different',
  given: 'different',
  family: 'different',
  alias: false,
  kin: null,
  ...some,
});

for (const [likeness, grade, words] of [
  [
    { numbers: ['NHS'], born: 'same', given: 'alike', family: 'same' },
    'number',
    'Same NHS number; same birth date; given name alike',
  ],
  [{ numbers: ['NHS'], born: 'different' }, 'number', 'Same NHS number; another birth date'],
  [{ born: 'same', given: 'same', family: 'same' }, 'full', 'Same name and birth date'],
  [{ born: 'same', given: 'same', family: 'alike' }, 'near', 'Same birth date; surname alike; same given name'],
  [{ born: 'same', given: 'alike', family: 'alike' }, 'near', 'Same birth date; surname alike; given name alike'],
  [{ born: 'same', family: 'alike' }, 'slight', 'Same birth date; surname alike'],
  [{ born: 'same', alias: true }, 'full', 'Same birth date; known by this name'],
  [{ born: 'not_known', given: 'same', family: 'same' }, 'near', 'Same name; birth date not known'],
  [{ born: 'different', given: 'same', family: 'same' }, 'slight', 'Same name; another birth date'],
] as const satisfies [Partial<Likeness>, string, string][]) {
  test(`${words}: ${grade}`, () => {
    assert.equal(gradeOf(like(likeness)), grade);
    assert.equal(sayLikeness(like(likeness)), words);
  });
}

test('a shared birthday and surname with another given name is named as perhaps a twin or sibling, never as the same', () => {
  const twin = like({ born: 'same', family: 'same', given: 'different' });
  assert.equal(gradeOf(twin), 'kin');
  assert.equal(sayLikeness(twin), 'Same birth date and surname, another given name: perhaps a twin or sibling');
});

test('a child with a twin on record is shown with the warning, however alike', () => {
  const one = like({ born: 'same', family: 'same', given: 'same', kin: 'twin' });
  assert.equal(gradeOf(one), 'full');
  assert.equal(sayLikeness(one), 'Same name and birth date; has a twin on record: check which of them is meant');
});

test('a brother or sister of another age is no reason to doubt', () => {
  const one = like({ born: 'same', family: 'same', given: 'same', kin: 'sibling' });
  assert.equal(sayLikeness(one), 'Same name and birth date');
  assert.match(sayLikeness({ ...one, born: 'not_known' }), /has a sibling on record/);
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
