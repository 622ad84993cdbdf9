import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import { type FileTable, inWorker, readTables } from '@throughline/disclosure';
import { twoWayTable } from '../packages/disclosure/src/testing/tables.ts';
import { modules } from '../src/modules.ts';
import type { House } from '../src/platform/db/index.ts';
import { isRefusal } from '../src/platform/kernel/index.ts';
import { Visitor } from '../src/platform/testing/visitor.ts';
import { createServer } from '../src/platform/web/server.tsx';
import type { Partnership } from '../src/platform/web/world.ts';
import { median } from './measure.ts';

const EACH = 100;
const ROUNDS = 2;

/**
 * How many times longer a page takes while its own process protects and attacks a table of 14,100 cells in a thread.
 * Measured in turns, so that a slow moment of the machine falls on both.
 */
export async function timeMeanwhile(
  house: House,
  partnership: Partnership,
  key: string,
  path: string,
): Promise<{ quiet: number; meanwhile: number }> {
  const server = await createServer(house, partnership, modules);
  const { cookie } = await Visitor.signedIn(server, key);
  const address = await server.listen({ port: 0, host: '127.0.0.1' });
  const get = async () => {
    const answer = await fetch(`${address}${path}`, { headers: { cookie } });
    assert.equal(answer.status, 200);
    await answer.text();
  };
  const table = largeTable();
  const [quiet, meanwhile]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    for (let at = 0; at < EACH; at++) quiet.push(await timed(get));
    const work = protectAndAttack(table);
    let working = true;
    const ended = work.finally(() => {
      working = false;
    });
    for (let at = 0; at < EACH && working; at++) meanwhile.push(await timed(get));
    await ended;
  }
  await server.close();
  return { quiet: median(quiet), meanwhile: median(meanwhile) };
}

function largeTable(): FileTable {
  const file = readTables(JSON.stringify(twoWayTable(140, 99, 5, 0.19)));
  assert.ok(!isRefusal(file));
  const [table] = file.tables;
  assert.ok(table);
  return table;
}

async function protectAndAttack(table: FileTable): Promise<void> {
  const hidden = await inWorker({ job: 'protect table', table, against: 'exact' }, 300);
  assert.ok(!isRefusal(hidden));
  const cells = table.cells.map((cell, at) => ({ ...cell, hidden: hidden[at] }));
  assert.ok(!isRefusal(await inWorker({ job: 'attack table', table: { ...table, cells }, seconds: 300 }, 300)));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
