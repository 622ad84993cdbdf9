import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readHeader } from './columns.ts';
import { type Matched, matchPeople } from './match-people.ts';
import type { Person } from './read-file.ts';
import { readRow } from './rows.ts';

const header = readHeader(['id', 'given_name', 'surname', 'date_of_birth', 'postcode']);
const person = (id: string, ...cells: string[]): Person => {
  const read = readRow([id, ...cells], header, 'test', 1);
  if ('leftOut' in read) throw new Error(read.leftOut.problem);
  return { id, prepared: read.prepared };
};
const match = (file: readonly Person[], others?: readonly Person[]) => matchPeople(file, others, () => undefined).pairs;
/** A pair has no first and no second. */
const paired = (pairs: readonly Matched[], name = (id: string) => id) =>
  pairs
    .map(({ left, right, weight, verdict }) => [...[name(left), name(right)].sort(), weight, verdict].join(' '))
    .sort();

const surnames = ['Holdsworth', 'Holdsworht', 'Pell', 'Horváth', 'Horvathova', 'Khan'];
const row = fc.tuple(
  fc.constantFrom('Kieran', 'Kieron', 'Megan', 'Zofia', 'Mohammed', 'Muhammad', ''),
  fc.constantFrom(...surnames),
  fc.constantFrom('2010-05-03', '03/05/2010', '20100305', '2012-11-21', '2012-11-22', ''),
  fc.constantFrom('S65 2AA', 'S65 2AB', 'S60 1TD', ''),
);
const rows = fc.array(row, { minLength: 2, maxLength: 30 });
const people = (said: readonly (readonly string[])[], name: (at: number) => string) =>
  said.map((cells, at) => person(name(at), ...cells));

test('the order of the rows makes no difference', () => {
  fc.assert(
    fc.property(rows, fc.infiniteStream(fc.nat(1000)), (said, order) => {
      const file = people(said, (at) => `r${at}`);
      const shuffled = file
        .map((one) => ({ one, at: order.next().value ?? 0 }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one);
      assert.deepEqual(match(shuffled), match(file));
    }),
    { numRuns: 40 },
  );
});

test('nor in a file too large for every pair to be compared, whatever the ids', () => {
  const said = Array.from({ length: 1500 }, (_, at) => {
    const draw = (many: number, salt: number) => Math.floor(((at * 7919 + salt * 104_729) % 3571) / (3571 / many));
    const given = ['Kieran', 'Kieron', 'Megan', 'Zofia', 'Mohammed', 'Leah'][draw(6, 1)] ?? '';
    const surname = at % 3 === 0 ? 'Khan' : `${'BCDFGHKLMNPRST'[draw(14, 2)]}ol${'bcdfghklmnprst'[draw(14, 3)]}ey`;
    return [
      given,
      surname,
      `20${10 + draw(9, 4)}-${10 + draw(3, 5)}-${10 + draw(19, 6)}`,
      `S${60 + draw(9, 7)} ${draw(10, 8)}AA`,
    ];
  });
  const plain = paired(match(people(said, (at) => `${at}`)));
  const back = new Map(said.map((_, at) => [`x${(at * 7919) % 1511}`, `${at}`]));
  const opaque = people(said, (at) => `x${(at * 7919) % 1511}`).reverse();
  const others = paired(match(opaque), (id) => back.get(id) ?? '');
  assert.ok(plain.length > 100);
  assert.deepEqual(plain.filter((pair, at) => pair !== others[at]).slice(0, 3), []);
  assert.equal(others.length, plain.length);
});

test('what the ids are makes no difference', () => {
  fc.assert(
    fc.property(rows, (said) => {
      const plain = match(people(said, (at) => `${at}`));
      const opaque = match(people(said, (at) => `x${(at * 7919) % 1000}`));
      const back = new Map(said.map((_, at) => [`x${(at * 7919) % 1000}`, `${at}`]));
      assert.deepEqual(
        paired(opaque, (id) => back.get(id) ?? ''),
        paired(plain),
      );
    }),
    { numRuns: 40 },
  );
});

test('which of two files comes first makes no difference, and no pair lies within one', () => {
  fc.assert(
    fc.property(rows, rows, (said, others) => {
      const [file, other] = [people(said, (at) => `a${at}`), people(others, (at) => `b${at}`)];
      const pairs = match(file, other);
      assert.deepEqual(paired(match(other, file)), paired(pairs));
      assert.ok(pairs.every(({ left, right }) => left.startsWith('a') && right.startsWith('b')));
    }),
    { numRuns: 40 },
  );
});

test('a small file is matched by the documented chances: the same child, and not the twin', () => {
  const file = [
    person('1', 'Kieran', 'Holdsworth', '2010-05-03', 'S65 2AA'),
    person('2', 'Callum', 'Holdsworth', '2010-05-03', 'S65 2AA'),
    person('3', 'Kieron', 'Holdsworth', '2010-05-03', 'S65 2AA'),
    person('4', 'Zofia', 'Kowalska', '2014-01-19', 'S60 1TD'),
  ];
  const [first, ...others] = match(file);
  assert.deepEqual([first?.left, first?.right], ['1', '3']);
  assert.ok(others.every(({ verdict }) => verdict === 'review'));
  assert.ok(others.every(({ left, right }) => left !== '4' && right !== '4'));
});

test('a name that half the file bears says less than one borne once', () => {
  const many = Array.from({ length: 80 }, (_, at) => {
    const [given, surname] =
      at % 2 ? ['Mohammed', 'Khan'] : [`Ad${'bcdfghjklm'[at % 10]}am`, `P${'aeiou'[at % 5]}ll${at}`];
    return person(`m${at}`, given, surname, `20${10 + (at % 9)}-${10 + (at % 3)}-${10 + ((at * 7) % 19)}`, '');
  });
  const weigh = (given: string, surname: string) => {
    const two = ['x', 'y'].map((id) => person(id, given, surname, id === 'x' ? '2008-02-02' : '2008-03-07', ''));
    const pairs = match([...many, ...two]);
    return pairs.find(({ left, right }) => left === 'x' && right === 'y')?.weight ?? Number.NEGATIVE_INFINITY;
  };
  assert.ok(weigh('Tamsin', 'Holdsworth') > Number.NEGATIVE_INFINITY);
  assert.ok(weigh('Mohammed', 'Khan') < weigh('Tamsin', 'Holdsworth') - 2);
});

test('names that come together say less together: two Okonkwos who are both Ngozi may well be two', () => {
  const wide = Array.from({ length: 196 }, (_, at) => [
    `G${'bcdfghjklmnprt'[at % 14]}ara`,
    `${'bcdfghjklmnprt'[Math.floor(at / 14)]}esot`,
  ]);
  const close = ['Ngozi', 'Chioma', 'Emeka', 'Obinna'].flatMap((given) =>
    ['Okonkwo', 'Nwosu', 'Ezenwa', 'Adichie', 'Igwe'].map((surname) => [given, surname]),
  );
  const many = [...wide, ...close].map(([given = '', surname = ''], at) =>
    person(`m${at}`, given, surname, `20${10 + (at % 9)}-${10 + (at % 3)}-${10 + ((at * 7) % 19)}`, ''),
  );
  const weigh = (given: string, surname: string) => {
    const two = ['x', 'y'].map((id) => person(id, given, surname, id === 'x' ? '2008-02-02' : '2008-03-07', ''));
    const pairs = match([...many, ...two]);
    return pairs.find(({ left, right }) => left === 'x' && right === 'y')?.weight ?? Number.NEGATIVE_INFINITY;
  };
  // By itself each of their names is a third as common as the others'.
  assert.ok(weigh('Ngozi', 'Okonkwo') < weigh('Gbara', 'Desot') + 1.5);
});

test('twins are never called the same, however many of the file’s children are recorded twice', () => {
  const children = Array.from({ length: 40 }, (_, at) => {
    const letters = `${'bcdfg'[at % 5]}${'aeiou'[at % 5]}${'lmnrs'[at % 4]}${'aeiou'[at % 3]}${'ktpvz'[at % 5]}${at}`;
    const cells = [
      `Gi${letters}`,
      `Su${letters}`,
      `20${10 + (at % 9)}-${10 + (at % 3)}-${10 + ((at * 7) % 19)}`,
      `S${60 + (at % 9)} ${at % 10}AA`,
    ];
    return [person(`a${at}`, ...cells), person(`b${at}`, ...cells)];
  }).flat();
  const twin = (id: string, given: string) => person(id, given, 'Holdsworth', '2010-05-03', 'S65 2AA');
  const pairs = match([...children, twin('x', 'Kieran'), twin('y', 'Callum')]);
  const verdicts = new Map(pairs.map(({ left, right, verdict }) => [`${left} ${right}`, verdict]));
  assert.notEqual(verdicts.get('x y'), 'same');
  assert.equal(verdicts.get('a1 b1'), 'same');
});
