import { after } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { countFromConsole } from '../figures/figures.db.ts';
import { countedOver } from '../figures/figures.ts';
import { measuresOf } from '../figures/report.ts';
import { modules } from '../modules.ts';
import { House } from '../platform/db/index.ts';
import { londonDay, plainDate } from '../platform/kernel/index.ts';
import { NOW, type TestHouse, TODAY } from '../platform/testing/house.ts';
import { Visitor } from '../platform/testing/visitor.ts';
import { findPartnership } from '../platform/web/partnership.db.ts';
import { createServer } from '../platform/web/server.tsx';
import type { WorkerId } from '../platform/web/world.ts';
import { createDatabase, type Opened, openDatabases } from './databases.ts';
import type { Contents } from './fill.ts';

/** What there is in the house: `reads` is for whoever only looks, and is the same for all who do. */
export type Asked = { holds: Contents } | { reads: 'partnership' };

/** The house of one test file: open before its tests are declared, closed after them. */
export async function testHouse(asked: Asked = { holds: 'cast' }): Promise<TestHouse> {
  const opened = await ('reads' in asked ? openShown() : openTestHouse(asked.holds));
  after(() => opened.close());
  return opened;
}

/** A house with a database of its own, for whoever opens and closes it themselves. */
export async function openTestHouse(contents: Contents = 'cast'): Promise<TestHouse> {
  const databases = await findDatabases();
  const { url, drop } = await createDatabase(databases, contents);
  return openHouse(url, () => drop().finally(databases.close));
}

/** The partnership as all see it who only look. */
async function openShown(): Promise<TestHouse> {
  const { shown, close } = await findDatabases();
  return openHouse(shown, close);
}

/** The run has opened them for all its files; a file that runs by itself opens its own. */
async function findDatabases(): Promise<Opened> {
  const opened = process.env.THROUGHLINE_TEST_DATABASES;
  return opened ? { ...JSON.parse(opened), close: async () => {} } : openDatabases(() => {});
}

async function openHouse(url: string, close: () => Promise<void>): Promise<TestHouse> {
  const house = new House(url, 5);
  const workers = await house.as('console', {}, (tx) => tx.selectFrom('worker').select(['id', 'key']).execute());
  const workerId = (key: string): WorkerId => {
    const found = workers.find((worker) => worker.key === key);
    if (!found) throw new Error(`the cast has no ${key}`);
    return found.id as WorkerId;
  };
  const as: TestHouse['as'] = (key, work) =>
    house.as('app', { worker: workerId(key), today: londonDay(NOW) }, (tx) => work(tx, workerId(key)));
  let server: Promise<FastifyInstance> | undefined;
  const serve = () => {
    server ??= createServerOver(house);
    return server;
  };
  return {
    house,
    url,
    as,
    asIn: (key, work) => rolledBack((run) => as(key, (tx, worker) => run(() => work(tx, worker)))),
    arrange: (work) => house.as('console', {}, work),
    async figures(from = '2023-01-01', to = '2023-12-31') {
      const counted = countedOver({ from: plainDate(from), to: plainDate(to) }, TODAY);
      const figures = await countFromConsole(house, measuresOf(modules), counted);
      return Object.fromEntries(figures.map(({ measure, value }) => [measure.id, value]));
    },
    workerId,
    signedIn: async (key) => Visitor.signedIn(await serve(), key),
    inject: async (request) => (await serve()).inject(request),
    close: async () => {
      await (await server)?.close();
      await house.close();
      await close();
    },
  };
}

/** The real server over a test's database. */
export async function openServer({ house }: TestHouse): Promise<FastifyInstance> {
  return createServerOver(house);
}

async function createServerOver(house: House): Promise<FastifyInstance> {
  const partnership = await house.as('console', {}, findPartnership);
  if (!partnership) throw new Error('the test database holds no partnership');
  return createServer(house, partnership, modules);
}

class RolledBack extends Error {}

async function rolledBack<T>(inside: (run: (work: () => Promise<T>) => Promise<never>) => Promise<never>): Promise<T> {
  let answer: { value: T } | undefined;
  try {
    await inside(async (work) => {
      answer = { value: await work() };
      throw new RolledBack();
    });
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
  }
  if (!answer) throw new Error('the work did not run');
  return answer.value;
}
