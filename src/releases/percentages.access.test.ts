import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testHouse } from '../testing/open.ts';

const house = await testHouse({ holds: 'partnership' });

test('percentages are composed, frozen, approved and published with the number they are of', async () => {
  const ilinca = await house.signedIn('ilinca');
  const query = new URLSearchParams({ from: '2023-01-01', to: '2023-12-31', table: 'assessments.type:percent' });
  const composed = await ilinca.submit(`/releases/compose?${query}`, { title: 'Shares' });
  assert.equal(composed.status, 303, composed.html);
  const helen = await house.signedIn('helen');
  const approved = await helen.submit(composed.goesTo ?? '', { decision: 'approve', reason: '' });
  assert.equal(approved.status, 303, approved.html);
  const reference = composed.goesTo?.split('/').at(-1);
  const published = await house.inject({ url: `/published/${reference}` });
  assert.match(published.body, /Counted: per cent of 344 assessments/);
  // 141, 107, 50 and 46 of 344.
  for (const share of ['41.0', '31.1', '14.5', '13.4', '100.0'])
    assert.ok(published.body.includes(`>${share}<`), share);
  const csv = await house.inject({ url: `/published/${reference}/${reference}.csv` });
  assert.match(csv.body, /per cent of 344 assessments/);
  assert.match(csv.body, /,41\.0|,41\b/);
});

test('rates say of how many people and as estimated for when, and are kept so when a later estimate comes', async () => {
  const ilinca = await house.signedIn('ilinca');
  const at = '/releases/compose?table=protection-plans.category:rate';
  const composed = await ilinca.submit(at, { title: 'Rates' });
  assert.equal(composed.status, 303, composed.html);
  const helen = await house.signedIn('helen');
  await helen.submit(composed.goesTo ?? '', { decision: 'approve', reason: '' });
  const reference = composed.goesTo?.split('/').at(-1);
  const isOf = /per 10,000 children aged 0 to 17 \(57,205 of them, estimated for 31 March 2023\)/;
  for (const url of [`/published/${reference}`, `/published/${reference}/${reference}.csv`])
    assert.match((await house.inject({ url })).body, isOf, url);
  await house.arrange((tx) =>
    sql`insert into comparator select measure, area_code, area, since, as_at, basis, version + 1, unit, 60000, sign, source,
      source_date, recorded_at from comparator_now where measure = 'population.0-17' and value = 57205`.execute(tx),
  );
  assert.match((await ilinca.get(at)).html, /60,000 of them, estimated for 31 March 2023/);
  assert.match((await house.inject({ url: `/published/${reference}` })).body, isOf);
  assert.doesNotMatch((await ilinca.get(composed.goesTo ?? '')).html, /changed since/);
});

test('without an estimate no rate is worked out, and the sentence says what to do', async () => {
  const ilinca = await house.signedIn('ilinca');
  const early = await ilinca.get('/releases/compose?from=1990-01-01&to=1990-12-31&table=protection-plans:rate');
  assert.match(early.html, /How many people there are is not known for that day/);
});
