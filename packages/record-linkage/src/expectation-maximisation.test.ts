import assert from 'node:assert/strict';
import { test } from 'node:test';
import { learn } from './expectation-maximisation.ts';
import { houseKnowledge } from './house-model.ts';
import { forEachPart } from './parts.ts';
import { patternOf } from './patterns.ts';

const nothing = forEachPart(() => 0);
const alike = { ...nothing, given: 1, surname: 1, order: 1, birth: 1 };
const other = { ...nothing, given: 6, surname: 6, order: 1, birth: 7 };
const known = { ...houseKnowledge, odds: 0.01, familyOdds: 1, share: () => undefined };

test('where neither a home nor a telephone is written, nobody learns that there are no brothers and sisters', () => {
  const bare = new Map([
    [patternOf(alike), 500],
    [patternOf(other), 50_000],
  ]);
  assert.equal(learn(bare, known, 100_000).familyOdds, 1);
  const homes = new Map([
    [patternOf({ ...alike, postcode: 1, line: 1 }), 500],
    [patternOf({ ...other, postcode: 4, line: 5 }), 50_000],
  ]);
  assert.ok(learn(homes, known, 100_000).familyOdds < 0.1);
});

test('namesakes are not learned as one person with two birth dates', () => {
  const two = new Map([
    [patternOf(alike), 100],
    [patternOf({ ...alike, birth: 7 }), 200],
    [patternOf(other), 1_000_000],
  ]);
  const apart = (namesakes: number) => learn(two, { ...known, namesakes }, 5_000_000).same.birth.at(-1) ?? 1;
  assert.ok(apart(8) < 0.2, `${apart(8)}`);
  assert.ok(apart(0) > 0.5, `${apart(0)}`);
});
