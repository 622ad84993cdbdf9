import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Answer, tokenIn } from '../../platform/testing/visitor.ts';
import { testHouse } from '../../testing/open.ts';

const house = await testHouse({ holds: 'partnership' });

const at = '/releases/compose';
const words = ({ page }: Answer) => page.querySelector('main')?.textContent.replaceAll(/\s+/g, ' ') ?? '';
const value = ({ page }: Answer, name: string) => {
  const box = page.querySelector(`[name="${name}"]`);
  return box?.tagName === 'TEXTAREA' ? box.textContent : box?.getAttribute('value');
};
const made = { from: '2023-01-01', to: '2023-12-31', profile: 'public', table: ['', 'closures.reason'] };
async function posts(sent: Record<string, string | string[]>, path = at): Promise<Answer> {
  const ilinca = await house.signedIn('ilinca');
  const shown = await ilinca.get(`${at}?table=`);
  return ilinca.post(path, { ...sent, _csrf: tokenIn(shown, '_csrf'), _once: tokenIn(shown, '_once') });
}

test('what is typed stays when the safe version is shown anew, and what was looked at is on record', async () => {
  const said = { title: 'Closures of 2023', summary: 'In our words.', _keep: 'show' };
  const shown = await posts({ ...made, ...said });
  assert.equal(shown.status, 200);
  assert.equal(value(shown, 'title'), 'Closures of 2023');
  assert.equal(value(shown, 'summary'), 'In our words.');
  assert.match(words(shown), /The safe version/);
  const { detail } = await house.house.as('auditor', {}, (tx) =>
    tx
      .selectFrom('audit_entry')
      .select('detail')
      .where('kind', '=', 'search')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow(),
  );
  assert.match(JSON.stringify(detail), /closures\.reason/);
});

test('a day that is none stays as it was typed, with one sentence beside it, and nothing is counted', async () => {
  const ilinca = await house.signedIn('ilinca');
  const shown = await ilinca.get(`${at}?from=2023-02-31&to=2023-12-31`);
  assert.equal(value(shown, 'from'), '2023-02-31');
  assert.match(shown.page.querySelector('#from-error')?.textContent ?? '', /Enter the first day as a real day/);
  assert.doesNotMatch(words(shown), /The safe version 1|Counted:/);
  const frozen = await posts({ ...made, to: '2023-13-01', title: 'X' });
  assert.equal(frozen.status, 422);
  assert.equal(value(frozen, 'to'), '2023-13-01');
  assert.equal(value(frozen, 'title'), 'X');
});

test('a period that has not begun is refused beside its question; one that still runs says so', async () => {
  const ilinca = await house.signedIn('ilinca');
  const future = await ilinca.get(`${at}?from=2025-01-01&to=2025-12-31`);
  assert.match(future.page.querySelector('#from-error')?.textContent ?? '', /Nothing can be counted yet/);
  const running = await ilinca.get(`${at}?from=2023-06-01&to=2024-12-31&table=closures.reason`);
  assert.match(words(running), /This period is not over: it is counted up to 30 January 2024/);
});

test('a table by quarter of more than a year is refused, in one sentence beside the last day', async () => {
  const ilinca = await house.signedIn('ilinca');
  const shown = await ilinca.get(`${at}?from=2022-01-01&to=2023-12-31&table=assessments.quarter`);
  assert.match(shown.page.querySelector('#to-error')?.textContent ?? '', /no quarter twice/);
});

test('a reader and a table that are unknown are named', async () => {
  const ilinca = await house.signedIn('ilinca');
  const shown = words(await ilinca.get(`${at}?profile=press&table=assessments.shoe`));
  assert.match(shown, /“press” is no kind of reader/);
  assert.match(shown, /“assessments.shoe” cannot be made: choose at least one table/);
  const beside = words(await ilinca.get(`${at}?table=assessments.shoe&table=closures.reason`));
  assert.match(beside, /“assessments.shoe” cannot be made, and is left out/);
});

test('where figures are rounded the page says so', async () => {
  const ilinca = await house.signedIn('ilinca');
  const shown = words(await ilinca.get(`${at}?profile=provider&table=closures.reason`));
  assert.match(shown, /rounded to the nearest 5, so rows may not add up to their total. Unrounded totals are not kept/);
});

test('what is frozen is what was looked at', async () => {
  const shown = '/releases/compose?from=2023-01-01&to=2023-12-31&profile=public&table=closures.quarter';
  const changed = await posts({ ...made, title: 'Closures', shown });
  assert.equal(changed.status, 422);
  assert.match(words(changed), /Look at its safe version, then freeze it/);
});

test('a table is put together in steps: what is counted, by what, of whom', async () => {
  const chosen = await posts({ ...made, count: 'protection-plans', _keep: 'choose' });
  const by = [...chosen.page.querySelectorAll('select[name="by"] option')].map((one) => one.getAttribute('value'));
  assert.ok(by.includes('category') && by.includes('looked_after+send'));
  assert.ok(!by.includes('protection_plan'), 'all of them are on a plan');
  const added = await posts({
    ...made,
    ...{ count: 'assessments', by: 'type', and: '', only: 'looked_after=yes' },
    _keep: 'add',
  });
  assert.match(words(added), /Risk assessments completed \(looked after\), by type of exploitation/);
  const rate = { count: 'protection-plans', by: 'age', and: '', only: '', as: 'rate', _keep: 'add' };
  const byAge = await posts({ ...made, ...rate });
  assert.match(byAge.page.querySelector('#by-error')?.textContent ?? '', /How many of them are of each age, sex or/);
  assert.match(
    words(await posts({ ...made, ...rate, by: 'category' })),
    /protection plan, by category of abuse, per 10,000/,
  );
  const nonsense = await posts({
    ...made,
    ...{ count: 'assessments', by: 'type', and: 'type', only: '' },
    _keep: 'add',
  });
  assert.match(nonsense.page.querySelector('#by-error')?.textContent ?? '', /cannot be told apart by itself/);
});

test('whoever adds a table is told that it was added, or in one sentence why not', async () => {
  const wrong = ({ page }: Answer, name: string) => page.querySelector(`#${name}-error`)?.textContent ?? '';
  assert.match(wrong(await posts({ ...made, count: '', _keep: 'choose' }), 'count'), /Choose what is counted/);
  const closures = { count: 'closures', by: 'quarter', and: '', only: '', as: '', _keep: 'add' };
  const added = await posts({ ...made, ...closures });
  assert.match(added.page.querySelector('[role="status"]')?.textContent ?? '', /Added: Cases closed, by quarter\./);
  assert.match(wrong(await posts({ ...made, ...closures, by: 'reason' }), 'by'), /chosen already/);
  assert.match(
    wrong(await posts({ ...made, ...closures, by: '', as: 'percent' }), 'by'),
    /a table by nothing has none/,
  );
});

test('no table at all is said once, and leads to where tables are chosen', async () => {
  const none = await posts({ ...made, table: '', title: 'Nothing' });
  assert.equal(none.status, 422);
  assert.equal(words(none).split('Choose at least one table').length - 1, 2, 'in the summary and beside its question');
  assert.ok(none.page.querySelector('.govuk-error-summary a[href="#table"]'));
});

test('the annual report stands under its sections, with the analyst’s words, on the page and in what is frozen', async () => {
  const annual = await posts({
    ...{ from: '2023-01-01', to: '2023-12-31', profile: 'public', sections: 'yes', title: 'Annual report' },
    ...{ table: ['', 'closures.reason', 'at-risk.looked_after+send'], performance: 'One line.\r\nAnother line.' },
  });
  assert.equal(annual.status, 303, annual.html);
  const ilinca = await house.signedIn('ilinca');
  const frozen = await ilinca.get(annual.goesTo ?? '');
  const heads = [...frozen.page.querySelectorAll('main h2')].map((head) => head.textContent);
  assert.deepEqual(heads, ['Performance information', 'Awareness raising', 'Safeguarding']);
  const said = [...frozen.page.querySelectorAll('main p')].map((line) => line.textContent);
  assert.ok(said.includes('One line.') && said.includes('Another line.'));
  assert.match(words(frozen), /No record of awareness raising is kept here/);
  const again = await ilinca.get(`${at}?again=${annual.goesTo?.split('/').at(-1)}&table=`);
  assert.equal(value(again, 'title'), 'Annual report');
});

test('numbers that are in no table are named beside the safe version, those said in sections too', async () => {
  const said = { title: 'Closures of 2023', summary: 'Of 73 closed, 412 went well.', performance: 'A further 613.' };
  const shown = words(await posts({ ...made, ...said, sections: 'yes', _keep: 'show' }));
  assert.match(shown, /412 and 613 are in no table: nothing has checked them/);
});

test('a table of percentages of one column is headed by what is printed', async () => {
  const ilinca = await house.signedIn('ilinca');
  const { page } = await ilinca.get(`${at}?table=closures.reason:percent`);
  const heads = [...page.querySelectorAll('main thead th')].map((head) => head.textContent);
  assert.deepEqual(heads, ['Reason for closing', 'Per cent']);
});

test('whoever approves is warned of what the composer was warned of, and not of what is so by definition', async () => {
  const sent = { ...made, table: ['', 'assessments.type.level'], title: 'By type and level' };
  const frozen = await posts(sent);
  const ilinca = await house.signedIn('ilinca');
  const shown = words(await ilinca.get(frozen.goesTo ?? ''));
  assert.match(shown, /By type and level/);
  assert.doesNotMatch(shown, /say the same of every child/);
});

test('a correction is composed from what it corrects, with its words, and names it', async () => {
  const frozen = await posts({ ...made, profile: 'provider', title: 'For a provider', summary: 'In our words.' });
  const path = frozen.goesTo ?? '';
  const reference = path.split('/').at(-1) ?? '';
  const helen = await house.signedIn('helen');
  await helen.submit(path, { decision: 'approve' });
  const ilinca = await house.signedIn('ilinca');
  const link = [...(await ilinca.get(path)).page.querySelectorAll('main a')].find(
    ({ textContent }) => textContent === 'Compose a correction',
  );
  const again = await ilinca.get(link?.getAttribute('href') ?? '');
  assert.equal(value(again, 'title'), 'For a provider');
  assert.equal(again.page.querySelector('option[selected][value^="F-"]')?.getAttribute('value'), reference);
});

test('what nobody can read is not kept of what is said in a section', async () => {
  const sent = { title: 'Closures', sections: 'yes', performance: 'Closed\u0000 sooner.' };
  const frozen = await posts({ ...made, ...sent });
  assert.equal(frozen.status, 303, frozen.html);
  const ilinca = await house.signedIn('ilinca');
  assert.match(words(await ilinca.get(frozen.goesTo ?? '')), /Closed sooner\./);
});

test('too long a text names its box', async () => {
  const long = await posts({ ...made, title: 'X', summary: 'x'.repeat(4001) });
  assert.match(words(long), /“Summary, in your words”: use 4000 characters or fewer/);
});

test('what is made for those who see every figure hides none, whatever was released before, and can be approved', async () => {
  const table = ['', 'children-assessed.entered.latest'];
  const first = await posts({ ...made, table, title: 'For everybody' });
  const ilinca = await house.signedIn('ilinca');
  assert.match(words(await ilinca.get(first.goesTo ?? '')), /cells are hidden/);
  const internal = await posts({ ...made, table, profile: 'internal', title: 'For those who see all' });
  assert.match(words(await ilinca.get(internal.goesTo ?? '')), /Waits for a second person.*No cell is hidden/);
  const helen = await house.signedIn('helen');
  assert.equal((await helen.submit(internal.goesTo ?? '', { decision: 'approve' })).status, 303);
  const shown = await ilinca.get(`${at}?from=2023-01-01&to=2023-12-31&profile=internal&table=${table[1]}`);
  assert.match(words(shown), /Its readers see every figure anyway/);
});
