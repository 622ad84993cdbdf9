import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { render } from 'preact-render-to-string';
import type { Tx } from '../db/index.ts';
import type { Posted } from './form.tsx';
import { nobody, type Page, page } from './page.tsx';
import { longText, radios } from './questions.tsx';
import type { World } from './world.ts';

const world = { today: '2024-01-30', may: () => true } as unknown as World;
const nothingTyped: Posted = { errors: {}, once: '', csrf: '' };
const tx = {} as Tx;

async function opened(shown: Page, address = '') {
  const found = await shown.open(tx, {}, world, new URLSearchParams(address));
  assert.ok(found);
  return found;
}

async function lookAt(shown: Page, posted = nothingTyped): Promise<Document> {
  return parseHTML(`<main>${render((await opened(shown)).view(posted))}</main>`).document;
}

const words = (document: Document, which: string) => document.querySelector(which)?.textContent;
const inOrder = (document: Document) =>
  [...(document.querySelector('main')?.children ?? [])].map(({ tagName }) => tagName);

const looks = {
  path: '/x',
  may: 'home',
  about: nobody,
  load: async (_: Tx, __: unknown, ___: World, query: URLSearchParams) => ({ name: 'Mina', day: query.get('day') }),
};

test('a page’s name is its heading and its title', async () => {
  const shown = page({ ...looks, says: ({ name }) => `Case of ${name}`, view: () => <p>Below</p> });
  const document = await lookAt(shown);
  assert.equal((await opened(shown)).title, 'Case of Mina');
  assert.equal(words(document, 'h1.govuk-heading-l'), 'Case of Mina');
  assert.deepEqual(inOrder(document), ['H1', 'P']);
});

test('the way back stands above the heading, and whom the page is about within it', async () => {
  const document = await lookAt(
    page({
      ...looks,
      says: 'Record direct work: E-1',
      back: ({ name }) => ({ to: `/cases/${name}`, says: 'Back to the case' }),
      caption: ({ name }) => name,
      heading: 'Record direct work',
      view: () => <p>Below</p>,
    }),
  );
  assert.deepEqual(inOrder(document), ['A', 'H1', 'P']);
  assert.equal(document.querySelector('a')?.getAttribute('href'), '/cases/Mina');
  assert.equal(words(document, 'h1 .govuk-caption-l'), 'Mina');
  assert.equal(words(document, 'h1'), 'MinaRecord direct work');
});

test('the one question of a form is the heading of its page', async () => {
  const shown = page({
    ...looks,
    says: 'Whether the case closes',
    heading: { question: 'decision' },
    asks: {
      decision: radios({ ask: 'Does the case close?', options: { yes: 'Yes', no: 'No' }, missing: 'Choose' }),
      why: longText({ ask: 'Why?' }),
    },
    submit: async () => ({ goTo: '/', did: 'x' }),
    view: (_, form) => form.show({ button: 'Save' }),
  });
  const document = await lookAt(shown, { ...nothingTyped, errors: { decision: 'Choose' } });
  assert.equal(document.querySelectorAll('h1').length, 1);
  assert.equal(words(document, '.govuk-fieldset__legend--l h1'), 'Does the case close?');
  assert.equal(words(document, '.govuk-label--s'), 'Why?');
});

test('what stands in place of a view keeps its heading and the way back, or has another and none', async () => {
  const shown = (heading: { heading?: string }) =>
    page({
      ...looks,
      says: 'Check your referral',
      back: { to: '/back' },
      heading: { question: 'why' },
      asks: { why: longText({ ask: 'Why?' }) },
      instead: () => ({ ...heading, shows: <p>It is closed</p> }),
      view: (_, form) => form.show({ button: 'Send' }),
    });
  const kept = await lookAt(shown({}));
  assert.deepEqual(inOrder(kept), ['A', 'H1', 'P']);
  assert.equal(words(kept, 'h1'), 'Check your referral');
  assert.equal(words(kept, 'a'), 'Back');
  const other = await lookAt(shown({ heading: 'Closed to writing' }));
  assert.deepEqual(inOrder(other), ['H1', 'P']);
  assert.equal(words(other, 'h1'), 'Closed to writing');
});

test('an answer that is only told stands under its own heading', async () => {
  const shown = page({
    ...looks,
    says: 'Check the figures',
    submit: async () => ({ heading: 'Nothing found', tells: () => <p>Told</p> }),
    view: () => <p>Below</p>,
  });
  const told = await (await opened(shown)).take({ ...nothingTyped, raw: {} });
  assert.ok('tells' in told);
  assert.match(render(told.tells), /<h1[^>]*>Nothing found<\/h1><p>Told/);
});

test('what is wrong with an address is kept beside what it asked for', async () => {
  const shown = page({
    ...looks,
    says: 'Find',
    wrong: ({ day }) => (day === '31 February' ? { day: 'There is no such day' } : {}),
    view: () => <p>Below</p>,
  });
  assert.deepEqual((await opened(shown, 'day=31 February')).wrong, { day: 'There is no such day' });
  assert.deepEqual((await opened(shown, 'day=1 February')).wrong, {});
});
