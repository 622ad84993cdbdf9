import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sheet } from '@throughline/disclosure';
import { lastCalendarYear } from '../figures/period.ts';
import { modules } from '../modules.ts';
import { isRefusal } from '../platform/kernel/index.ts';
import { NOW, TODAY } from '../platform/testing/house.ts';
import type { Visitor } from '../platform/testing/visitor.ts';
import { testHouse } from '../testing/open.ts';
import { readTable } from './asked.ts';
import { prepare } from './checking.db.ts';
import { attackAll } from './checking.ts';
import { findingsOf } from './findings.ts';
import { freeze } from './freezing.db.ts';
import { offeredBy } from './offered.ts';
import type { ReleaseId } from './release.ts';
import { recordApproval, recordRelease } from './releases.db.ts';

const house = await testHouse({ holds: 'partnership' });

const words = async (visitor: Visitor, path: string): Promise<string> =>
  (await visitor.get(path)).page.querySelector('main')?.textContent.replaceAll(/\s+/g, ' ') ?? '';

/** A paper from before the ledger: nothing in it is hidden, and it is known to everybody. */
async function printed(table: string, without?: string): Promise<string> {
  const offered = offeredBy(modules);
  const asked = readTable(table, offered);
  assert.ok(asked);
  const composition = { profile: 'internal' as const, period: lastCalendarYear(TODAY), tables: [asked] };
  return house.arrange(async (tx) => {
    const prepared = await prepare(tx, composition, offered, TODAY);
    assert.ok(!isRefusal(prepared));
    const reference = await recordRelease(tx, {
      ...{ title: 'Printed long ago', question: null, profile: 'public', period: composition.period },
      ...{ asAt: prepared.counted.asAt, summary: [], corrects: undefined },
      ...{ tables: freeze(prepared), sheets: prepared.sheets.map((sheet) => forget(sheet, without)) },
      ...{ hidden: [], warnings: [] },
      attack: { with: [], cells: 0, seconds: 0, findings: [] },
      ...{ by: house.workerId('ilinca') as never, at: NOW },
    });
    const { id } = await tx
      .selectFrom('release')
      .select('id')
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow();
    await recordApproval(tx, { id: id as ReleaseId, by: house.workerId('helen') as never, at: NOW });
    return reference;
  });
}

/** As if that could not be told of its records yet. */
const forget = (sheet: Sheet, name: string | undefined): Sheet => ({
  ...sheet,
  records: sheet.records.map((record) => ({
    ...record,
    attributes: Object.fromEntries(Object.entries(record.attributes).filter(([one]) => one !== name)),
  })),
});

test('a provider is given again what the public has, less of it shown, and it is not refused', async () => {
  const ilinca = await house.signedIn('ilinca');
  const helen = await house.signedIn('helen');
  const table = 'table=assessments.quarter.age';
  const published = await ilinca.submit(`/releases/compose?${table}`, { title: 'For all' });
  assert.equal((await helen.submit(published.goesTo ?? '', { decision: 'approve' })).status, 303);
  const composed = await ilinca.submit(`/releases/compose?${table}&profile=provider`, { title: 'For a provider' });
  assert.doesNotMatch(await words(ilinca, composed.goesTo ?? ''), /This cannot be released/);
  assert.equal((await helen.submit(composed.goesTo ?? '', { decision: 'approve' })).status, 303);
});

test('while the paper that prints it waits, it is found: it may never be released', async () => {
  const ilinca = await house.signedIn('ilinca');
  const table = 'table=referred.quarter.age';
  await ilinca.submit(`/releases/compose?${table}`, { title: 'For all' });
  const composed = await ilinca.submit(`/releases/compose?${table}&profile=provider`, { title: 'For a provider' });
  const shown = await words(ilinca, composed.goesTo ?? '');
  assert.match(shown, /This cannot be released: the attack worked out what it hides/);
  assert.match(shown, /a reader would learn that it is \d/);
  assert.match(shown, /Have F-[^ ]+ approved or declined first/);
  const helen = await house.signedIn('helen');
  const refused = await helen.submit(composed.goesTo ?? '', { decision: 'approve' });
  assert.match(refused.html, /compose it anew/);
});

test('what an earlier paper printed whole is no news, and refuses nothing', async () => {
  await printed('assessments.type.age');
  const ilinca = await house.signedIn('ilinca');
  const at = '/releases/compose?table=assessments.type.age';
  const composed = await ilinca.submit(at, { title: 'Again' });
  assert.doesNotMatch(await words(ilinca, composed.goesTo ?? ''), /This cannot be released/);
});

test('a way in is told by the cell, what would be learnt of it, and which table to leave out', async () => {
  const offered = offeredBy(modules);
  const asked = ['caseload.sex', 'closures.reason'].flatMap((text) => readTable(text, offered) ?? []);
  const composition = { profile: 'public' as const, period: lastCalendarYear(TODAY), tables: asked };
  await house.arrange(async (tx) => {
    const prepared = await prepare(tx, composition, offered, TODAY);
    assert.ok(!isRefusal(prepared));
    const first = prepared.release.tables[0]?.cells.find(({ rank }) => rank === 'cell');
    // As if the protector had hidden one cell of a row of which all the rest is shown, and called it small.
    const tables = prepared.release.tables.map((table) => ({
      ...table,
      cells: table.cells.map((cell) => ({ ...cell, hidden: cell === first, ...(cell === first && { people: 5 }) })),
    }));
    const bad = { ...prepared, release: { ...prepared.release, tables } };
    const attacked = await attackAll(bad);
    assert.ok(!isRefusal(attacked));
    assert.deepEqual(await findingsOf(attacked, bad), [
      {
        table: 'Children open to Evolve, by sex',
        cell: Object.values(first?.key ?? {}).join(),
        learnt: `a reader would learn that it is ${first?.value}`,
        help: ['Leave out “Children open to Evolve, by sex”.'],
      },
    ]);
  });
});

test('a year after its first fifty weeks is refused: the difference is of very few children', async () => {
  const ilinca = await house.signedIn('ilinca');
  const compose = async (to: string) => {
    const at = `/releases/compose?from=2023-01-01&to=${to}&table=closures.reason`;
    const { goesTo } = await ilinca.submit(at, { title: `Closed to ${to}` });
    const { page } = await ilinca.get(goesTo ?? '');
    return { page, words: page.querySelector('main')?.textContent.replaceAll(/\s+/g, ' ') ?? '' };
  };
  assert.doesNotMatch((await compose('2023-12-20')).words, /This cannot be released/);
  const { page, words } = await compose('2023-12-31');
  assert.match(words, /This cannot be released/);
  assert.match(words, /in the days one release covers and others do not: a reader would learn that it is 2/);
  assert.match(
    words,
    /Use the same period as F-[^ ]+ \(1 January 2023 to 20 December 2023\), or one that does not overlap/,
  );
  assert.doesNotMatch(words, /An earlier release/);
  const lines = [...page.querySelectorAll('main li')].map((line) => line.textContent);
  assert.equal(new Set(lines).size, lines.length);
  const again = page.querySelector('main a[href*="again="]')?.getAttribute('href') ?? '';
  const { page: anew } = await ilinca.get(again);
  assert.equal(anew.querySelector('[name="title"]')?.getAttribute('value'), 'Closed to 2023-12-31');
});

test('a paper from before a thing could be told has not changed for that, and is attacked with; unless it tells of it', async () => {
  const ilinca = await house.signedIn('ilinca');
  const reference = await printed('protection-plans.sex', 'ehcp');
  assert.doesNotMatch(await words(ilinca, `/releases/${reference}`), /changed since/);
  const at = '/releases/compose?table=protection-plans.ehcp';
  assert.match(await words(ilinca, at), /One earlier release of these records was taken into account/);
  const old = await printed('protection-plans.sex', 'sex');
  assert.match(await words(ilinca, at), new RegExp(`Release ${old} has a table that can no longer be made`));
});
