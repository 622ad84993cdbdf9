import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { TestHouse } from '../../platform/testing/house.ts';
import { Visitor } from '../../platform/testing/visitor.ts';
import { openServer, openTestHouse } from '../../testing/open.ts';

let house: TestHouse;
let server: FastifyInstance;
before(async () => {
  house = await openTestHouse('partnership');
  server = await openServer(house);
});
after(async () => {
  await server.close();
  await house.close();
});

test('percentages are composed, frozen, approved and published with the number they are of', async () => {
  const ilinca = await Visitor.signedIn(server, 'ilinca');
  const query = new URLSearchParams({ from: '2023-01-01', to: '2023-12-31', table: 'assessments.type:percent' });
  const composed = await ilinca.submit(`/releases/compose?${query}`, { title: 'Shares' });
  assert.equal(composed.status, 303, composed.html);
  const helen = await Visitor.signedIn(server, 'helen');
  const approved = await helen.submit(composed.goesTo ?? '', { decision: 'approve', reason: '' });
  assert.equal(approved.status, 303, approved.html);
  const reference = composed.goesTo?.split('/').at(-1);
  const published = await server.inject({ url: `/published/${reference}` });
  assert.match(published.body, /Counted: per cent of 344 assessments/);
  // 141, 107, 50 and 46 of 344.
  for (const share of ['41.0', '31.1', '14.5', '13.4', '100.0'])
    assert.ok(published.body.includes(`>${share}<`), share);
  const csv = await server.inject({ url: `/published/${reference}/${reference}.csv` });
  assert.match(csv.body, /per cent of 344 assessments/);
  assert.match(csv.body, /,41\.0|,41\b/);
});
