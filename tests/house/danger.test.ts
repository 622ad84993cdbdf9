import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cast } from '../../src/platform/testing/needs.ts';
import { arrangeAll } from '../../src/testing/arranged.ts';
import { pages } from '../../src/testing/expected.ts';
import { testHouse } from '../../src/testing/open.ts';

const house = await testHouse();
await arrangeAll(house);

/** One child is in immediate danger, and the other’s records are like theirs. */
const [IN_DANGER, OTHER] = [/Zwillingerown/, /Zwillingercolleagues/];

/** What names children and does not say whom to look at first. */
const ordersNobody: Record<string, string> = {
  '/children': 'a search: the nearest name first, for somebody who knows whom they look for',
  '/referrals/mine': 'what one sent, the latest first: nothing of it waits for its reader',
  '/requests': 'a partner is told what is asked and by when, and not how the MASH judges it',
  '/mash/contact-notices': 'what the contact of a restricted record answers, never who is in what danger',
  '/same-child': 'pairs of records, the likest first',
  '/access/restrictions': 'who is restricted, for information governance: no child’s records are seen there',
  '/access/exclusions': 'who is excluded, for information governance',
  '/break-glass/reviews': 'openings to be reviewed, by day',
  '/audit/looks': 'who looked, by time',
};

test('on every list of the house, for everybody who reads it, a child in danger stands first and it is said in words', async () => {
  const tried = new Set<string>();
  for (const key of new Set([...Object.values(cast), 'colin', 'lucia'])) {
    const reader = await house.signedIn(key);
    for (const path of [...pages.keys()].filter((one) => !one.includes(':'))) {
      const { status, page } = await reader.get(path);
      const main = page.querySelector('main');
      const said = main?.textContent ?? '';
      const [first, other] = [said.search(IN_DANGER), said.search(OTHER)];
      if (status !== 200 || first < 0 || other < 0 || path in ordersNobody) continue;
      tried.add(path);
      assert.ok(first < other, `${path} for ${key}: another child stands above the one in danger`);
      const line = [...(main?.querySelectorAll('tr, li, section') ?? [])].findLast((one) =>
        IN_DANGER.test(one.textContent ?? ''),
      );
      assert.match(
        line?.textContent ?? '',
        /Immediate danger/i,
        `${path} for ${key} does not say that there is danger`,
      );
      assert.match(said, /First: \d/, `${path} for ${key} does not count danger apart`);
    }
  }
  const lists = ['/mash', '/referrals/allocated', '/cases', '/cases/to-open', '/progress', '/closures'];
  for (const list of [...lists, '/assessments/waiting', '/children/allocated'])
    assert.ok(tried.has(list), `${list} showed nobody both that child and another: nothing was tried there`);
});

test('on the first page of whoever it waits for, danger stands above all else', async () => {
  for (const key of ['asha', 'gwen', 'bartosz', 'elaine']) {
    const { page } = await (await house.signedIn(key)).get('/');
    assert.match(page.querySelector('.waiting__line')?.textContent ?? '', /in immediate danger or missing now/, key);
  }
});
