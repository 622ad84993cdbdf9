import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHouse } from '../../testing/open.ts';

const partnership = await testHouse();

const YEAR = '/reports/child-exploitation?from=2023-01-01&to=2023-12-31';

test('an analyst reads the report of the last calendar year unless another period is asked for', async () => {
  const analyst = await partnership.signedIn('ilinca');
  const { status, html, page } = await analyst.get('/reports/child-exploitation');
  assert.equal(status, 200);
  assert.match(page.querySelector('main')?.textContent ?? '', /1 January 2023 to 31 December 2023/);
  assert.match(html, /must not be published/);
});

test('every picture stands beside a table with the same figures', async () => {
  const { page } = await (await partnership.signedIn('ilinca')).get(YEAR);
  const pictures = [...page.querySelectorAll('.report-picture')];
  assert.ok(pictures.length >= 4);
  for (const picture of pictures) assert.ok(picture.closest('section')?.querySelector('table'));
});

test('a period that is none is said, and the last year is shown instead', async () => {
  const analyst = await partnership.signedIn('ilinca');
  const { status, html } = await analyst.get('/reports/child-exploitation?from=2023-12-31&to=2023-01-01');
  assert.equal(status, 200);
  assert.match(html, /The last day is before the first day\. The last calendar year is shown instead/);
});

test('a figure opens to its definition, unit, period and as-at day; the analyst is shown no records', async () => {
  const analyst = await partnership.signedIn('ilinca');
  const { page } = await analyst.get(
    '/reports/child-exploitation/figures/reviews.on-time?from=2023-01-01&to=2023-12-31',
  );
  const words = page.querySelector('main')?.textContent ?? '';
  for (const said of [
    '84 calendar days',
    'percent',
    '1 January 2023 to 31 December 2023',
    '31 December 2023',
    'Evolve manager',
  ]) {
    assert.ok(words.includes(said), `the page does not say ${said}`);
  }
  const count = await analyst.get(
    '/reports/child-exploitation/figures/assessments.completed?from=2023-01-01&to=2023-12-31',
  );
  assert.equal(count.status, 200);
  assert.doesNotMatch(count.html, /records behind it/);
});

test('whoever may open a figure sees the records that are theirs to see, and otherwise is told there are none', async () => {
  const manager = await partnership.signedIn('nadine');
  const { html } = await manager.get(
    '/reports/child-exploitation/figures/assessments.completed?from=2023-01-01&to=2023-12-31',
  );
  assert.match(html, /None of the children counted here is one whose record you may open/);
});

test('a figure nobody declares does not exist', async () => {
  const analyst = await partnership.signedIn('ilinca');
  assert.equal(
    (await analyst.get('/reports/child-exploitation/figures/no.such?from=2023-01-01&to=2023-12-31')).status,
    404,
  );
});
