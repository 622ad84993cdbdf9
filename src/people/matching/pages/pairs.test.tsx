import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { plainDate } from '../../../platform/kernel/index.ts';
import { type Answer, tokenIn, type Visitor } from '../../../platform/testing/visitor.ts';
import { testHouse } from '../../../testing/open.ts';
import { recordAliases, recordChildren } from '../../recording.db.ts';
import { at, byConsole } from '../../testing/children.ts';
import { rememberLikely } from '../likely.db.ts';

const partnership = await testHouse();
let gwen: Visitor;
before(async () => {
  gwen = await partnership.signedIn('gwen');
});

const text = ({ page }: Answer) => page.querySelector('main')?.textContent?.replaceAll(/\s+/g, ' ') ?? '';
const record = (names: readonly string[], familyName: string) =>
  partnership.arrange(async (tx) => {
    const born = { familyName, sex: 'F', bornOn: plainDate('2011-05-05') } as const;
    const all = await recordChildren(
      tx,
      names.map((givenNames) => ({ givenNames, ...born })),
      byConsole,
    );
    await rememberLikely(
      tx,
      all.map(({ id }) => id),
      at,
    );
    return all;
  });
async function pathOf(words: string): Promise<string> {
  const { page } = await gwen.get('/same-child');
  const row = [...page.querySelectorAll('tbody tr')].find((one) => one.textContent?.includes(words));
  return row?.querySelector('a')?.getAttribute('href') ?? '';
}
const seenOn = async (path: string) =>
  (await gwen.get(path)).page.querySelector('input[name="seen"]')?.getAttribute('value') ?? '';

test('a list of nothing says so, and what a sweep is', async () => {
  const shown = text(await gwen.get('/same-child'));
  assert.match(shown, /Nothing waits\. A sweep compares everybody/);
  assert.match(shown, /There has been no sweep yet/);
});

test('a missing answer comes back beside its question, with the rest kept', async () => {
  await record(['Orla', 'Orlagh'], 'Tansley');
  const path = await pathOf('Orlagh');
  const refused = await gwen.submit(path, { verdict: 'same', seen: await seenOn(path) });
  assert.equal(refused.status, 422);
  assert.match(refused.html, /Enter what tells you/);
  assert.ok(refused.page.querySelector('input[value="same"]')?.hasAttribute('checked'));
  assert.equal(
    (await gwen.submit(path, { verdict: 'same', reason: 'One photograph', seen: await seenOn(path) })).status,
    303,
  );
  assert.match(text(await gwen.get(path)), /Gwen .* said: same person \(One photograph\)/);
  assert.match((await gwen.submit(path, { verdict: 'same', reason: 'Again', seen: 'x' })).html, /undo that first/);
});

test('what was recorded while one was reading is looked at first', async () => {
  const [one] = await record(['Petra', 'Petre'], 'Vickers');
  const path = await pathOf('Petre');
  const shown = await gwen.get(path);
  assert.ok(one);
  const alias = { childId: one.id, givenNames: 'Pet', familyName: 'Vickers', kind: 'known_as' } as const;
  await partnership.arrange((tx) => recordAliases(tx, [alias], byConsole));
  const answers = {
    verdict: 'not_same',
    reason: 'Cousins',
    seen: shown.page.querySelector('input[name="seen"]')?.getAttribute('value') ?? '',
  };
  const tokens = { _csrf: tokenIn(shown, '_csrf'), _once: tokenIn(shown, '_once') };
  assert.match((await gwen.post(path, { ...answers, ...tokens })).html, /More was recorded while you were reading/);
});

test('the list goes on after the last of a page, each pair once, and any other address begins it', async () => {
  await record(
    Array.from({ length: 9 }, (_, n) => `Quilla${'abcdefghi'[n]}`),
    'Uttley',
  );
  const seen: string[] = [];
  let path: string | null = '/same-child';
  while (path) {
    const { page } = await gwen.get(path);
    seen.push(...[...page.querySelectorAll('tbody a')].map((link) => link.getAttribute('href') ?? ''));
    path = page.querySelector('.govuk-pagination__next a')?.getAttribute('href') ?? null;
  }
  assert.ok(seen.length > 25 && new Set(seen).size === seen.length);
  assert.equal((await gwen.get('/same-child?after=nowhere')).status, 200);
});

test('the child’s page says to the MASH that they may be on record twice, and the audit names both', async () => {
  const [one, other] = await record(['Rhoda', 'Roda'], 'Womack');
  assert.ok(one && other);
  await partnership.arrange(async (tx) => {
    for (const childId of [one.id]) {
      const worker = partnership.workerId('gwen');
      await tx
        .insertInto('child_worker')
        .values({ childId, workerId: worker, since: plainDate('2023-01-01'), recordedAt: at })
        .execute();
    }
  });
  const shown = text(await gwen.get(`/children/${one.reference}`));
  assert.match(shown, /Perhaps on record twice/);
  assert.match(shown, /Roda Womack/);
  const looked = await partnership.house.as('auditor', {}, (tx) =>
    tx
      .selectFrom('audit_entry')
      .select('children')
      .where('subject', '=', `/children/${one.reference}`)
      .executeTakeFirstOrThrow(),
  );
  assert.ok(looked.children.includes(one.id) && looked.children.includes(other.id));
});
