import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Checkboxes, DateInput, Details, Input, NotificationBanner, Radios, SummaryList, Textarea } from './index.ts';

const page = (node: VNode) => parseHTML(`<html><body>${renderToString(node)}</body></html>`).document;

test('what a person typed is shown as they typed it and never becomes HTML', () => {
  const typed = '"><script>alert(1)</script>';
  const drawn = [
    <Input name="a" label="A" value={typed} hint={typed} error={typed} />,
    <Textarea name="a" label="A" value={`</textarea>${typed}`} />,
    <Radios name="a" legend={typed} items={[{ value: typed, text: typed }]} />,
    <Details summary={typed}>{typed}</Details>,
  ];
  for (const node of drawn) {
    assert.equal(page(node).querySelector('script'), null);
    assert.ok(page(node).body.innerHTML.includes('alert(1)'));
  }
  assert.equal(
    page(<Input name="a" label="A" value={typed} />)
      .querySelector('input')
      ?.getAttribute('value'),
    typed,
  );
});

test('every id follows from the name', () => {
  const date = page(<DateInput name="born" legend="Born" hint="For example, 31 3 2009" error="Enter a date" />);
  const ids = [...date.querySelectorAll('[id]')].map(({ id }) => id);
  assert.deepEqual(ids, ['born-hint', 'born-error', 'born', 'born-day', 'born-month', 'born-year']);
  assert.deepEqual(
    [...date.querySelectorAll('input')].map(({ name }) => name),
    ['born-day', 'born-month', 'born-year'],
  );
  assert.equal(date.querySelector('fieldset')?.getAttribute('aria-describedby'), 'born-hint born-error');
});

test('a date keeps what was typed and marks only the boxes said to be at fault', () => {
  const parts = ['day', { part: 'month', error: true }, 'year'] as const;
  const date = page(
    <DateInput name="born" legend="Born" error="Enter a month" value={{ day: 31, month: 'x' }} parts={parts} />,
  );
  const boxes = [...date.querySelectorAll('input')];
  assert.deepEqual(
    boxes.map((box) => box.getAttribute('value')),
    ['31', 'x', null],
  );
  assert.deepEqual(
    boxes.map((box) => box.className.includes('govuk-input--error')),
    [false, true, false],
  );
});

test('an entry left out in place keeps the others numbered as they stood', () => {
  const boxes = page(
    <Checkboxes name="who" items={[{ value: 1, text: 'One' }, false, { value: 3, text: 'Three' }]} values={['3']} />,
  );
  const inputs = [...boxes.querySelectorAll('input')];
  assert.deepEqual(
    inputs.map(({ id }) => id),
    ['who', 'who-3'],
  );
  assert.deepEqual(
    inputs.map((input) => input.hasAttribute('checked')),
    [false, true],
  );
});

test('words with a value among them are still only words to a banner', () => {
  const banner = page(<NotificationBanner type="success">Referral {'R-1'} sent</NotificationBanner>);
  assert.equal(banner.querySelector('p.govuk-notification-banner__heading')?.textContent, 'Referral R-1 sent');
});

test('a row whose actions are all withheld lines up with the rows that have some', () => {
  const actions = [{ text: 'Change', href: '/change', visuallyHiddenText: 'name' }];
  const list = page(
    <SummaryList
      rows={[
        { key: 'Name', value: 'Sam', actions },
        { key: 'Born', value: '2009', actions: [] },
      ]}
    />,
  );
  const [name, born] = [...list.querySelectorAll('.govuk-summary-list__row')];
  assert.equal(name?.classList.contains('govuk-summary-list__row--no-actions'), false);
  assert.equal(born?.classList.contains('govuk-summary-list__row--no-actions'), true);
});
