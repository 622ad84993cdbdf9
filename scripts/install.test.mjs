/** The installing of packages, with an npm of our own that fetches nothing and takes its time. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, beforeEach, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { nameProcess } from './lock.mjs';
import { isForDevelopment, listFetched, readLockfile } from './lockfile.mjs';
import { findNode } from './node.mjs';
import { MEGABYTES } from './npm.mjs';
import { showProgress, sizeOf } from './progress.mjs';

const house = dirname(dirname(fileURLToPath(import.meta.url)));
const home = mkdtempSync(join(tmpdir(), 'throughline-install-'));
const log = join(home, 'npm.log');
after(() => rmSync(home, { recursive: true, force: true }));

const LEAN = ['served', 'served/node_modules/below'];
const comesWithNode = findNode(house).startsWith(house);

const ALL = ['both', ...LEAN, 'tool'];

let root;
beforeEach(() => {
  root = mkdtempSync(join(home, 'checkout-'));
  writeFileSync(log, '');
  ask();
});

test('a start has what serves installed, once, and npm hears nothing of the tools', async () => {
  assert.match((await start()).told, /^Installing 2 packages: this happens once\.\n2 packages are installed/);
  assert.deepEqual(there(), LEAN);
  const [{ places, described }] = asked();
  assert.deepEqual(
    places.filter((place) => /both|tool/.test(place)),
    [],
  );
  assert.deepEqual(
    described.map((one) => one.devDependencies),
    [undefined, undefined],
  );
  assert.equal((await start()).told, '');
  assert.equal(asked().length, 1);
});

test('what serves does not satisfy the tests, and what tests satisfies a start', async () => {
  await start();
  assert.match((await testing()).told, /^Installing 4 packages, those of the tests among them/);
  assert.deepEqual(there(), ALL);
  await start();
  await testing();
  assert.equal(asked().length, 2);
});

test('whoever has the tools keeps them when the lockfile changes', async () => {
  await testing();
  ask({ version: '2.0.0' });
  await start();
  assert.deepEqual(there(), ALL);
});

test('packages that somebody else installed are accepted for what they are enough for', async () => {
  await testing();
  for (const name of ['.throughline-start', '.throughline-tests']) rmSync(join(root, 'node_modules', name));
  await testing();
  assert.equal(asked().length, 1);
  rmSync(join(root, 'node_modules'), { recursive: true });
  await start();
  rmSync(join(root, 'node_modules', '.throughline-start'));
  await start();
  assert.equal(asked().length, 2);
  await testing();
  assert.equal(asked().length, 3);
});

test('an install that is killed leaves what was there, and is done again', async () => {
  await start();
  const killed = begin('tests', { SLOWLY: '1000' });
  await until(() => asked().length === 2);
  killed.child.kill('SIGKILL');
  await killed.ended;
  assert.deepEqual(there(), LEAN);
  assert.equal((await start()).told, '');
  await testing();
  assert.deepEqual(there(), ALL);
  assert.deepEqual(readdirSync(join(root, 'build')), []);
});

test('Ctrl+C ends it with a sentence, and a first install leaves nothing half done', async () => {
  const broken = begin('start', { SLOWLY: '5000' });
  await until(() => asked().length === 1);
  broken.child.kill('SIGINT');
  assert.deepEqual(await broken.ended, {
    code: 3,
    told: 'Installing 2 packages: this happens once.\nThe install was interrupted. Run the same command to do it again.\n',
  });
  assert.equal(existsSync(join(root, 'node_modules')), false);
  assert.deepEqual(readdirSync(join(root, 'build')), []);
});

test('of two at once one installs and the other waits', async () => {
  const [one, other] = await Promise.all([start({ SLOWLY: '300' }), start({ SLOWLY: '300' })]);
  assert.equal(asked().length, 1);
  assert.match(one.told + other.told, /Waiting for another process that is installing the packages/);
  assert.deepEqual([one.code, other.code], [0, 0]);
});

test('while the tools are added, what a server runs from is there', async () => {
  await start();
  const stay = holdBuild();
  const adding = testing({ SLOWLY: '300' });
  let lookedAt = 0;
  let gone = 0;
  for (let ended = false; !ended; lookedAt++) {
    if (!existsSync(join(root, 'node_modules', 'served', 'package.json'))) gone++;
    ended = await Promise.race([adding.then(() => true), pause(5).then(() => false)]);
  }
  assert.ok(
    lookedAt > 20 && gone <= 1,
    `gone ${gone} of ${lookedAt} times, once in the moment of its renaming at most`,
  );
  assert.equal((await adding).code, 0);
  stay.kill();
});

test('packages in other versions are not put under a server that runs', async () => {
  await start();
  const server = holdBuild();
  ask({ version: '2.0.0' });
  const { code, told } = await start();
  assert.equal(code, 3);
  assert.match(told, new RegExp(`^Process ${server.pid} runs from packages that package-lock.json now names`));
  assert.equal(versionOf('served'), '1.0.0');
  server.kill();
  await once(server, 'exit');
  assert.equal((await start()).code, 0);
  assert.equal(versionOf('served'), '2.0.0');
});

test('a link to one of our own packages is made anew without fetching anything', async () => {
  await start();
  const link = join(root, 'node_modules', '@ours', 'engine');
  assert.equal(readlinkSync(link), '../../packages/engine');
  rmSync(link);
  rmSync(join(root, 'node_modules', '.throughline-start'));
  await start();
  assert.equal(readlinkSync(link), '../../packages/engine');
  assert.equal(asked().length, 1);
});

test('without a network, and on a full disk, it says so in a sentence', async () => {
  assert.deepEqual(await start({ COMPLAIN: 'npm error code EAI_AGAIN' }), {
    code: 3,
    told: 'Installing 2 packages: this happens once.\nThe packages could not be fetched: npm cannot reach its registry. Check the network and run the same command again.\n',
  });
  const { told } = await start({ COMPLAIN: 'npm error code ENOSPC' });
  assert.match(told, new RegExp(`The packages need about ${MEGABYTES.start} MB beside those that are there`));
});

test('in a terminal one line moves and goes away at the end', async () => {
  await start();
  const written = [];
  const out = { isTTY: true, columns: 60, write: (text) => written.push(text) };
  const packages = ['node_modules/served', 'node_modules/tool'];
  const progress = showProgress(root, { packages, megabytes: 7 }, out);
  await until(() => written.length === 2);
  progress.stop();
  const [first, second] = written.map((line) => line.slice(1, -'\x1b[K'.length));
  assert.match(first, /^1 of 2 packages, \d+ of about 7 MB, 0 s$/);
  assert.match(second, /, 1 s$/);
  assert.equal(written[2], '\r\x1b[K');
});

test('nothing that serving needs is left out with the tools', () => {
  const { packages } = readLockfile(house);
  const served = Object.entries(packages).filter(([, entry]) => !isForDevelopment(entry));
  for (const [path, entry] of served)
    for (const name of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies }))
      assert.ok(
        served.some(([place]) => isFoundFrom(path, name, place)),
        `${path} needs ${name}`,
      );
});

test('no package of our own has packages below it, which would stay where they were fetched', () => {
  const { packages } = readLockfile(house);
  assert.deepEqual(
    Object.keys(packages).filter((path) => /^packages\/.*node_modules/.test(path)),
    [],
  );
});

test('the sizes that are told are those of the packages', { skip: !comesWithNode && 'no Node comes packaged' }, () => {
  const packages = realpathSync(join(house, 'node_modules'));
  const sizeAt = (path) => sizeOf(join(packages, path.slice('node_modules/'.length)));
  const serving = listFetched(readLockfile(house), { development: false });
  const served = serving.reduce((sum, path) => sum + sizeAt(path) - sizeAt(join(path, 'node_modules')), 0);
  for (const [told, bytes] of [
    [MEGABYTES.start, served],
    [MEGABYTES.tests, sizeOf(packages)],
  ])
    assert.ok(Math.abs(bytes / 2 ** 20 / told - 1) < 0.05, `${Math.round(bytes / 2 ** 20)} MB, and ${told} are told`);
});

/** Node looks beside whoever asks, then above. */
function isFoundFrom(asker, name, place) {
  const above = place.slice(0, -`node_modules/${name}`.length);
  return place.endsWith(`node_modules/${name}`) && `${asker}/`.startsWith(above);
}

/** A checkout that serves with two packages, one below the other, and one of its own, and is tested with two more. */
function ask({ version = '1.0.0' } = {}) {
  const description = {
    dependencies: { served: version, '@ours/engine': '1.0.0' },
    devDependencies: { tool: version },
  };
  const engine = { name: '@ours/engine', version: '1.0.0', devDependencies: { tool: version } };
  const packages = {
    '': description,
    'node_modules/@ours/engine': { resolved: 'packages/engine', link: true },
    'node_modules/both': { version, integrity: 'both', devOptional: true },
    'node_modules/elsewhere': { version, integrity: 'elsewhere', optional: true, os: ['nowhere'] },
    'node_modules/served': { version, integrity: `served-${version}`, dependencies: { below: version } },
    'node_modules/served/node_modules/below': { version, integrity: 'below' },
    'node_modules/tool': { version, integrity: 'tool', dev: true },
    'packages/engine': engine,
  };
  mkdirSync(join(root, 'packages', 'engine'), { recursive: true });
  write(join(root, 'package-lock.json'), { lockfileVersion: 3, packages });
  write(join(root, 'package.json'), description);
  write(join(root, 'packages', 'engine', 'package.json'), engine);
}

function write(file, value) {
  writeFileSync(file, JSON.stringify(value));
}

/** Says in the log what it is asked for, takes SLOWLY milliseconds, and puts it there as npm does. */
const NPM = `#!${process.execPath}
const { appendFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } = require('node:fs');
const { dirname, join, relative } = require('node:path');
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const { packages } = read('package-lock.json');
const described = ['package.json', 'packages/engine/package.json'].map(read);
appendFileSync(process.env.NPM_LOG, JSON.stringify({ places: Object.keys(packages), described }) + '\\n');
if (process.env.COMPLAIN) {
  console.error(process.env.COMPLAIN);
  process.exit(1);
}
setTimeout(() => {
  const here = Object.entries(packages).filter(([path, entry]) => path !== '' && !entry.os);
  for (const [path, entry] of here.filter(([place]) => place.startsWith('node_modules/'))) {
    mkdirSync(entry.link ? dirname(path) : path, { recursive: true });
    if (entry.link) symlinkSync(relative(dirname(path), entry.resolved), path);
    else writeFileSync(join(path, 'package.json'), JSON.stringify(entry));
  }
  writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: Object.fromEntries(here) }));
}, Number(process.env.SLOWLY ?? 0));
`;

const INSTALL = `
import { install } from '${join(house, 'scripts', 'install.mjs')}';
const [, root, what] = process.argv;
await install(root, { development: what === 'tests' }).catch(({ message, exitCode }) => {
  process.stderr.write(message + '\\n');
  process.exitCode = exitCode;
});
`;

function begin(what, environment = {}) {
  const bin = join(home, 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'npm'), NPM, { mode: 0o755 });
  const child = spawn(process.execPath, ['--input-type=module', '--eval', INSTALL, root, what], {
    env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, NPM_LOG: log, ...environment },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  const ended = Promise.all([text(child.stderr), once(child, 'close')]).then(([told, [code]]) => ({ code, told }));
  return { child, ended };
}

const start = (environment) => begin('start', environment).ended;
const testing = (environment) => begin('tests', environment).ended;

/** A process that runs from some build of this checkout. */
function holdBuild() {
  const build = join(root, 'build', '0123456789abcdef');
  const child = spawn('sleep', ['60']);
  mkdirSync(build, { recursive: true });
  writeFileSync(join(build, `.used-by-${nameProcess(child.pid)}`), '');
  return child;
}

/** What npm was asked for, each time it was. */
function asked() {
  const lines = readFileSync(log, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line));
}

/** Where packages of others are. */
function there() {
  return globSync('**/package.json', { cwd: join(root, 'node_modules') })
    .map(dirname)
    .toSorted();
}

function versionOf(name) {
  return JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version;
}

async function until(holds) {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 1000) throw new Error('waited in vain');
    await pause(20);
  }
}
