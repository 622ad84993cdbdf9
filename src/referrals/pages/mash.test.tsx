import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openTestHouse, type TestHouse } from '../../platform/testing/house.ts';
import { openServer, Visitor } from '../../platform/testing/visitor.ts';
import { receive } from '../testing/received.ts';

let partnership: TestHouse;
let server: Awaited<ReturnType<typeof openServer>>;
before(async () => {
  partnership = await openTestHouse();
  server = await openServer(partnership);
});
after(async () => {
  await server.close();
  await partnership.close();
});

test('smoke', async () => {
  const asha = await Visitor.signedIn(server, 'asha');
  const empty = await asha.get('/mash');
  assert.equal(empty.status, 200);
  assert.match(empty.html, /Nothing waits for the MASH/);
  const { reference } = await receive(partnership, [{ givenNames: 'Tamsin', familyName: 'Holt' }]);
  const queue = await asha.get('/mash');
  assert.match(queue.html, /Tamsin Holt/);
  const shown = await asha.get(`/mash/${reference}`);
  assert.equal(shown.status, 200);
  console.log(shown.page.querySelector('main')?.textContent?.replace(/\s+/g, ' '));
});
