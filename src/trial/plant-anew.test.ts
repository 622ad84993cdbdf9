import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { modules } from '../modules.ts';
import { type Embedded, startEmbedded } from '../platform/db/embedded.ts';
import { House, type Tx } from '../platform/db/index.ts';
import { migrate } from '../platform/db/migrate.ts';
import { isRefusal, londonMoment, plainDate } from '../platform/kernel/index.ts';
import type { Console } from '../platform/module.ts';
import { findPartnership } from '../platform/web/partnership.db.ts';
import { start } from '../start.ts';
import { sayIfOlder } from './older.db.ts';
import { plantAnew } from './plant-anew.ts';
import { plantCast } from './plant-cast.db.ts';

const home = mkdtempSync(join(tmpdir(), 'throughline-anew-'));
const older = join(home, 'older');
const real = join(home, 'real');
const today = plainDate('2026-11-30');
const open = (folder: string) => startEmbedded(folder, { forTests: true });
const plant = (url: string) => fill(url, plantCast);

before(async () => {
  const empty = await open(older);
  await migrate(empty.url, modules);
  await empty.stop();
  cpSync(older, real, { recursive: true });
  const server = await open(older);
  await fill(server.url, async (tx) => void (await tx.insertInto('partnership').values(olderTrial).execute()));
  await server.stop();
});
after(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));

const olderTrial = { name: 'Older', kind: 'trial', trialNow: londonMoment(plainDate('2023-01-30'), '10:00') };

test('a new trial is planted in its place, and the older one kept beside it', async () => {
  const folder = copy();
  assert.deepEqual(await plantAnew(folder, { plant, today, open }), { kept: `${folder}-kept-2026-11-30` });
  assert.deepEqual(await nameIn(folder), 'Rotherham');
  assert.deepEqual(await nameIn(`${folder}-kept-2026-11-30`), 'Older');
  assert.deepEqual(await plantAnew(folder, { plant, today, open }), { kept: `${folder}-kept-2026-11-30-2` });
  assert.equal(existsSync(`${folder}-anew`), false);
  assert.equal(existsSync(`${folder}-anew.lock`), false);
});

test('a planting that breaks off leaves the older trial where it was, and nothing in the way of the next', async () => {
  const folder = copy();
  const breaksOff = async (url: string) => {
    await migrate(url, modules);
    throw new Error('broken off');
  };
  await assert.rejects(plantAnew(folder, { plant: breaksOff, today, open }), /broken off/);
  assert.equal(await nameIn(folder), 'Older');
  assert.equal(existsSync(`${folder}-kept-2026-11-30`), false);
  await plantAnew(folder, { plant, today, open });
  assert.equal(await nameIn(folder), 'Rotherham');
});

test('while somebody works with the trial it stays where it is', async () => {
  const folder = copy();
  const server = await open(folder);
  const outcome = await plantAnew(folder, { plant, today, open });
  assert.deepEqual(outcome, {
    refused: `Process ${process.pid} works with the trial in ${folder}: stop it, then run the same command again.`,
  });
  await server.stop();
  assert.equal(await nameIn(folder), 'Older');
  const startsMeanwhile = async (url: string) => {
    await plant(url);
    meanwhile = await open(folder);
  };
  let meanwhile: Embedded | undefined;
  assert.ok(isRefusal(await plantAnew(folder, { plant: startsMeanwhile, today, open })));
  await meanwhile?.stop();
  assert.equal(await nameIn(folder), 'Older');
  assert.equal(existsSync(`${folder}-anew`), false);
});

test('what is not a trial, or not there, stays as it is', async () => {
  const before = readdirSync(home);
  assert.deepEqual(await plantAnew(real, { plant, today, open }), {
    refused: `What is in ${real} is not a trial: it stays where it is.`,
  });
  const nowhere = join(home, 'nowhere');
  assert.deepEqual(await plantAnew(nowhere, { plant, today, open }), {
    refused: `There is no trial in ${nowhere}: npm start plants one.`,
  });
  assert.deepEqual(readdirSync(home), before);
});

test('where DATABASE_URL names a server, it is refused with what to do', async () => {
  const told: string[] = [];
  const console: Console = {
    actor: 'console:tester',
    open: () => Promise.reject(new Error('nothing is opened')),
    print: () => {},
    progress: (sentence) => void told.push(sentence),
  };
  const url = process.env.DATABASE_URL;
  process.env.DATABASE_URL = 'postgres://nowhere';
  try {
    assert.equal(await start.run(['--plant-anew'], console), 1);
  } finally {
    if (url === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = url;
  }
  assert.deepEqual(told, ['DATABASE_URL names a server: there, plant a new trial in a database that is empty.']);
});

test('an older trial is said to be one, and today’s is not', async () => {
  const folder = copy();
  assert.match((await askIn(folder, sayIfOlder)) ?? '', /npm start -- --plant-anew$/);
  await plantAnew(folder, { plant, today, open });
  assert.equal(await askIn(folder, sayIfOlder), undefined);
});

function copy(): string {
  const folder = join(mkdtempSync(join(home, 'data-')), 'data');
  cpSync(older, folder, { recursive: true });
  return folder;
}

const nameIn = (folder: string) => askIn(folder, async (tx) => (await findPartnership(tx))?.name);

async function askIn<T>(folder: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { url, stop } = await open(folder);
  try {
    return await ask(url, work);
  } finally {
    await stop();
  }
}

async function fill(url: string, work: (tx: Tx) => Promise<void>): Promise<void> {
  await migrate(url, modules);
  await ask(url, work);
}

async function ask<T>(url: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const house = new House(url, 1);
  try {
    return await house.as('console', {}, work);
  } finally {
    await house.close();
  }
}
