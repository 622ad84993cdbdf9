import assert from 'node:assert/strict';
import { test } from 'node:test';
import { houseModel } from './house-model.ts';
import { type Identity, nobody } from './identity.ts';
import { type Judgement, judge as judgePrepared } from './judge.ts';
import { prepare } from './prepare.ts';

const judge = (left: Identity, right: Identity) => judgePrepared(prepare(left), prepare(right), houseModel);

const HOME = { line: '12 Clifton Lane', town: 'Rotherham', postcode: 'S65 2AA' };
const child: Identity = {
  ...nobody,
  given: 'Kieran',
  surname: 'Holdsworth',
  dateOfBirth: '2010-05-03',
  sex: 'M',
  addresses: [HOME],
};

const beside = (left: Partial<Identity>, right: Partial<Identity>): Judgement =>
  judge({ ...child, ...left }, { ...child, ...right });
const says = ({ reasons }: Judgement) => reasons.map((reason) => reason.says);
const born = (day: string) => ({ dateOfBirth: day });
const surely = (found: Judgement) => assert.equal(found.grade, 'certain', `${found.weight.toFixed(1)} ${says(found)}`);
const offered = (found: Judgement, ...reasons: string[]) => {
  assert.ok(found.grade, `${found.weight.toFixed(1)} ${says(found)}`);
  for (const reason of reasons) assert.ok(says(found).includes(reason), `${reason}: ${says(found).join('; ')}`);
};
test('the same child with all the same details is certain, and the reasons say so', () => {
  const found = beside({}, {});
  surely(found);
  assert.deepEqual(
    ['same birth date', 'same given name', 'same surname'].filter((one) => !says(found).includes(one)),
    [],
  );
});

test('nothing known of one of them is no match, and no reason', () => {
  const found = judge(child, nobody);
  assert.deepEqual([found.grade, found.reasons], [undefined, []]);
});

test('strangers are not offered', () => {
  const stranger = { given: 'Leah', surname: 'Broadbent', ...born('2014-11-21'), sex: 'F', addresses: [] };
  assert.equal(beside({}, stranger).grade, undefined);
});

test('twins of two names, with one surname, birth date and address, are never more than possible', () => {
  const twin = beside({}, { given: 'Callum' });
  assert.notEqual(twin.grade, 'certain');
  assert.notEqual(twin.grade, 'likely');
  assert.ok(says(twin).includes('different given name'));
});

test('brothers and sisters at one address with their own birth dates are not offered as one', () => {
  assert.equal(beside({}, { given: 'Megan', sex: 'F', ...born('2012-08-19') }).grade, undefined);
  assert.notEqual(beside({}, { given: 'Kiera', sex: 'F', ...born('2011-05-03') }).grade, 'certain');
});

test('a changed surname (adopted, fostered, a parent married) is offered', () => {
  offered(beside({}, { surname: 'Pemberton', addresses: [] }), 'different surname', 'same birth date');
});

test('a former name on record is as good as the name', () => {
  const former = { surname: 'Pemberton', otherNames: [{ given: 'Kieran', surname: 'Holdsworth' }] };
  surely(beside({}, former));
  offered(beside({}, former), 'same surname (by another name)');
});

test('day and month swapped', () => {
  const found = beside({}, { ...born('2010-03-05') });
  surely(found);
  offered(found, 'day and month swapped');
  offered(beside({}, { ...born('2010-03-05'), addresses: [] }), 'day and month swapped');
});

test('one wrong digit in the birth date, or two exchanged', () => {
  offered(beside({}, { ...born('2010-05-08'), addresses: [] }), 'birth date differs by one digit');
  offered(beside(born('2010-05-12'), { ...born('2010-05-21'), addresses: [] }), 'birth date differs by one digit');
});

test('an unknown day written as the 15th stands beside the day known later', () => {
  const asylum = { given: 'Amanuel', surname: 'Tesfay', addresses: [] };
  offered(
    beside({ ...asylum, ...born('2008-09-15') }, { ...asylum, ...born('2008-09-02') }),
    'birth date the same but for a day that may stand for “not known”',
  );
});

test('given name and surname swapped, as Chinese names often are', () => {
  const found = beside({ given: 'Wei', surname: 'Zhang' }, { given: 'Zhang', surname: 'Wei', addresses: [] });
  offered(found, 'given name and surname swapped');
  assert.notEqual(found.grade, 'possible');
  offered(beside({ given: 'Xiao Ming', surname: 'Li' }, { given: 'Li', surname: 'Xiaoming', addresses: [] }));
});

test('one half of a hyphenated surname', () => {
  const found = beside({ surname: 'Holdsworth-Pell' }, { surname: 'Pell', addresses: [] });
  offered(found, 'surname partly the same');
  offered(
    beside({ surname: 'Holdsworth-Pell' }, { surname: 'Pell Holdsworth', addresses: [] }),
    'another form of the same surname',
  );
});

for (const [language, ...names] of [
  ['South Asian', 'Mohammed Hussain', 'Muhammad Hussein', 'Mohamad Husain'],
  ['South Asian', 'Ayesha Siddiqui', 'Aisha Siddique', 'Aysha Sidiqi'],
  ['Polish', 'Łukasz Wiśniewski', 'Lukasz Wisniewski', 'Lukasz Wisniewsky'],
  ['Polish, a daughter’s ending', 'Zofia Kowalska', 'Zofia Kowalski'],
  ['Slovak, a daughter’s ending', 'Natália Horváthová', 'Natalia Horvath'],
  ['Romani', 'Ľudovít Oláh', 'Ludovit Olah'],
  ['Arabic', 'Yousef Al-Khatib', 'Yusuf Alkhateeb', 'يوسف الخطيب'],
  ['Ukrainian', 'Олена Шевченко', 'Olena Shevchenko'],
] as const)
  test(`one name written in other letters: ${language}, ${names.join(', ')}`, () => {
    const [first = '', ...others] = names;
    for (const name of others) {
      const [given = '', surname = ''] = name.split(' ');
      const [firstGiven = '', firstSurname = ''] = first.split(' ');
      const found = beside({ given: firstGiven, surname: firstSurname }, { given, surname, addresses: [] });
      assert.ok(
        found.grade === 'certain' || found.grade === 'likely' || name.startsWith('ي'),
        `${name} ${found.weight}`,
      );
      assert.ok(found.grade, `${name} ${found.weight}`);
    }
  });

test('sex is F, M or their words: no other word says it', () => {
  assert.ok(says(beside({ sex: 'Male' }, { sex: 'boy' })).includes('same sex'));
  for (const sex of ['Missing', 'Mixed', 'my son', 'Fluid', 'not known'])
    assert.ok(!says(beside({ sex }, { sex: 'F' })).some((reason) => reason.includes('sex')), sex);
});

test('nicknames are forms of the name', () => {
  for (const [full, short] of [
    ['William', 'Billy'],
    ['Katarzyna', 'Kasia'],
    ['Alexander', 'Sasha'],
    ['Elizabeth', 'Libby'],
  ] as const)
    offered(beside({ given: full }, { given: short, addresses: [] }), 'another form of the same given name');
});

test('an unborn child is the child born near the day expected, at that address', () => {
  const unborn = { given: null, expected: true, ...born('2024-02-10'), sex: null };
  offered(beside(unborn, { ...born('2024-02-14') }), 'within a week of the birth date expected');
  offered(beside(unborn, unborn), 'same expected birth date');
  assert.equal(beside(unborn, { ...born('2023-09-01') }).grade, undefined);
});

test('“Baby” and “Unknown” are no names to agree on', () => {
  assert.equal(
    beside({ given: 'Unknown' }, { given: 'unknown' }).weight,
    beside({ given: null }, { given: null }).weight,
  );
});

test('one NHS number outweighs all but a different one: a wrong check digit says nothing', () => {
  const moved = { surname: 'Pemberton', addresses: [] };
  surely(beside({ nhsNumber: '943 476 5919' }, { ...moved, nhsNumber: '9434765919' }));
  assert.equal(beside({ nhsNumber: '9434765918' }, { nhsNumber: '9434765918' }).weight, beside({}, {}).weight);
  assert.ok(beside({ nhsNumber: '9434765919' }, { nhsNumber: '4010232137' }).grade !== 'certain');
});

test('a common name says less than a rare one', () => {
  const named = (given: string, surname: string) =>
    beside({ given, surname, addresses: [] }, { given, surname }).weight;
  assert.ok(named('Mohammed', 'Khan') < named('Kieran', 'Holdsworth') - 3);
});

test('name and birth date alone, both common, are likely and not certain', () => {
  const common = { given: 'Mohammed', surname: 'Khan', addresses: [], sex: null };
  assert.equal(beside(common, common).grade, 'likely');
});

test('who moved is spoken against once, not by postcode, street and town each', () => {
  const moved = { line: '1 Other Road', town: 'Leeds', postcode: 'LS1 1AA' };
  const less = beside({}, { addresses: [{ ...moved, line: null, town: null }] });
  assert.equal(beside({}, { addresses: [moved] }).weight, less.weight);
  assert.ok(less.weight < beside({}, { addresses: [] }).weight);
});

test('an old address is one of several, and does not count against a child', () => {
  const moved = beside({}, { addresses: [{ line: '1 Other Road', town: 'Leeds', postcode: 'LS1 1AA' }, HOME] });
  assert.equal(moved.weight, beside({}, {}).weight);
});
