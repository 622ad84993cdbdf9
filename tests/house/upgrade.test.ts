import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { modules } from '../../src/modules.ts';
import { auditVerify } from '../../src/platform/audit/commands.ts';
import { House } from '../../src/platform/db/index.ts';
import { migrate, readNumbered } from '../../src/platform/db/migrate.ts';
import { runCommand } from '../../src/platform/testing/keyboard.ts';
import { type Answer, Visitor } from '../../src/platform/testing/visitor.ts';
import { findPartnership } from '../../src/platform/web/partnership.db.ts';
import { createServer } from '../../src/platform/web/server.tsx';
import { openTestHouse } from '../../src/testing/open.ts';
import { hashOf, type Kept, keep, layOut, readKept } from '../upgrade/kept.ts';

const kept = readKept();
const name = `throughline_older_${randomUUID().replaceAll('-', '')}`;
const beside = await openTestHouse('empty');
let older: House;
let server: FastifyInstance;
let ran: string[];

before(async () => {
  await beside.house.asOwner((client) => client.query(`create database ${name}`));
  const url = Object.assign(new URL(beside.url), { pathname: `/${name}` }).href;
  await layOut(url, kept);
  ran = await migrate(url, modules);
  older = new House(url, 5);
  const partnership = await older.as('console', {}, findPartnership);
  assert.ok(partnership);
  server = await createServer(older, partnership, modules);
});
after(async () => {
  await server?.close();
  await older?.close();
  await beside.house.asOwner((client) => client.query(`drop database ${name} with (force)`));
  await beside.close();
});

test('only what came after the kept planting runs, and what had run was not changed since', () => {
  const today = readNumbered(modules);
  const before = new Map(kept.numbered.map(({ name, hash }) => [name, hash]));
  assert.deepEqual(
    today.filter(({ name }) => before.has(name)).map((file) => ({ name: file.name, hash: hashOf(file) })),
    kept.numbered,
  );
  assert.deepEqual(
    ran,
    today.map(({ name }) => name).filter((name) => !before.has(name)),
  );
});

test('nothing that was kept is lost', async () => {
  const now = new Map((await keep(older)).tables.map(({ name, count }) => [name, count]));
  // Written anew by every upgrade, from what the rooms declare.
  const lasting = kept.tables.filter(({ name }) => name !== 'role_permission');
  assert.deepEqual(
    lasting.map(({ name }) => [name, now.get(name)]),
    lasting.map(({ name, count }) => [name, count]),
  );
  assert.ok(lasting.filter(({ count }) => count > 0).length > 60);
});

test('people sign in; the pages of their menu open, and the first pages that those lead to', async () => {
  const opened = new Set<string>();
  for (const key of ['asha', 'ben', 'dev', 'nadine', 'ilinca', 'helen', 'seun']) {
    const visitor = await Visitor.signedIn(server, key);
    for (const path of linksOn(await open(visitor, '/'), 'nav a, main a'))
      for (const next of linksOn(await open(visitor, path), 'main a').slice(0, 2)) {
        await open(visitor, next);
        opened.add(next.split('/')[1] ?? '');
      }
  }
  for (const kind of ['cases', 'children', 'mash', 'referrals', 'releases', 'reports'])
    assert.ok(opened.has(kind), kind);
});

async function open(visitor: Visitor, path: string): Promise<Answer> {
  const answer = await visitor.get(path);
  assert.equal(answer.status, 200, path);
  return answer;
}

function linksOn({ page }: Answer, which: string): string[] {
  const links = [...page.querySelectorAll(which)].map((link) => link.getAttribute('href') ?? '');
  return [...new Set(links)].filter((path) => path.startsWith('/'));
}

test('the sealed audit is whole, and what is done after the upgrade is written into it', async () => {
  const { code, told, printed } = await runCommand(older, auditVerify);
  assert.equal(code, 0, told + printed);
  const entries = (tables: Kept['tables']) => tables.find(({ name }) => name === 'audit_entry')?.count ?? 0;
  assert.ok(entries((await keep(older)).tables) > entries(kept.tables));
});
