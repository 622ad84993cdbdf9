import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainDate } from '../../platform/kernel/index.ts';
import { exclude, restrictTo } from '../../platform/testing/closed.ts';
import { testHouse } from '../../testing/open.ts';
import { arrangeCases } from '../testing/arrange.ts';

const day = plainDate;
const partnership = await testHouse();

const names = (html: Document) => [...html.querySelectorAll('main tbody th a')].map((a) => a.textContent);

test('an empty caseload explains itself', async () => {
  const dev = await partnership.signedIn('dev');
  assert.match((await dev.get('/cases')).html, /No open case is allocated to you/);
  assert.match((await dev.get('/cases?whose=team')).html, /Your team has no open case/);
  assert.match((await dev.get('/progress')).html, /nothing to go through/);
});

test('the caseload: the most late first, with level, type and trend in words, and nothing one may not see', async () => {
  const review = (on: string) => [{ level: 'MEDIUM' as const, on: day(on) }];
  const [, , , , hidden, barred] = await arrangeCases(partnership, [
    { name: 'In time', to: 'dev', levels: review('2024-01-10') },
    { name: 'Late', to: 'dev', openedOn: day('2023-06-01'), levels: review('2023-10-20') },
    { name: 'Most late', to: 'dev', openedOn: day('2023-06-01'), levels: review('2023-07-20') },
    {
      name: 'Rising',
      to: 'lucia',
      levels: [
        { level: 'LOW', on: day('2023-09-12') },
        { level: 'HIGH', on: day('2023-12-01') },
      ],
    },
    { name: 'Hidden', to: 'dev' },
    { name: 'Barred', to: 'lucia' },
  ]);
  assert.ok(hidden && barred);
  await restrictTo(partnership, hidden.childId, 'nadine');
  await exclude(partnership, barred.childId, 'dev');
  const dev = await partnership.signedIn('dev');
  const mine = await dev.get('/cases');
  assert.deepEqual(names(mine.page), ['Most late Marsh', 'Late Marsh', 'In time Marsh']);
  assert.match(mine.html, /Open cases allocated to you: 3/);
  assert.match(mine.html, /Formal review: 110 days late/);
  const team = await dev.get('/cases?whose=team');
  assert.match(team.html, /Every open case of your team that you may see: 4/);
  assert.match(
    team.html,
    /High<\/strong> <span class="case-type">Child criminal exploitation \(CCE\)<\/span> <span class="case-trend">Risk has risen/,
  );
  assert.doesNotMatch(team.html, /Hidden|Barred|By worker/);
});

test('a manager sees the team by worker, with counts, and chooses among them', async () => {
  const nadine = await partnership.signedIn('nadine');
  const all = await nadine.get('/cases');
  assert.match(all.html, /Every open case of your team that you may see: 6/);
  assert.match(all.html, /By worker/);
  assert.deepEqual(names((await nadine.get('/cases?whose=team&holder=lucia&level=HIGH')).page).slice(-1), [
    'Rising Marsh',
  ]);
  const late = await nadine.get('/cases?whose=team&holder=dev&late=yes&level=MEDIUM');
  assert.deepEqual(names(late.page).slice(-3), ['Most late Marsh', 'Late Marsh', 'In time Marsh']);
  assert.match((await nadine.get('/cases?whose=team&level=LOW')).html, /No case is as you chose/);
});

test('the first page counts what is late of one’s own', async () => {
  const dev = await partnership.signedIn('dev');
  const { html } = await dev.get('/');
  assert.match(html, /<strong class="waiting__count">2<\/strong> first assessments and formal reviews due/);
  assert.match(html, /2 late/);
  const nadine = await partnership.signedIn('nadine');
  assert.match((await nadine.get('/')).html, /2<\/strong> formal reviews of your team more than two weeks late/);
});

test('a long list goes on from a key, and shows every case once', async () => {
  await arrangeCases(
    partnership,
    Array.from({ length: 30 }, (_, place) => ({ name: `Child ${place}`, to: 'meilin' })),
  );
  const meilin = await partnership.signedIn('meilin');
  const first = await meilin.get('/cases');
  const next = first.page.querySelector('.govuk-pagination__next a')?.getAttribute('href') ?? '';
  const second = await meilin.get(next);
  assert.equal(names(first.page).length, 25);
  assert.equal(new Set([...names(first.page), ...names(second.page)]).size, 30);
  assert.equal(second.page.querySelector('.govuk-pagination__next'), null);
});

test('every child shown is named in the audit of the look', async () => {
  const dev = await partnership.signedIn('dev');
  await dev.get('/cases');
  const last = await partnership.house.as('auditor', {}, (tx) =>
    tx
      .selectFrom('audit_entry')
      .selectAll()
      .where('act', '=', '/cases')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow(),
  );
  assert.equal(last.kind, 'look');
  assert.equal(last.children.length, 3);
});

test('a case one may not see answers as one that does not exist, on every page of it', async () => {
  const [own, other] = await arrangeCases(partnership, [
    { name: 'Shown', to: 'dev' },
    { name: 'Walled', to: 'dev' },
  ]);
  assert.ok(own && other);
  await restrictTo(partnership, other.childId, 'nadine');
  const dev = await partnership.signedIn('dev');
  for (const page of [
    '',
    '/direct-work',
    '/contribution',
    '/engagement',
    '/plan',
    '/plan/copy',
    '/actions',
    '/progress',
    '/feedback',
    '/close',
  ]) {
    assert.equal((await dev.get(`/cases/${other.reference}${page}`)).status, 404, page);
    assert.equal((await dev.get(`/cases/E-2222222${page}`)).status, 404, page);
  }
});

/** Each role beside each page: 200 where it opens, 403 where the role never opens it, 404 where this case is not theirs. */
const pages = [
  '/cases',
  '/progress',
  '/cases/to-open',
  '/closures',
  '/cases/REF',
  '/cases/REF/plan',
  '/cases/REF/allocate',
  '/cases/REF/close',
  '/closures/REF',
];
const opens: Record<string, number[]> = {
  dev: [200, 200, 403, 403, 200, 200, 403, 200, 403],
  karim: [200, 200, 403, 403, 200, 200, 403, 200, 403],
  nadine: [200, 200, 200, 200, 200, 200, 200, 200, 200],
  helen: [200, 200, 403, 403, 200, 403, 403, 403, 403],
  bartosz: [403, 403, 403, 403, 404, 403, 403, 403, 403],
  elaine: [403, 403, 403, 403, 404, 403, 403, 403, 403],
  gwen: [403, 403, 403, 403, 404, 403, 403, 403, 403],
  yusuf: [403, 403, 403, 403, 404, 403, 403, 403, 403],
  ...Object.fromEntries(
    ['ben', 'callum', 'jerome', 'anwen', 'ilinca', 'seun', 'bridget', 'ellis', 'kit'].map((key) => [
      key,
      Array(9).fill(403),
    ]),
  ),
};
test('who opens which page of Evolve', async () => {
  const [one] = await arrangeCases(partnership, [{ name: 'Matrix', to: 'dev' }]);
  assert.ok(one);
  for (const [key, expected] of Object.entries(opens)) {
    const visitor = await partnership.signedIn(key);
    const found: number[] = [];
    for (const page of pages) found.push((await visitor.get(page.replace('REF', one.reference))).status);
    assert.deepEqual(found, expected, key);
  }
});
