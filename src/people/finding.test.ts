import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSearch } from './finding.ts';

const read = (query: string) => readSearch(new URLSearchParams(query));

test('an address with nothing asked is no search, and an empty form is asked to be filled', () => {
  assert.equal(read(''), undefined);
  assert.deepEqual(read('name=++&number='), {
    refused: 'Enter a name, a date of birth, a reference or a number',
    beside: 'name',
  });
});

test('a search is by name, by day of birth, by number, or by all of them', () => {
  assert.deepEqual(read('name=maya+rees'), { name: 'maya rees', bornOn: null, number: null });
  assert.deepEqual(read('name=&number=999+000+1234'), { name: null, bornOn: null, number: '9990001234' });
  assert.deepEqual(read('number=c-4f7k2mq&born-day=3&born-month=5&born-year=2010'), {
    name: null,
    bornOn: '2010-05-03',
    number: 'C-4F7K2MQ',
  });
});

test('a day of birth that does not exist is refused beside its question', () => {
  const refused = { refused: 'Enter a real day, month and year, such as 30 1 2010', beside: 'born' };
  assert.deepEqual(read('born-day=30&born-month=2&born-year=2010'), refused);
  assert.deepEqual(read('born-day=3&born-month=&born-year=2010'), refused);
  assert.deepEqual(read('born-day=3&born-month=5&born-year=10'), refused);
});
