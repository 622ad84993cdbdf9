import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHouse } from '../../testing/open.ts';

const partnership = await testHouse();

const PAGE = '/check-figures';
const paper = 'Walden Scrutiny Panel\r\n\r\nOf the 120 referrals, 64 were about boys & 58 were about girls <b>.';

for (const [who, key] of Object.entries({ 'a performance analyst': 'ilinca', 'a governance advisor': 'bridget' }))
  test(`${who} pastes a paper and sees each slip beside its line, and what to do next`, async () => {
    const visitor = await partnership.signedIn(key);
    const { status, html, page } = await visitor.submit(PAGE, { paper });
    assert.equal(status, 200);
    assert.equal(page.querySelector('h1')?.textContent, '1 thing to look at');
    const [found] = [...page.querySelectorAll('.figure-findings__one')].map((one) => one.textContent ?? '');
    assert.match(found ?? '', /Line 3.*Of the 120 referrals.*64 \+ 58 = 122, not 120: 2 too many/);
    assert.match(page.querySelector('main')?.textContent ?? '', /Next: look each one up/);
    assert.equal(page.querySelector('textarea')?.textContent?.includes('64 were about boys'), true);
    assert.doesNotMatch(html, /girls <b>/);
  });

test('a paper that adds up is told so, with what holds', async () => {
  const visitor = await partnership.signedIn('ilinca');
  const { status, page } = await visitor.submit(PAGE, { paper: '12 boys and 15 girls attended, 27 in total.' });
  assert.equal(status, 200);
  const words = page.querySelector('main')?.textContent ?? '';
  assert.match(words, /Nothing found that does not add up/);
  assert.match(words, /27 = 12 \+ 15/);
});

test('an empty form is asked again beside its question', async () => {
  const visitor = await partnership.signedIn('ilinca');
  const { status, html } = await visitor.submit(PAGE, { paper: '   ' });
  assert.equal(status, 422);
  assert.match(html, /Paste the text of a paper/);
});

test('the writing of a web page is not checked as if it were a paper', async () => {
  const visitor = await partnership.signedIn('ilinca');
  const { status, html } = await visitor.submit(PAGE, { paper: '<table><tr><td>Total</td><td>28</td></tr></table>' });
  assert.equal(status, 422);
  assert.match(html, /how a web page is written, not what it says/);
});

test('of what was pasted nothing is kept: the audit holds the look, and no word of it', async () => {
  const visitor = await partnership.signedIn('bridget');
  await visitor.submit(PAGE, { paper: 'Of the 12 quokkas, 7 were boys and 6 were girls.' });
  const entries = await partnership.house.as('auditor', {}, (tx) => tx.selectFrom('audit_entry').selectAll().execute());
  assert.ok(entries.some(({ subject, kind }) => subject === PAGE && kind === 'look'));
  assert.ok(
    !JSON.stringify(entries, (_, value) => (typeof value === 'bigint' ? String(value) : value)).includes('quokka'),
  );
});
