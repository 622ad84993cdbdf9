import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { modules } from '../src/modules.ts';
import type { House } from '../src/platform/db/index.ts';
import { Visitor } from '../src/platform/testing/visitor.ts';
import { createServer } from '../src/platform/web/server.tsx';
import type { Partnership } from '../src/platform/web/world.ts';
import { median } from './measure.ts';

export type PageTimes = {
  path: string;
  page: number;
  floor: number;
  tenClients: number;
  tenFloors: number;
  bytes: number;
  slowest: string;
};

type Asked = { text: string; values: unknown[]; rows: number };

const WARM = 200;

/** One page as one worker: over HTTP, and the same SQL with the same claims, audit and commit from one connection. */
export async function timePage(
  house: House,
  url: string,
  partnership: Partnership,
  key: string,
  path: string,
): Promise<PageTimes> {
  const server = await createServer(house, partnership, modules);
  const visitor = await Visitor.signedIn(server, key);
  const { asked, status } = await listen(() => visitor.get(path));
  assert.equal(status, 200, `${path} answered ${status}`);
  const address = await server.listen({ port: 0, host: '127.0.0.1' });
  const get = async () => {
    const answer = await fetch(`${address}${path}`, { headers: { cookie: visitor.cookie } });
    assert.equal(answer.status, 200);
    return (await answer.text()).length;
  };
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const floor = () => replay(client, asked);
  const bytes = await get();
  // In turn, so that a slow moment of the machine falls on both.
  const [pages, floors]: [number[], number[]] = [[], []];
  for (let at = 0; at < WARM; at++) {
    pages.push(await timed(get));
    floors.push(await timed(floor));
  }
  const slowest = await explainSlowest(client, asked);
  const tenFloors = await together(10, async () => {
    const own = new pg.Client({ connectionString: url });
    await own.connect();
    return { run: () => replay(own, asked), end: () => own.end() };
  });
  const tenClients = await together(10, async () => ({ run: get, end: async () => {} }));
  await client.end();
  await server.close();
  return { path, page: median(pages), floor: median(floors), tenClients, tenFloors, bytes, slowest };
}

type Place = { house: House; partnership: Partnership };

/**
 * How many times longer the same page takes a worker of the same caseload in the larger partnership: asked in turn, so
 * that a slow moment of the machine falls on both.
 */
export async function timeGrowth(small: Place, large: Place, key: string, path: string): Promise<number> {
  const open = async ({ house, partnership }: Place) => {
    const server = await createServer(house, partnership, modules);
    const visitor = await Visitor.signedIn(server, key);
    const { cookie } = visitor;
    return { server, get: () => server.inject({ url: path, headers: { cookie } }) };
  };
  const [one, other] = [await open(small), await open(large)];
  const [before, after]: [number[], number[]] = [[], []];
  for (let at = 0; at < WARM + 20; at++) {
    const times = [await timed(one.get), await timed(other.get)] as const;
    if (at < 20) continue;
    before.push(times[0]);
    after.push(times[1]);
  }
  await one.server.close();
  await other.server.close();
  return median(after) / median(before);
}

/** What the page sends to PostgreSQL while `work` runs, and how many rows each answer had. */
async function listen(work: () => Promise<{ status: number }>): Promise<{ asked: Asked[]; status: number }> {
  const asked: Asked[] = [];
  const original = pg.Client.prototype.query;
  const spy = async function (this: pg.Client, ...args: unknown[]): Promise<unknown> {
    const answer: { rowCount: number | null } = await Reflect.apply(original, this, args);
    if (typeof args[0] === 'string')
      asked.push({ text: args[0], values: Array.isArray(args[1]) ? args[1] : [], rows: answer.rowCount ?? 0 });
    return answer;
  };
  Object.assign(pg.Client.prototype, { query: spy });
  try {
    const { status } = await work();
    return { asked, status };
  } finally {
    Object.assign(pg.Client.prototype, { query: original });
  }
}

/** The floor: everything the page asked, in its order, in one transaction, each answer as long as the page's was. */
async function replay(client: pg.Client, asked: readonly Asked[]): Promise<void> {
  for (const { text, values, rows } of asked) {
    const answer = await client.query(text, values);
    if (!Array.isArray(answer)) assert.equal(answer.rowCount ?? 0, rows, `another answer to ${text}`);
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Median milliseconds a request where ten ask at once, twenty times each. */
async function together(
  clients: number,
  open: () => Promise<{ run: () => Promise<unknown>; end: () => Promise<void> }>,
): Promise<number> {
  const all = await Promise.all(Array.from({ length: clients }, open));
  const times = await Promise.all(
    all.map(async ({ run }) => {
      const own: number[] = [];
      for (let at = 0; at < 20; at++) own.push(await timed(run));
      return own;
    }),
  );
  await Promise.all(all.map(({ end }) => end()));
  return median(times.flat());
}

/** The plan of the page's slowest question, asked again as the worker. */
async function explainSlowest(client: pg.Client, asked: readonly Asked[]): Promise<string> {
  const begin = asked.find(({ text }) => text.startsWith('begin'));
  const enter = asked.find(({ text }) => text.includes('guard.enter'));
  const questions = asked.filter((one) => one !== begin && one !== enter && /^\s*(select|with)/i.test(one.text));
  let slowest = { time: -1, plan: '' };
  // What compares asks under a role of its own (people/matching/comparing.db.ts).
  let role: Asked | undefined;
  for (const question of questions) {
    const { text, values } = question;
    if (text.includes("set_config('role'")) {
      role = question;
      continue;
    }
    await client.query(begin?.text ?? 'begin');
    if (enter) await client.query(enter.text, enter.values);
    if (role) await client.query(role.text, role.values);
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain (analyze, timing off, costs off) ${text}`,
      values,
    );
    await client.query('rollback');
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    const time = Number(/Execution Time: ([\d.]+)/.exec(plan)?.[1] ?? 0);
    if (time > slowest.time) slowest = { time, plan };
  }
  return slowest.plan;
}
