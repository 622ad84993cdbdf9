import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PlainDate, plainDate } from '../../platform/kernel/index.ts';
import type { ChildId } from '../../platform/web/world.ts';
import type { ChildNow } from '../child.ts';
import { gatherSaid, recognise } from './recognise.ts';

const day = plainDate;
const held = (facts: Partial<ChildNow> = {}): ChildNow => ({
  id: 'child' as ChildId,
  reference: 'C-2345678',
  givenNames: null,
  familyName: null,
  bornOn: null,
  expectedOn: null,
  sex: 'U',
  ethnicity: 'NOBT',
  firstLanguage: null,
  interpreter: false,
  disabilities: [],
  diedOn: null,
  version: 1,
  ...facts,
});
const said = (
  facts: { bornOn?: PlainDate; expectedOn?: PlainDate; givenName?: string; sex?: 'F' | 'M' | 'U' } = {},
) => ({
  childId: 'A1',
  ...facts,
});

test('the rows of a child are put together, the first answer to each question counting', () => {
  const gathered = gatherSaid([
    { childId: 'A1', bornOn: undefined, givenName: 'Ann' },
    { childId: 'A1', bornOn: day('2010-02-01'), givenName: 'Anne' },
    { childId: 'A2' },
  ]);
  assert.deepEqual(
    [...gathered.values()],
    [{ childId: 'A1', bornOn: '2010-02-01', givenName: 'Ann' }, { childId: 'A2' }],
  );
});

test('a child nobody holds is news; one already held with the same facts is not', () => {
  assert.equal(recognise(said(), []).news?.sex, 'U');
  const { news, trouble } = recognise(said({ bornOn: day('2010-02-01') }), [held({ bornOn: day('2010-02-01') })]);
  assert.deepEqual([news, trouble], [undefined, undefined]);
});

test('what is not known is filled in, and nothing that is held is replaced', () => {
  const { news, notices } = recognise(said({ givenName: 'Anne', bornOn: day('2010-02-01'), sex: 'M' }), [
    held({ givenNames: 'Ann', sex: 'F' }),
  ]);
  assert.deepEqual([news?.givenNames, news?.bornOn, news?.sex], ['Ann', '2010-02-01', 'F']);
  assert.deepEqual(
    notices.map(({ column }) => column),
    ['givenName', 'sex'],
  );
});

test('another date of birth is refused without telling the one held', () => {
  const { trouble } = recognise(said({ bornOn: day('2010-02-02') }), [held({ bornOn: day('2010-02-01') })]);
  assert.equal(trouble?.column, 'bornOn');
  assert.doesNotMatch(JSON.stringify(trouble), /2010|February/);
  assert.ok(recognise(said({ expectedOn: day('2024-03-01') }), [held({ bornOn: day('2010-02-01') })]).trouble);
});

test('a child who was expected has been born; a child years older is another one', () => {
  const expected = held({ expectedOn: day('2024-01-20') });
  const born = recognise(said({ bornOn: day('2024-01-12') }), [expected]);
  assert.deepEqual([born.news?.bornOn, born.news?.expectedOn], ['2024-01-12', null]);
  assert.equal(recognise(said({ expectedOn: day('2024-01-25') }), [expected]).news, undefined);
  assert.ok(recognise(said({ bornOn: day('2014-01-12') }), [expected]).trouble);
});

test('an identifier two children have stands for neither', () => {
  assert.equal(recognise(said(), [held(), held()]).trouble?.column, 'childId');
});
