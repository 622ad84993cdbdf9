import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takeFile } from '../../../platform/testing/keyboard.ts';
import { testHouse } from '../../../testing/open.ts';
import { CAST } from '../../../trial/story/cast.ts';
import { importComparators } from '../comparators.command.ts';

const planted = await testHouse({ reads: 'partnership' });
const bare = await testHouse();

const SEES = new Set(['performance_analyst', 'head_of_service', 'evolve_manager', 'mash_manager']);
const plainly = (text = '') => text.replaceAll(/[\s\u00a0]+/g, ' ');
async function look(query = '', key = 'ilinca', at = planted) {
  const { status, page } = await (await at.signedIn(key)).get(`/reports/compare${query}`);
  const section = (id: string) => page.getElementById(id);
  const rowOf = (id: string, who: string) =>
    [...(section(id)?.querySelectorAll('tr') ?? [])]
      .map((row) => [...row.querySelectorAll('th, td')].map((cell) => plainly(cell.textContent ?? '').trim()))
      .find(([first]) => first === who);
  return { status, page, section, rowOf, words: plainly(page.querySelector('main')?.textContent ?? '') };
}

test('398 plans a year ago, 309 today: the change is worked out, in count and in rate', async () => {
  const { words } = await look('?topic=plans');
  assert.match(words, /398 → 309: −89 \(−22\.4 %\)/);
  assert.match(words, /as at 30 January 2024, 54\.0 per 10,000 \(309 of 57,205\)/);
});

test('neglect is lower than England as a share and higher as a rate, and the target says so of each', async () => {
  const { words, rowOf } = await look('?topic=neglect-plans');
  assert.deepEqual(rowOf('protection.neglect-share', 'England')?.slice(0, 3), ['England', '49.0 %', 'lower: better']);
  assert.deepEqual(rowOf('protection.neglect-rate', 'England')?.slice(0, 3), ['England', '20.9', 'higher: worse']);
  assert.match(words, /Better than England \(lower\)met/);
  assert.match(words, /Better than England \(lower\)not met/);
  assert.match(words, /cannot be saidthe neighbours’ mean is not held/);
  assert.match(words, /low share and a high rate at once/);
});

test('on 31 October 2023 our records give what was published of that day: 151, and two in five', async () => {
  const { rowOf } = await look('?topic=neglect-plans&as-at=2023-10-31');
  assert.equal(rowOf('protection.neglect', 'Rotherham, our records')?.[1], '151');
  assert.equal(rowOf('protection.neglect', 'Rotherham, as published')?.[1], '151');
  assert.equal(rowOf('protection.neglect-share', 'Rotherham, our records')?.[1], '40.1 %');
  assert.equal(rowOf('protection.neglect-rate', 'Rotherham, our records')?.[1], '26.4');
});

test('the mean of either list of neighbours is worked out, and each neighbour stands by itself', async () => {
  const both = await look('?topic=plans&list=2021&list=2025');
  const rate = 'protection.plans-rate';
  assert.equal(both.rowOf(rate, 'Mean of the 2021 neighbours')?.[1], '59.2');
  assert.equal(both.rowOf(rate, 'Mean of the 2025 neighbours')?.[1], '57.1');
  assert.deepEqual(both.rowOf(rate, 'England')?.slice(1, 3), ['42.7', 'higher']);
  for (const area of ['Wigan', 'Sunderland', 'Doncaster']) assert.ok(both.rowOf(rate, area), area);
  assert.match(both.words, /unweighted mean of 10 of the 10 areas/);
  const inForce = await look('?topic=plans');
  assert.ok(inForce.rowOf(rate, 'Wigan'));
  assert.equal(inForce.rowOf(rate, 'Sunderland'), undefined, 'the list of 2025 was not in force in January 2024');
});

test('live beside validated is told in one sentence', async () => {
  const { section } = await look('?topic=plans');
  const [said, ...others] = [...(section('protection.plans-rate')?.querySelectorAll('.govuk-inset-text') ?? [])];
  assert.match(
    plainly(said?.textContent ?? ''),
    /our records: live, as at 30 January 2024; England and 1\d others: validated/,
  );
  assert.deepEqual(others, []);
});

test('count, rate and share have a table and pictures each, and no picture holds a country beside a council in counts', async () => {
  const { page } = await look('?topic=plans');
  const sections = [...page.querySelectorAll('.report-section')];
  assert.equal(sections.length, 3);
  for (const section of sections) {
    assert.ok(section.querySelector('table'));
    for (const svg of section.querySelectorAll('svg')) {
      assert.match(svg.getAttribute('role') ?? '', /img/);
      const isCount = section.id === 'protection.plans';
      assert.equal(/England/.test(svg.getAttribute('aria-label') ?? ''), !isCount);
    }
  }
});

test('years stand side by side with their change; a sign is printed as it came, with its meaning, and counts for nothing', async () => {
  const plans = await look('?topic=plans');
  assert.deepEqual(plans.rowOf('protection.plans', 'Rotherham, our records'), [
    ...['Rotherham, our records', '309', 'as at 30 January 2024 (live)'],
  ]);
  const years = [...plans.page.querySelectorAll('#protection\\.plans table')].at(-1);
  assert.match(plainly(years?.textContent ?? ''), /448431475395−53 \(−11\.8 %\)/);
  const cce = await look('?topic=criminal-exploitation');
  const table = [...cce.page.querySelectorAll('#factors\\.cce table')].at(-1);
  assert.match(plainly(table?.textContent ?? ''), /Rotherham, as publishedxx162170\+8 \(\+4\.9 %\)/);
  assert.match(cce.words, /x not available: not collected, or not public\. It is never counted with/);
});

test('two years of ours that overlap are said to', async () => {
  const overlap = /The two years overlap/;
  assert.match((await look('?topic=referrals&as-at=2023-12-31&before=2023-06-30')).words, overlap);
  assert.doesNotMatch((await look('?topic=referrals&as-at=2023-12-31&before=2022-12-31')).words, overlap);
});

test('where nothing of ours was published no picture is called ours', async () => {
  const header = 'measure,area_code,area,from,as_at,value,unit,basis,source,source_date';
  const rows = ['2022', '2023'].map(
    (year) => `looked-after.children,E92000001,England,,31/03/${year},83000,count,validated,a release,26/10/2023`,
  );
  await takeFile(bare.house, importComparators, [header, ...rows].join('\n'));
  const { section } = await look('?topic=looked-after', 'ilinca', bare);
  const shown = section('looked-after.children');
  assert.match(plainly(shown?.textContent ?? ''), /By year, validated figures.*83,000/);
  assert.equal(shown?.querySelectorAll('svg, figcaption').length, 0);
});

test('figures of days after the trial’s are shown when asked for, and said to be so', async () => {
  const { rowOf, words } = await look('?topic=plans&up-to=2025-03-31&list=2025');
  assert.equal(rowOf('protection.plans-rate', 'Rotherham, as published')?.[1], '52.6');
  assert.match(words, /of a day after 30 January 2024/);
  assert.doesNotMatch((await look('?topic=plans')).words, /of a day after/);
});

test('a day to come or none is said, and something sensible is shown instead', async () => {
  const { status, words } = await look('?topic=nothing&list=1999&as-at=2031-01-01&before=soon&up-to=x');
  assert.equal(status, 200);
  assert.match(words, /The day of our records is after 30 January 2024: 30 January 2024 is shown instead/);
  assert.match(words, /The earlier day is not a real day: 30 January 2023 is shown instead/);
});

test('what cannot be used is said beside its question, and stays as it was written', async () => {
  const { page } = await look('?topic=nothing&list=1999&as-at=1023-01-01&before=2031-02-03&up-to=never');
  const beside = (name: string) => plainly(page.getElementById(`${name}-error`)?.textContent ?? '');
  assert.match(beside('as-at'), /The day of our records is before 30 January 2014: 30 January 2024 is shown instead/);
  assert.match(beside('before'), /The earlier day is after 29 January 2024/);
  assert.match(beside('topic'), /There is no such measure: Child protection plans for neglect is shown instead/);
  assert.match(beside('list'), /is not held, and is left out/);
  assert.match(beside('up-to'), /not a real day/);
  assert.equal(page.getElementById('as-at')?.getAttribute('value'), '1023-01-01');
  assert.equal(page.getElementById('before')?.getAttribute('value'), '2031-02-03');
});

test('that no figure of the region is held is said in words, never by its code', async () => {
  const { section } = await look('?topic=neglect-plans');
  const neglect = plainly(section('protection.neglect-share')?.textContent ?? '');
  assert.match(neglect, /No figure is held for: the region, Mean of the 2021 neighbours/);
  const none = await look('?topic=plans&up-to=1990-01-01');
  assert.match(none.words, /No figure is held for: England, Yorkshire and The Humber/);
  assert.doesNotMatch(none.words, /E12000003/);
});

test('who refers to us is read beside who refers elsewhere: another thing, of other months, and both are said', async () => {
  const { section, rowOf } = await look('?topic=referrals&as-at=2023-12-31');
  const id = 'social-care.from-schools';
  const [ours, published] = [rowOf(id, 'Rotherham, our records'), rowOf(id, 'Rotherham, as published')];
  assert.match(ours?.[1] ?? '', /^\d\d\.\d %$/);
  assert.equal(published?.[1], '14.0 %');
  assert.deepEqual(rowOf(id, 'England')?.slice(1, 3), ['20.1 %', 'lower'], 'published beside published');
  const said = plainly(section(id)?.textContent ?? '');
  assert.match(said, /all referrals to children’s social care/);
  assert.match(said, /One is of the calendar year and the other of the financial year: not the same months/);
});

test('where nothing has been taken in the page says what to do', async () => {
  const { status, words } = await look('?topic=in-need', 'ilinca', bare);
  assert.equal(status, 200);
  assert.match(words, /No list of statistical neighbours is held.*import neighbours FILE\.csv/);
  assert.match(words, /No figure is held.*import comparators FILE\.csv/);
});

test('a revised figure is read from the moment it is taken in', async () => {
  const header = 'measure,area_code,area,from,as_at,value,unit,basis,source,source_date';
  const row = 'in-need.rate,E92000001,England,,31/03/2023,342.7,rate,validated,a <b>revision</b>,26/10/2023';
  await takeFile(bare.house, importComparators, [header, row].join('\n'));
  const { rowOf, page } = await look('?topic=in-need', 'ilinca', bare);
  assert.equal(rowOf('in-need.rate', 'England')?.[1], '342.7');
  assert.equal(page.querySelector('li b'), null, 'what a file says stands as words');
});

test('those who may see figures open it, and nobody else: no member, no scrutiny, no provider', async () => {
  let seen = 0;
  for (const { key, roles } of CAST) {
    const may = roles.some((role) => SEES.has(role));
    assert.equal((await look('', key)).status, may ? 200 : 403, key);
    if (may) seen++;
  }
  assert.ok(seen >= 4);
});
