import { createHash, randomUUID } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { isRunning, nameProcess } from '../../scripts/lock.mjs';
import { modules } from '../modules.ts';
import { startEmbedded } from '../platform/db/embedded.ts';
import { House } from '../platform/db/index.ts';
import { migrate } from '../platform/db/migrate.ts';
import { londonDay } from '../platform/kernel/index.ts';
import { root } from '../platform/root.ts';
import { NOW, type TestHouse } from '../platform/testing/house.ts';
import { findPartnership } from '../platform/web/partnership.db.ts';
import { createServer } from '../platform/web/server.tsx';
import type { WorkerId } from '../platform/web/world.ts';
import { plantTrial } from '../trial/plant.ts';
import { plantCast } from '../trial/plant-cast.db.ts';

/** `empty` is a database nobody has begun to use: no partnership, no worker. */
type Contents = 'empty' | 'cast' | 'partnership';

/**
 * A database of its own for one test file: the cast alone, or the whole fictional partnership. Made once per shape of the
 * SQL and copied after; with TEST_DATABASE_URL (a role that may create databases and roles) it is a database on that
 * server instead.
 */
export async function openTestHouse(contents: Contents = 'cast'): Promise<TestHouse> {
  const server = process.env.TEST_DATABASE_URL
    ? await onServer(process.env.TEST_DATABASE_URL, contents)
    : await onCopy(contents);
  const house = new House(server.url, 5);
  const workers = await house.as('console', {}, (tx) => tx.selectFrom('worker').select(['id', 'key']).execute());
  const workerId = (key: string): WorkerId => {
    const found = workers.find((worker) => worker.key === key);
    if (!found) throw new Error(`the cast has no ${key}`);
    return found.id as WorkerId;
  };
  const as: TestHouse['as'] = (key, work) =>
    house.as('app', { worker: workerId(key), today: londonDay(NOW) }, (tx) => work(tx, workerId(key)));
  return {
    house,
    url: server.url,
    as,
    asIn: (key, work) => rolledBack((run) => as(key, (tx, worker) => run(() => work(tx, worker)))),
    arrange: (work) => house.as('console', {}, work),
    workerId,
    close: async () => {
      await house.close();
      await server.stop();
    },
  };
}

/** The real server over a test's database. */
export async function openServer(test: TestHouse): Promise<FastifyInstance> {
  const partnership = await test.arrange(findPartnership);
  if (!partnership) throw new Error('the test database holds no partnership');
  return createServer(test.house, partnership, modules);
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

async function fill(url: string, contents: Contents): Promise<void> {
  await migrate(url, modules);
  if (contents === 'empty') return;
  const house = new House(url, 2);
  try {
    if (contents === 'partnership') await plantTrial(house, { actor: 'console:test', progress: () => {} });
    else await house.as('console', {}, plantCast);
  } finally {
    await house.close();
  }
}

/** A cluster of its own, copied from a filled one that is made once and kept under build/. */
async function onCopy(contents: Contents) {
  const made = join(root, 'build', `test-${contents}-${shapeOf(contents)}`);
  if (!existsSync(made)) {
    const making = mkdtempSync(join(root, 'build', 'making-'));
    const server = await startEmbedded(making, { forTests: true });
    await fill(server.url, contents);
    await server.stop();
    try {
      renameSync(making, made);
    } catch {
      rmSync(making, { recursive: true }); // another test file made it meanwhile
    }
  }
  const copy = mkdtempSync(join(roomForCopies(), `${COPY}${nameProcess()}-`));
  cpSync(made, copy, { recursive: true });
  chmodSync(join(copy, 'postgres'), 0o700); // copying does not keep a folder's mode, and PostgreSQL insists on it
  const server = await startEmbedded(copy, { forTests: true });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(copy, { recursive: true, force: true });
    },
  };
}

const COPY = 'throughline-test-';
const MEMORY = '/dev/shm';

/** In memory where there is room (a container's may be 64 MB): copying there takes a tenth of what it takes on a disk. */
function roomForCopies(): string {
  if (!existsSync(MEMORY)) return tmpdir();
  for (const name of readdirSync(MEMORY).filter((one) => one.startsWith(COPY) && !isRunning(ownerOf(one))))
    rmSync(join(MEMORY, name), { recursive: true, force: true }); // left by a test that was killed
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > 2 ** 30 ? MEMORY : tmpdir();
}

const ownerOf = (copy: string): string => copy.slice(COPY.length).split('-')[0] ?? '';

/** A database of its own on a configured server, copied from a filled one of the same shape. */
async function onServer(serverUrl: string, contents: Contents) {
  const template = `throughline_${contents}_${shapeOf(contents)}`;
  const name = `throughline_test_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  const at = (database: string) => Object.assign(new URL(serverUrl), { pathname: `/${database}` }).href;
  await admin.query('select pg_advisory_lock(7470146)');
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [template]);
  if (!rowCount) {
    // One that somebody broke off making is in the way.
    await admin.query(`drop database if exists ${template}_making with (force)`);
    await admin.query(`create database ${template}_making`);
    await fill(at(`${template}_making`), contents);
    await admin.query(`alter database ${template}_making rename to ${template}`);
  }
  await admin.query(`create database ${name} template ${template}`);
  await admin.query('select pg_advisory_unlock(7470146)');
  return {
    url: at(name),
    stop: async () => {
      try {
        // Not by force at first: that asks for the right to end an autovacuum at work there, which dropping alone ends.
        await admin.query(`drop database ${name}`).catch(() => admin.query(`drop database ${name} with (force)`));
      } finally {
        await admin.end();
      }
    },
  };
}

const SHAPE = 'src/**/{*.sql,module.ts,*.db.ts,story/**/*.ts,plant*.ts}';
/** What the story is planted through. */
const RULES = 'src/{people,referrals,risk,casework}/**/*.ts';

/** Changes when any SQL, permission or planting changes, so that a stale copy is never used. */
function shapeOf(contents: Contents): string {
  const hash = createHash('sha256');
  mkdirSync(join(root, 'build'), { recursive: true });
  const found = globSync(contents === 'partnership' ? [SHAPE, RULES] : SHAPE, { cwd: root });
  for (const file of found.filter((one) => !one.endsWith('.test.ts')).toSorted())
    hash.update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 12);
}
