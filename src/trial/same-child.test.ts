import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { plainDate } from '../platform/kernel/index.ts';
import type { Visitor } from '../platform/testing/visitor.ts';
import { receive } from '../referrals/testing/received.ts';
import { testHouse } from '../testing/open.ts';
import { referenceFor } from './plant-names.ts';
import { type HardCaseName, hardCases, recordsOf } from './story/same-child.ts';

const planted = await testHouse({ holds: 'partnership' });
let asha: Visitor;
let gwen: Visitor;
before(async () => {
  [asha, gwen] = [await planted.signedIn('asha'), await planted.signedIn('gwen')];
});

const text = (element: Element | null | undefined) => element?.textContent?.replaceAll(/\s+/g, ' ') ?? '';
const referenceOf = (name: string, place: 0 | 1) => referenceFor('C', recordsOf(name)[place]);

/** How each is offered at screening: of one child never less than possible, of two never certain. */
const offered: Record<HardCaseName, RegExp> = {
  twins: /^Possible.*but different given name; perhaps a twin or sibling/,
  siblings: /^$/,
  adopted: /^Certain.*by another name/,
  fostered: /^Possible.*but different surname/,
  dayAndMonth: /^Likely.*day and month swapped/,
  hyphenated: /^Likely.*surname partly the same/,
  southAsian: /^Likely.*another form of the same surname; given name partly the same/,
  polish: /^Likely.*same surname; another form of the same given name/,
  slovak: /^Certain.*another form of the same surname/,
  romani: /^Possible.*given names somewhat alike/,
  arabic: /^Likely.*another form of the same given name/,
  chinese: /^Likely.*given name and surname swapped/,
  nickname: /^Likely.*another form of the same given name/,
  unknownDay: /^Likely.*a day that may stand for “not known”/,
  unborn: /^Likely.*of the birth date expected/,
};

const cases = Object.entries(hardCases) as [HardCaseName, (typeof hardCases)[HardCaseName]][];
for (const [name, { says, one, other }] of cases) {
  test(`${says}: offered at screening with its grade and why`, async () => {
    // An adopted child is referred under the name they had, which the record of today knows.
    const [referred, place] = name === 'adopted' ? ([one, 1] as const) : ([other, 0] as const);
    const { given, family, born, sex, address } = referred;
    const child = { givenNames: given, familyName: family, bornOn: plainDate(born), sex, address };
    const { reference } = await receive(planted, [child]);
    const { page } = await asha.get(`/mash/${reference}`);
    const wanted = referenceOf(name, place);
    const found = [...page.querySelectorAll('.candidate')].find((candidate) => text(candidate).includes(wanted));
    assert.match(text(found), offered[name]);
  });
}

test('the list of pairs holds every child recorded twice, the biggest doubt first, and no pair is said to be the same', async () => {
  const rows: string[] = [];
  const certain: string[] = [];
  for (let path: string | undefined = '/same-child'; path; ) {
    const { page } = await gwen.get(path);
    rows.push(...[...page.querySelectorAll('tbody tr')].map(text));
    path = page.querySelector('.govuk-pagination__next a')?.getAttribute('href') ?? undefined;
  }
  for (const [name, { same }] of cases) {
    const row = rows.find((one) => one.includes(referenceOf(name, 0)) && one.includes(referenceOf(name, 1)));
    if (same) assert.ok(row, name);
    else if (row) assert.doesNotMatch(row, /Certain/, name);
    if (row?.includes('Certain')) certain.push(name);
  }
  const firstCertain = rows.findIndex((row) => row.includes('Certain'));
  assert.ok(
    certain.length > 0 && rows.slice(firstCertain).every((row) => row.includes('Certain')),
    'the surest come last',
  );
});
