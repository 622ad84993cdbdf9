import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pagedBy, part } from './paging.ts';

type Row = { on: string; id: string };
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const rows: Row[] = [1, 2, 3, 4, 5].map((n) => ({ on: `2024-01-0${n}`, id: id(n) }));
const paged = pagedBy({ on: part.word, id: part.id }, 2);
const keyOf = ({ on, id }: Row) => ({ on, id });
const byKey = (a: Row, b: Row) => a.on.localeCompare(b.on) || a.id.localeCompare(b.id);
const pageOf = (address: string, from = rows) => paged.take(new URLSearchParams(address), from, keyOf, byKey);
const shownOn = (address: string, from = rows) => pageOf(address, from).shown.map(({ on }) => on.at(-1));

/** Every page, each by the address the one before it gives. */
function walk(address = '?', from = rows): string[] {
  const { shown, next } = pageOf(address, from);
  const said = shown.map(({ on }) => on.slice(-1)).join('');
  return next === undefined ? [said] : [said, ...walk(next, from)];
}

test('each page leads to the next, and the last to none', () => {
  assert.deepEqual(walk(), ['12', '34', '5']);
  assert.deepEqual(walk('?', rows.slice(0, 4)), ['12', '34'], 'a page that is just full is the last');
  assert.deepEqual(walk('?', []), ['']);
});

test('a page goes on after its key, whether or not that row is still there', () => {
  const { next = '' } = pageOf('?');
  assert.equal(next, `?after=2024-01-02~${id(2)}`);
  assert.deepEqual(
    shownOn(
      next,
      rows.filter((row) => row.id !== id(2)),
    ),
    ['3', '4'],
  );
  const earlier = { on: '2024-01-01', id: id(9) };
  assert.deepEqual(shownOn(next, [...rows, earlier]), ['3', '4'], 'what came before it meanwhile moves nothing');
});

test('the address of the next page asks for the same otherwise', () => {
  assert.equal(pageOf(`?level=HIGH&after=2024-01-01~${id(1)}`).next, `?level=HIGH&after=2024-01-03~${id(3)}`);
});

test('what is no key begins the list anew', () => {
  const none = ['', 'x', '~', `2024-01-02~${id(2)}~`, `2024 01~${id(2)}`, `2024-01-02~${id(2).replace('0', 'x')}`];
  for (const key of none) assert.deepEqual(shownOn(`?after=${encodeURIComponent(key)}`), ['1', '2'], key);
});

test('a database is asked for one row more than is shown, and a row that is nothing to show still counts', async () => {
  const asked: unknown[] = [];
  const { shown, next } = await paged.ask(
    new URLSearchParams(`?after=2024-01-01~${id(1)}`),
    async (after, atMost) => {
      asked.push(after, atMost);
      return [rows[1], undefined, rows[3]];
    },
    keyOf,
  );
  assert.deepEqual(asked, [{ on: '2024-01-01', id: id(1) }, 3]);
  assert.deepEqual(shown, [rows[1]]);
  assert.equal(next, `?after=2024-01-02~${id(2)}`);
});

test('a part of a key is read as what it is, or not at all', () => {
  assert.deepEqual(['2024-02-30', '2024-02-29'].map(part.day), [undefined, '2024-02-29']);
  assert.deepEqual(['12', '-3', '1.5', '1e5', '99999999999999999999'].map(part.whole), [12, -3, ...Array(3)]);
  assert.deepEqual(['0.25', '1e-7', '1e999', 'Infinity', ''].map(part.number), [0.25, 1e-7, ...Array(3)]);
  assert.deepEqual(['C-4F7K2MQ', "a'b", ''].map(part.word), ['C-4F7K2MQ', undefined, undefined]);
});
