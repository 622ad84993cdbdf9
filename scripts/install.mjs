/**
 * Installs the packages when they are missing or differ from package-lock.json.
 *
 * A stamp inside node_modules, equal to the lockfile's hash, is written only after npm has finished: an install that
 * was interrupted leaves none and is done again. Packages somebody else installed (plain `npm ci`, an image built with
 * `--omit=dev`) are accepted when npm's own record of them agrees with the lockfile.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, readlinkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join, sep } from 'node:path';
import { withLock } from './lock.mjs';
import { say, Trouble } from './trouble.mjs';

const ARGUMENTS = [
  ...['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-fund', '--no-audit', '--loglevel=error'],
  // npm would try for 70 seconds before admitting that there is no network.
  ...['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=4000'],
];

export async function install(root, { development }) {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (isInstalled(root, wanted, development)) return;
  if (isLinked(root)) throw new Trouble(linkedButDifferent(root));
  mkdirSync(join(root, 'build'), { recursive: true });
  await withLock(
    join(root, 'build', 'install.lock'),
    async (shareWith) => {
      if (!isInstalled(root, wanted, development)) await runNpm(root, wanted, shareWith);
    },
    { onWait: () => say('Waiting for another process that is installing the packages…') },
  );
}

function isInstalled(root, wanted, development) {
  if (!isLinked(root) && readIfThere(stampOf(root)) === wanted) return true;
  const missing = findMissing(root);
  if (missing === undefined) return false;
  if (missing.length === 0 && !isLinked(root)) stamp(root, wanted);
  return missing.every((name) => name.development && !development);
}

/** What the lockfile asks for and npm did not put there; undefined when npm never finished. */
function findMissing(root) {
  const record = readIfThere(join(root, 'node_modules', '.package-lock.json'));
  if (record === undefined) return undefined;
  const there = JSON.parse(record).packages;
  const wanted = Object.entries(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages);
  return wanted
    .filter(([path, entry]) => path !== '' && !agrees(entry, there[path], isLinked(root)))
    .map(([path, entry]) => ({ path, development: entry.dev === true }));
}

/** A linked node_modules belongs to another checkout, perhaps a little ahead of this one: there the name is enough. */
function agrees(wanted, found, linked) {
  if (found === undefined) return wanted.optional === true || wanted.devOptional === true;
  return linked || (wanted.version === found.version && wanted.integrity === found.integrity);
}

async function runNpm(root, wanted, shareWith) {
  say('Installing the packages. This happens once and takes about 20 seconds…');
  rmSync(stampOf(root), { force: true });
  rmSync(join(root, 'node_modules', '.package-lock.json'), { force: true });
  const { code, signal, complaint } = await npm(root, shareWith);
  if (signal !== null || code > 128 || /process terminated/.test(complaint))
    throw new Trouble('The install was interrupted. Run the same command to do it again.');
  if (code !== 0) throw new Trouble(explain(complaint));
  stamp(root, wanted);
}

/** npm itself must not run on the Node that lies in the folder it is about to replace. */
function npm(root, shareWith) {
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes(`node_modules${sep}.bin`));
  const child = spawn('npm', ARGUMENTS, {
    cwd: root,
    env: { ...process.env, PATH: path.join(delimiter) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (child.pid !== undefined) shareWith(child.pid);
  const pass = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, pass);
  let complaint = '';
  child.stderr.on('data', (text) => {
    complaint += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', (error) => {
      reject(
        error.code === 'ENOENT'
          ? new Trouble('npm was not found. Install Node.js 20 or later together with npm.')
          : error,
      );
    });
    child.on('close', (code, signal) => {
      for (const name of signals) process.off(name, pass);
      resolve({ code, signal, complaint });
    });
  });
}

function explain(complaint) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH/.test(complaint))
    return 'The packages could not be fetched: npm cannot reach its registry. Check the network and run the same command again.';
  if (/ENOSPC/.test(complaint)) return 'The packages need about 450 MB and the disk is full.';
  const worthReading = complaint.trim().split('\n').slice(0, 12).join('\n');
  if (/EACCES|EPERM|EROFS/.test(complaint)) return `npm may not write where it needs to:\n${worthReading}`;
  return `npm could not install the packages:\n${worthReading}`;
}

function linkedButDifferent(root) {
  const target = readlinkSync(join(root, 'node_modules'));
  return `node_modules is a link to ${target}, which lacks packages named in package-lock.json. Install them there, or remove the link.`;
}

function isLinked(root) {
  return lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function stampOf(root) {
  return join(root, 'node_modules', '.throughline-stamp');
}

/** A stamp that cannot be written (packages installed by somebody else) only means looking more closely next time. */
function stamp(root, hash) {
  const half = `${stampOf(root)}.${process.pid}`;
  try {
    writeFileSync(half, hash);
    renameSync(half, stampOf(root));
  } catch {
    rmSync(half, { force: true });
  }
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
