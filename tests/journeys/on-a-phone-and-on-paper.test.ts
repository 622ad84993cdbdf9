import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Role } from '../../src/platform/module.ts';
import { type Journey, type Person, setOut } from './people.ts';

let journey: Journey;
before(async () => {
  journey = await setOut();
});
after(() => journey.close());

/** The page each role is for; roles whose work is built later have their first page. */
const mainPages: Record<Role, [who: string, path: string]> = {
  referrer: ['ben', '/referrals/mine'],
  mash_screener: ['asha', '/mash'],
  mash_manager: ['gwen', '/mash?list=decided'],
  edt: ['yusuf', '/edt'],
  partner: ['ruth', '/requests'],
  social_worker: ['farrah', '/referrals/allocated'],
  social_work_manager: ['elaine', '/'],
  evolve_practitioner: ['dev', '/cases'],
  evolve_manager: ['nadine', '/assessments/waiting'],
  head_of_service: ['helen', '/progress'],
  missing_advocate: ['jerome', '/children'],
  police_intelligence: ['anwen', '/referrals/new'],
  performance_analyst: ['ilinca', '/reports/child-exploitation'],
  information_governance: ['seun', '/access/restrictions'],
  governance_advisor: ['bridget', '/'],
  councillor: ['ellis', '/'],
  system_administrator: ['kit', '/'],
};

test('at 320 px the first page of every role, and the page it is for, are in order', async () => {
  for (const [who, path] of Object.values(mainPages)) {
    const person = await journey.meet(who, { width: 320 });
    await person.seesAllOfIt();
    if (path !== '/') await person.goesTo(path);
    await person.findsThePageInOrder();
    await person.leaves();
  }
});

test('by keyboard alone: skip to the queue, open a referral, rate it', async () => {
  const asha = await journey.meet('asha');
  await asha.goesTo('/mash');
  await asha.tabsTo('Skip to main content');
  await asha.page.keyboard.press('Enter');
  await asha.tabsTo(/^Waiting for the MASH/);
  await asha.tabsTo(/, R-/);
  await asha.page.keyboard.press('Enter');
  await asha.page.waitForURL(/R-/);
  await asha.tabsTo('Rate it');
  await asha.page.keyboard.press('Enter');
  await asha.page.waitForURL(/screen/);
  await asha.tabsTo(/^RED/);
  await asha.page.keyboard.press('ArrowDown');
  await asha.tabsTo('Save');
  await asha.page.keyboard.press('Enter');
  await asha.page.waitForURL((url) => !url.pathname.endsWith('screen'));
  await asha.sees('Rated AMBER');
});

test('by keyboard alone: record direct work', async () => {
  const dev = await journey.meet('dev');
  await dev.goesTo('/cases');
  await dev.opensTheRow('Medium');
  await dev.tabsTo('Record direct work');
  await dev.page.keyboard.press('Enter');
  await dev.page.waitForURL(/direct-work/);
  for (const [label, words] of Object.entries({ Day: '30', Month: '1', Year: '2024' })) {
    await dev.tabsTo(label);
    await dev.page.keyboard.type(words);
  }
  await dev.tabsTo('Session');
  await dev.page.keyboard.press('Space');
  await dev.page.keyboard.press('Tab');
  await dev.page.keyboard.type('The way home');
  await dev.page.keyboard.press('Tab');
  await dev.page.keyboard.type('We drew it on a map.');
  await dev.tabsTo('Record it');
  await dev.page.keyboard.press('Enter');
  await dev.page.waitForURL((url) => !url.pathname.endsWith('direct-work'));
  await dev.sees('Direct work is recorded.', 'The way home');
});

test('by keyboard alone: authorise an assessment', async () => {
  const nadine = await journey.meet('nadine');
  await nadine.goesTo('/assessments/waiting');
  await nadine.tabsTo(/^A-/);
  await nadine.page.keyboard.press('Enter');
  await nadine.page.waitForURL(/authorise/);
  for (const _type of ['cce', 'cse']) {
    await nadine.tabsTo('High');
    await nadine.page.keyboard.press('Space');
  }
  await nadine.tabsTo('Your reason');
  await nadine.page.keyboard.type('Both are worse than the words say.');
  await nadine.tabsTo('Authorise');
  await nadine.page.keyboard.press('Enter');
  await nadine.page.waitForURL((url) => !url.pathname.endsWith('authorise'));
  await nadine.sees(/Authorised: \w+ is the level of record/);
});

test('on paper there is no navigation and no button, and every table is whole', async () => {
  const printed = { nadine: ['/reports/child-exploitation', '/cases', '/progress'], asha: ['/mash'] };
  for (const [who, paths] of Object.entries(printed)) {
    const person = await journey.meet(who, { width: A4 });
    await person.page.emulateMedia({ media: 'print' });
    for (const path of paths) {
      await person.goesTo(path);
      await onPaper(person);
    }
  }
  const dev = await journey.meet('dev', { width: A4 });
  await dev.goesTo('/cases');
  await dev.opensTheRow('Medium');
  await dev.page.emulateMedia({ media: 'print' });
  await onPaper(dev);
  await dev.goesTo(`${dev.path}/plan/copy`);
  await onPaper(dev);
});

/** What A4 holds between margins of a centimetre, in CSS pixels. */
const A4 = 718;

async function onPaper(person: Person): Promise<void> {
  const { page } = person;
  await person.seesAllOfIt();
  for (const shown of ['.house-nav', '.house-header__worker', '.house-footer', 'main .govuk-button'])
    assert.equal(
      await page.locator(shown).filter({ visible: true }).count(),
      0,
      `${shown} is printed on ${person.path}`,
    );
  const cut = await page.evaluate(
    () =>
      [...document.querySelectorAll('.wide')].filter(
        (region) => region.scrollWidth > region.clientWidth && getComputedStyle(region).overflowX !== 'visible',
      ).length,
  );
  assert.equal(cut, 0, `${cut} tables are cut off on ${person.path}`);
}
