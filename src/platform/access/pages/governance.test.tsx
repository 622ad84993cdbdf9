import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { arrangeChildren, type TestChildren } from '../../../people/testing/children.ts';
import { testHouse } from '../../../testing/open.ts';
import type { Visitor } from '../../testing/visitor.ts';

const partnership = await testHouse();
let children: TestChildren;
let seun: Visitor;
before(async () => {
  children = await arrangeChildren(partnership);
  seun = await partnership.signedIn('seun');
});
const text = (page: Document, selector = 'main') => page.querySelector(selector)?.textContent ?? '';
const status = async (key: string, path: string) => (await (await partnership.signedIn(key)).get(path)).status;

test('governance restricts a record by its reference, names others, and lifts it; the wall moves each time', async () => {
  const { mine } = children;
  const path = `/children/${mine.reference}`;
  assert.equal(await status('bartosz', path), 200);
  const unknown = await seun.submit('/access/restrictions/new', {
    reference: 'C-2222222',
    reason: 'Family of staff',
    contact: '',
  });
  assert.equal(unknown.status, 422);
  assert.match(text(unknown.page, '#contact-error'), /Select whom to ring/);

  const contact = partnership.workerId('elaine');
  const typed = { reference: ` ${mine.reference.toLowerCase()} `, reason: 'Family of a member of staff', contact };
  const { goesTo = '' } = await seun.submit('/access/restrictions/new', typed);
  assert.match(goesTo, /^\/access\/restrictions\//);
  assert.deepEqual([await status('bartosz', path), await status('elaine', path)], [404, 200]);
  const twice = await seun.submit('/access/restrictions/new', typed);
  assert.match(text(twice.page, '#reference-error'), /restricted already/);

  await seun.submit(goesTo, { worker: partnership.workerId('bartosz') });
  assert.equal(await status('bartosz', path), 200);
  assert.match(text((await seun.get(goesTo)).page, 'dl'), /Bartosz Zieliński-Reed, Elaine Thackray/);
  assert.equal((await seun.submit(goesTo, { worker: partnership.workerId('seun') })).status, 422);

  await seun.submit(`${goesTo}/lift`, { reason: 'The colleague has left' });
  assert.equal((await seun.get(goesTo)).status, 404);
  assert.equal(await status('elaine', path), 200);
});

test('governance excludes a worker from a record and lifts it', async () => {
  const { twin } = children;
  const path = `/children/${twin.reference}`;
  const typed = { reference: twin.reference, worker: partnership.workerId('farrah'), reason: 'A cousin of the family' };
  assert.equal((await seun.submit('/access/exclusions/new', typed)).goesTo, '/access/exclusions');
  assert.deepEqual([await status('farrah', path), await status('elaine', path)], [404, 200]);
  const again = await seun.submit('/access/exclusions/new', typed);
  assert.match(text(again.page, '#worker-error'), /excluded from it already/);

  const { page } = await seun.get('/access/exclusions');
  const row = [...page.querySelectorAll('tbody tr')].find((one) => one.textContent?.includes('Farrah Nazeer'));
  const lift = row?.querySelector('a')?.getAttribute('href') ?? '';
  await seun.submit(lift, { reason: 'They are not related after all' });
  assert.equal(await status('farrah', path), 200);
});

test('governance sees references and never who a child is', async () => {
  for (const path of ['/access/restrictions', '/access/exclusions', '/break-glass/reviews']) {
    const { html } = await seun.get(path);
    assert.doesNotMatch(html, /Tarn/, path);
  }
  assert.equal((await seun.get(`/children/${children.other.reference}`)).status, 403);
});

test('an opening in an emergency waits on the first page until another has reviewed it', async () => {
  assert.match(text((await seun.get('/')).page), /Nothing waits for you today/);
  const dev = await partnership.signedIn('dev');
  const reason = 'Brought to the station by police.';
  await dev.submit('/break-glass', { reference: children.other.reference, reason });
  assert.match(text((await seun.get('/')).page, '.waiting'), /1 opening in an emergency to review/);
  const { page } = await seun.get('/break-glass/reviews');
  assert.match(text(page, 'tbody'), /Dev Rathore.*Brought to the station by police/s);
  const path = page.querySelector('tbody a')?.getAttribute('href') ?? '';
  const bare = await seun.submit(path, { note: '' });
  assert.match(text(bare.page, '#finding-error'), /Select whether it was justified/);
  assert.equal((await seun.submit(path, { finding: 'justified', note: 'The custody sergeant confirms' })).status, 303);
  assert.match(text((await seun.get('/break-glass/reviews')).page), /Nothing waits for a review/);
  assert.equal((await seun.get(path)).status, 404);
});

test('who looked at a record: each look, each deed and each refusal, and who may not ask', async () => {
  const { past } = children;
  const path = `/children/${past.reference}`;
  await partnership.signedIn('bartosz').then((bartosz) => bartosz.get(path));
  await partnership
    .signedIn('dev')
    .then((dev) =>
      dev
        .submit('/break-glass', { reference: past.reference, reason: 'Brought to the station by police.' })
        .then(() => dev.get(path)),
    );
  const { page } = await seun.get(`/audit/looks?reference=${past.reference.toLowerCase()}`);
  const rows = [...page.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('td')].slice(1, 4).map((cell) => cell.textContent),
  );
  assert.deepEqual(rows, [
    ['Dev Rathore', 'Looked', path],
    ['Dev Rathore', 'Did: broke the glass: opened', '/break-glass'],
    ['Bartosz Zieliński-Reed', 'Refused', path],
  ]);
  assert.doesNotMatch(text(page, 'table'), /Tarn/);
  const byWorker = await seun.get(`/audit/looks?worker=${partnership.workerId('dev')}`);
  assert.match(text(byWorker.page, 'tbody'), new RegExp(`Looked.*${path}.*${past.reference}`, 's'));
  assert.match(text((await seun.get('/audit/looks?reference=C-2222222')).page), /No record has this reference/);
  assert.equal((await seun.get('/audit/looks?worker=nobody&before=x')).status, 200);
  for (const key of ['kit', 'elaine', 'helen', 'ellis']) {
    assert.equal(await status(key, `/audit/looks?reference=${past.reference}`), 403, key);
    assert.equal(await status(key, '/access/restrictions'), 403, key);
    assert.equal(await status(key, '/break-glass/reviews'), 403, key);
  }
});
