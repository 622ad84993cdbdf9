import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { houseModel } from './house-model.ts';
import type { Identity } from './identity.ts';
import { judge as judgePrepared } from './judge.ts';
import { prepare } from './prepare.ts';

const judge = (left: Identity, right: Identity) => judgePrepared(prepare(left), prepare(right), houseModel);

const names = ['Kieran', 'Kiera', 'Mohammed', 'Muhammad', 'Li', 'Wei', 'Anne-Marie', 'Jo', 'J', 'Zofia', 'Öz', 'X Æ'];
const name = fc.option(fc.constantFrom(...names), { nil: null });
const address = fc.record({
  line: fc.constantFrom(null, '12 Clifton Lane', '14 Clifton Lane', '12 Wath Road', 'Flat 2, 9 High St'),
  town: fc.constantFrom(null, 'Rotherham', 'Rotheram', 'Maltby', 'S65 2AA'),
  postcode: fc.constantFrom(null, 'S65 2AA', 'S65 2AB', 'S60 1TD', 'Rotherham'),
});
const identity: fc.Arbitrary<Identity> = fc.record({
  given: name,
  surname: name,
  otherNames: fc.array(fc.record({ given: name, surname: name }), { maxLength: 2 }),
  dateOfBirth: fc.option(
    fc.integer({ min: 0, max: 500 }).map((days) => new Date(Date.UTC(2010, 0, 1 + days)).toISOString().slice(0, 10)),
    { nil: null },
  ),
  expected: fc.boolean(),
  sex: fc.constantFrom(null, 'F', 'M', 'U'),
  addresses: fc.array(address, { maxLength: 2 }),
  emails: fc.array(fc.constantFrom('kieran@example.org', 'kieron@example.org', 'mum1980@example.org'), {
    maxLength: 2,
  }),
  phones: fc.array(fc.constantFrom('07700 900123', '+44 7700 900132', '0114 496 0000'), { maxLength: 2 }),
  nhsNumber: fc.constantFrom(null, '9434765919', '4010232137', '123'),
  upn: fc.constantFrom(null, 'nonsense'),
});

test('which of the two is asked about first makes no difference', () => {
  fc.assert(
    fc.property(identity, identity, (one, other) => {
      assert.deepEqual(judge(one, other), judge(other, one));
    }),
    { numRuns: 2000 },
  );
});

/** The same new fact on both sides, where neither said anything before. */
const facts: Record<string, (said: Identity) => Identity> = {
  surname: (said) => ({ ...said, surname: 'Pemberton' }),
  'given name': (said) => ({ ...said, given: 'Tamsin' }),
  'birth date': (said) => ({ ...said, dateOfBirth: '2011-07-21' }),
  sex: (said) => ({ ...said, sex: 'F' }),
  'NHS number': (said) => ({ ...said, nhsNumber: '9434765919' }),
  email: (said) => ({ ...said, emails: ['new@example.org'] }),
  telephone: (said) => ({ ...said, phones: ['07700 900999'] }),
  line: (said) => inAddress(said, { line: '3 Quarry Hill' }),
  town: (said) => inAddress(said, { town: 'Dinnington' }),
  postcode: (said) => inAddress(said, { postcode: 'S25 2QD' }),
};
const inAddress = (said: Identity, part: Partial<Identity['addresses'][number]>): Identity => ({
  ...said,
  addresses: [{ line: null, town: null, postcode: null, ...said.addresses[0], ...part }],
});
const silent: Record<string, (said: Identity) => Identity> = {
  surname: (said) => ({ ...said, surname: null, otherNames: [] }),
  'given name': (said) => ({ ...said, given: null, otherNames: [] }),
  'birth date': (said) => ({ ...said, dateOfBirth: null, expected: false }),
  sex: (said) => ({ ...said, sex: null }),
  'NHS number': (said) => ({ ...said, nhsNumber: null }),
  email: (said) => ({ ...said, emails: [] }),
  telephone: (said) => ({ ...said, phones: [] }),
  line: (said) => inAddress(said, { line: null }),
  town: (said) => inAddress(said, { town: null }),
  postcode: (said) => inAddress(said, { postcode: null }),
};
for (const [fact, say] of Object.entries(facts))
  test(`one more thing they agree on, the ${fact}, never lowers the weight`, () => {
    fc.assert(
      fc.property(identity, identity, (one, other) => {
        const before = [one, other].map((said) => silent[fact]?.(said) ?? said);
        const [left, right] = before;
        if (!left || !right) return;
        const less = judge(left, right).weight;
        assert.ok(judge(say(left), say(right)).weight >= less - 1e-9);
      }),
      { numRuns: 500 },
    );
  });
