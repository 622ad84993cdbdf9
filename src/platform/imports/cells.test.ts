import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Cell, tidy } from '@throughline/office-files';
import { type CellReader, type CodeList, code, day, identifier, whole, yesNo } from './cells.ts';

function read<T>(reader: CellReader<T>, text: string, kind: Cell['kind'] = 'text') {
  const found = reader.read({ kind, text });
  return 'problem' in found ? 'refused' : [found.value, found.repaired !== undefined];
}

test('a day is taken day first or as the standard writes it', () => {
  assert.deepEqual(read(day, '30/01/2024'), ['2024-01-30', false]);
  assert.deepEqual(read(day, '1/2/2024'), ['2024-02-01', false]);
  assert.deepEqual(read(day, '2024-01-30'), ['2024-01-30', false]);
  assert.deepEqual(read(day, '2024-01-30', 'day'), ['2024-01-30', false]);
});

test('a day written another way is repaired', () => {
  const ways = [
    '30-01-2024',
    '30.1.2024',
    '30 01 2024',
    '2024/01/30',
    '30 January 2024',
    '30th Jan 2024',
    '30-Jan-2024',
    'Tue 30 Jan 2024',
    '30/01/2024 00:00:00',
    '2024-01-30T09:15:00',
  ];
  for (const text of ways) assert.deepEqual(read(day, text), ['2024-01-30', true], text);
  assert.deepEqual(read(day, '45321', 'number'), ['2024-01-30', true]);
});

test('a day nobody can be sure of is refused', () => {
  for (const text of ['30/01/24', '01/30/2024', '31/02/2024', '29/02/2023', '2024', 'soon', '0030-01-01', '30 Janu'])
    assert.equal(read(day, text), 'refused', text);
  assert.equal(read(day, '12', 'number'), 'refused');
});

const pets: CodeList<'1A' | 'N1' | 'CAT' | '6'> = {
  name: 'the pet',
  codes: { '1A': 'A dog', N1: 'A fish', CAT: 'A cat', '6': 'A bird' },
  also: { kitten: 'CAT' },
};

test('a code is taken as it stands, or by its words', () => {
  for (const [text, meant] of [
    ['1A', '1A'],
    ['A cat', 'CAT'],
    ['a  CAT', 'CAT'],
    ['6', '6'],
  ])
    assert.deepEqual(read(code(pets), text ?? ''), [meant, false]);
});

test('a code with a letter before it or words behind it is repaired', () => {
  const ways = [
    ['c) CAT', 'CAT'],
    ['a) A dog', '1A'],
    ['q) 6: Birds of all kinds', '6'],
    ['N1 - Something like a fish', 'N1'],
    ['6 A bird', '6'],
    ['kitten', 'CAT'],
    ['cat', 'CAT'],
    ['n1', 'N1'],
  ];
  for (const [text, meant] of ways) assert.deepEqual(read(code(pets), text ?? ''), [meant, true], text);
});

test('an unknown code, or one at odds with its words, is refused with the codes there are', () => {
  for (const text of ['XX', 'a)', 'c', 'N1 - A dog', 'CAT flap', '7: Newt', 'constructor', '__proto__'])
    assert.equal(read(code(pets), text), 'refused', text);
  const refused = code(pets).read({ kind: 'text', text: 'XX' });
  assert.match('remedy' in refused ? refused.remedy : '', /1A \(A dog\)/);
});

test('yes and no are known in the ways they are written', () => {
  for (const text of ['Yes', 'y', 'TRUE']) assert.deepEqual(read(yesNo, text), [true, false]);
  for (const text of ['no', 'N']) assert.deepEqual(read(yesNo, text), [false, false]);
  assert.deepEqual(read(yesNo, 'b) No'), [false, true]);
  assert.equal(read(yesNo, 'perhaps'), 'refused');
});

test('an identifier that Excel has shortened is refused', () => {
  assert.deepEqual(read(identifier, '00123'), ['00123', false]);
  assert.equal(read(identifier, '1.23457E+12'), 'refused');
  assert.equal(read(identifier, '12345678901234567890', 'number'), 'refused');
  assert.equal(read(identifier, '12-34'), 'refused');
  assert.equal(read(whole, '1.5'), 'refused');
});

test('spaces are tidied, and what stands for nothing is nothing', () => {
  const one = (text: string, kind: Cell['kind'] = 'text') => tidy({ kind, text });
  assert.deepEqual(one('plain'), { cell: { kind: 'text', text: 'plain' }, repaired: [] });
  assert.equal(one('Ann\u00A0Lee').cell?.text, 'Ann Lee');
  assert.equal(one('  Ann \n Lee ').cell?.text, 'Ann Lee');
  assert.equal(one('Ann\u200B').repaired.length, 1);
  for (const text of ['#N/A', '#REF!', 'n/a', 'NULL', '-']) {
    assert.equal(one(text).cell, undefined);
    assert.equal(one(text).repaired.length, 1);
  }
  assert.equal(one('#N/A', 'error').cell, undefined);
  assert.equal(one('None').cell?.text, 'None');
});
