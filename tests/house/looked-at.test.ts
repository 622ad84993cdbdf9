import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { openTestHouse, type TestHouse } from '../../src/platform/testing/house.ts';
import { openServer, Visitor } from '../../src/platform/testing/visitor.ts';
import { listEntries } from './matrix/shown.ts';
import { arrangeSubjects, type Kind, type Subject } from './matrix/subjects.ts';

let house: TestHouse;
let server: FastifyInstance;
let subjects: Record<Kind, Subject>;
before(async () => {
  house = await openTestHouse('partnership');
  server = await openServer(house);
  subjects = await arrangeSubjects(house);
});
after(async () => {
  await server.close();
  await house.close();
});
const signedIn = (key: string) => Visitor.signedIn(server, key);

test('a try to break the glass of a record that stays shut is on record under that child, though it is refused', async () => {
  for (const [key, kind] of [
    ['meilin', 'restricted'],
    ['gwen', 'excluded'],
  ] as const) {
    const { child } = subjects[kind];
    const reason = 'Brought to the station by police';
    const answer = await (await signedIn(key)).submit('/break-glass', { reference: child.reference, reason });
    assert.equal(answer.status, 422, kind);
    const tried = (await listEntries(house, key)).filter(({ act }) => act.startsWith('broke the glass'));
    assert.deepEqual(
      tried.map(({ kind, children }) => ({ kind, children })),
      [{ kind: 'refusal', children: [child.id] }],
      kind,
    );
  }
});
