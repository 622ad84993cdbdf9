import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { after, afterEach, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { findBinaries } from './embedded/binaries.ts';
import { ask, filesIn, processesIn, until } from './embedded/testing.ts';
import { type Embedded, startEmbedded } from './embedded.ts';

const linux = process.platform === 'linux';
const asRoot = process.getuid?.() === 0;
const home = mkdtempSync(join(tmpdir(), 'throughline-embedded-'));
const made = join(home, 'made');
const hasty = { forTests: true };
const started: ChildProcess[] = [];

before(async () => {
  const server = await startEmbedded(made, hasty);
  await ask(server, 'create table kept (word text)');
  await server.stop();
});

afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  if (linux) await until(() => processesIn(home).length === 0);
});

after(() => {
  if (linux) for (const pid of processesIn(home)) process.kill(Number(pid), 'SIGQUIT');
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
});

test('a fresh folder gets a database whose owner is no superuser and bypasses no policy', async () => {
  const folder = join(home, 'deep', 'fresh');
  const server = await startEmbedded(folder);
  const [owner] = await ask(server, 'select current_database(), r.* from pg_roles r where rolname = current_user');
  const [setting] = await ask(
    server,
    `select current_setting('fsync') fsync, current_setting('synchronous_commit') sync`,
  );
  await server.stop();
  assert.deepEqual(
    [owner?.current_database, owner?.rolname, owner?.rolsuper, owner?.rolbypassrls, owner?.rolcreaterole],
    ['throughline', 'throughline_owner', false, false, true],
  );
  assert.deepEqual(setting, { fsync: 'on', sync: 'on' });
  assert.deepEqual(readdirSync(folder).toSorted(), ['postgres', 'postgres.log']);
});

test('a stop leaves nothing running, and what was written is there at the next start', async () => {
  const folder = copyOfMade();
  const first = await startEmbedded(folder, hasty);
  await ask(first, `insert into kept values ('before')`);
  await first.stop();
  await assert.rejects(ask(first, 'select 1'));
  const second = await startEmbedded(folder, hasty);
  assert.deepEqual(await words(second), ['before']);
  await second.stop();
});

test('after kill -9 of the command the server goes by itself, and what was committed is there', async () => {
  const folder = copyOfMade();
  const command = await startCommand(folder);
  await ask(command, `insert into kept values ('before')`);
  command.process.kill('SIGKILL');
  if (linux) await until(() => processesIn(folder).length === 0);
  const server = await startEmbedded(folder, hasty);
  assert.deepEqual([server.joined, await words(server)], [false, ['before']]);
  await server.stop();
});

test('a start at once after kill -9 of the command does not meet the dying server', async () => {
  const folder = copyOfMade();
  const command = await startCommand(folder);
  await ask(command, `insert into kept values ('before')`);
  command.process.kill('SIGKILL');
  await once(command.process, 'exit');
  const server = await startEmbedded(folder, hasty);
  assert.deepEqual([server.joined, await words(server)], [false, ['before']]);
  await server.stop();
});

test('a server that nothing told of its starter’s end is stopped by the next start', async () => {
  const folder = copyOfMade();
  const command = await startCommand(folder, { PATH: join(home, 'nowhere') }); // so without setpriv
  await ask(command, `insert into kept values ('before')`);
  command.process.kill('SIGKILL');
  await once(command.process, 'exit');
  assert.deepEqual(await words(command), ['before'], 'it is an orphan');
  const server = await startEmbedded(folder, hasty);
  assert.deepEqual([server.joined, await words(server)], [false, ['before']]);
  assert.notEqual(server.url, command.url);
  await assert.rejects(words(command));
  await server.stop();
});

test('after kill -9 of the server itself it starts again with what was committed', async () => {
  const folder = copyOfMade();
  const first = await startEmbedded(folder, hasty);
  await ask(first, `insert into kept values ('before')`);
  process.kill(Number.parseInt(recordIn(folder).server, 10), 'SIGKILL');
  await until(() =>
    ask(first, 'select 1').then(
      () => false,
      () => true,
    ),
  );
  const second = await startEmbedded(folder, hasty);
  assert.deepEqual([second.joined, await words(second)], [false, ['before']]);
  await first.stop();
  assert.deepEqual(await words(second), ['before'], 'the first does not stop the server of the second');
  await second.stop();
});

test('a first start that was killed while it made the cluster is begun again', async () => {
  const folder = join(home, 'interrupted');
  const command = spawnCommand(folder);
  await until(() => filesIn(folder).some((name) => name.startsWith('postgres.half-')));
  command.kill('SIGKILL');
  mkdirSync(join(folder, 'postgres.half-longago', 'base'), { recursive: true });
  const server = await startEmbedded(folder, hasty);
  assert.deepEqual(await ask(server, 'select 1 as one'), [{ one: 1 }]);
  await server.stop();
  assert.deepEqual(readdirSync(folder).toSorted(), ['postgres', 'postgres.log']);
});

test('of two starts at one moment in a fresh folder, one makes the cluster and the other joins', async () => {
  const folder = join(home, 'both');
  const both = await Promise.all([startCommand(folder), startCommand(folder)]);
  assert.deepEqual(both.map(({ joined }) => joined).toSorted(), [false, true]);
  assert.equal(both[0]?.url, both[1]?.url);
  for (const { leave } of both) leave();
  await Promise.all(both.map(({ process }) => once(process, 'exit')));
  assert.deepEqual(filesIn(join(folder, 'users')), []);
});

test('a starter that stops waits for whoever joined, and lets nobody else join', async () => {
  const folder = copyOfMade();
  const server = await startEmbedded(folder, { ...hasty, say: () => {} });
  const guest = await startCommand(folder);
  assert.equal(guest.joined, true);
  const stopping = server.stop();
  const late = startCommand(folder);
  await pause(300);
  assert.deepEqual(await ask(guest, 'select 1 as one'), [{ one: 1 }]);
  guest.leave();
  await stopping;
  assert.equal((await late).joined, false);
  assert.notEqual((await late).url, server.url);
  (await late).leave();
  await once((await late).process, 'exit');
});

test('a starter does not wait for ever, nor for one who was killed', async () => {
  const folder = copyOfMade();
  const sentences: string[] = [];
  const server = await startEmbedded(folder, { ...hasty, patience: 300, say: (sentence) => sentences.push(sentence) });
  const guest = await startCommand(folder);
  const killed = await startCommand(folder);
  killed.process.kill('SIGKILL');
  await once(killed.process, 'exit');
  await server.stop();
  assert.deepEqual(sentences, ['Waiting for another command to finish…']);
  await assert.rejects(ask(guest, 'select 1'));
});

test('a guest that leaves does not stop the server', async () => {
  const folder = copyOfMade();
  const command = await startCommand(folder);
  const guest = await startEmbedded(folder, hasty);
  assert.equal(guest.joined, true);
  await guest.stop();
  assert.deepEqual(await words(command), []);
  command.leave();
  await once(command.process, 'exit');
});

test('a process that was given the number of a dead server is not taken for it', { skip: !linux }, async () => {
  const folder = copyOfMade();
  const other = spawn('sleep', ['60']);
  started.push(other);
  const record = {
    server: `${other.pid}@1`,
    starter: `${process.pid}@1`,
    sockets: join(folder, 'none'),
    closing: false,
  };
  writeFileSync(join(folder, 'server.json'), JSON.stringify(record));
  writeFileSync(
    join(folder, 'postgres', 'postmaster.pid'),
    `${other.pid}\n${join(folder, 'postgres')}\n1700000000\n5432\n`,
  );
  const server = await startEmbedded(folder, hasty);
  assert.deepEqual([server.joined, await words(server)], [false, []]);
  await server.stop();
  assert.equal(other.exitCode, null);
});

test('root may keep the data in a private home', { skip: !asRoot && 'not root' }, async () => {
  const folder = mkdtempSync(join(homedir(), '.throughline-test-'));
  try {
    await startAndStop(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('root may start it with user namespaces and without', { skip: !(asRoot && linux) && 'not root' }, async () => {
  const folder = mkdtempSync(join(homedir(), '.throughline-test-'));
  const path = process.env.PATH;
  const owner = () => statSync(join(folder, 'postgres', 'PG_VERSION')).uid;
  try {
    process.env.PATH = join(home, 'nowhere'); // and with it, nothing to enter a namespace with
    await startAndStop(folder);
    assert.notEqual(owner(), 0);
    process.env.PATH = path;
    await startAndStop(folder);
    assert.equal(owner(), 0);
  } finally {
    process.env.PATH = path;
    rmSync(folder, { recursive: true });
  }
});

test('a platform without a packaged PostgreSQL is told what to do, in one sentence', () => {
  assert.throws(() => findBinaries('sunos-sparc'), {
    message: 'No PostgreSQL comes packaged for sunos-sparc: set DATABASE_URL to a PostgreSQL server, 15 or later.',
  });
});

type Command = { process: ChildProcess; url: string; joined: boolean; leave: () => void };

async function startCommand(folder: string, env = {}): Promise<Command> {
  const child = spawnCommand(folder, env);
  const line = once(createInterface({ input: child.stdout }), 'line');
  const [said] = await Promise.race([line, once(child, 'exit')]);
  const { url, joined } = JSON.parse(String(said));
  return { process: child, url, joined, leave: () => child.stdin.end() };
}

function spawnCommand(folder: string, env = {}) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'embedded.fixture.js'), folder, 'hasty'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, ...env },
  });
  started.push(child);
  return child;
}

async function startAndStop(folder: string): Promise<void> {
  const server = await startEmbedded(folder, hasty);
  assert.deepEqual(await ask(server, 'select 1 as one'), [{ one: 1 }]);
  await server.stop();
}

function copyOfMade(): string {
  const copy = mkdtempSync(join(home, 'copy-'));
  cpSync(made, copy, { recursive: true });
  return copy;
}

async function words(server: Pick<Embedded, 'url'>): Promise<unknown[]> {
  return (await ask(server, 'select word from kept')).map(({ word }) => word);
}

function recordIn(folder: string): { server: string } {
  return JSON.parse(readFileSync(join(folder, 'server.json'), 'utf8'));
}
