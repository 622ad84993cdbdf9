/**
 * Has npm fetch the packages into a folder beside, and puts them into place when they are whole: an install that is
 * interrupted leaves what was there before, and whatever runs from there goes on running.
 */
import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join, sep } from 'node:path';
import { isRunning, nameProcess } from './lock.mjs';
import { isForDevelopment, listFetched } from './lockfile.mjs';
import { showProgress } from './progress.mjs';
import { say, Trouble } from './trouble.mjs';

const ARGUMENTS = [
  ...['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-fund', '--no-audit', '--loglevel=error'],
  // npm would try for 70 seconds before admitting that there is no network.
  ...['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=4000'],
];
/** On the disk, where Node and PostgreSQL come among the packages. A test holds both to what is there. */
export const MEGABYTES = { start: 376, tests: 657 };

/** `finish` is given the new node_modules before anybody else sees it. */
export async function fetchPackages(root, asked, { development, shareWith, finish }) {
  sweep(root);
  const aside = join(root, 'build', `installing-${nameProcess()}`);
  const megabytes = development ? MEGABYTES.tests : MEGABYTES.start;
  const packages = listFetched(asked, { development });
  try {
    copyDescriptions(root, asked, aside, { development });
    say(
      `Installing ${packages.length} packages${development ? ', those of the tests among them' : ''}: this happens once.`,
    );
    const progress = showProgress(aside, { packages, megabytes });
    const ended = await npm(aside, shareWith).finally(progress.stop);
    refuseUnlessWell(ended, megabytes);
    say(progress.sayDone());
    finish(join(aside, 'node_modules'));
    putInPlace(root, join(aside, 'node_modules'));
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/**
 * npm's `--omit=dev` would still fetch what a served package could use and only a tool brings (TypeScript). Told nothing
 * of the tools, it fetches what serves.
 */
function copyDescriptions(root, { lock, packages }, aside, { development }) {
  const kept = Object.entries(packages).filter(([, entry]) => development || !isForDevelopment(entry));
  const entries = kept.map(([path, entry]) => [path, development ? entry : withoutTools(entry)]);
  mkdirSync(aside, { recursive: true });
  writeJson(join(aside, 'package-lock.json'), { ...lock, packages: Object.fromEntries(entries) });
  for (const [path] of entries.filter(([place]) => !place.includes('node_modules'))) {
    const description = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
    mkdirSync(join(aside, path), { recursive: true });
    writeJson(join(aside, path, 'package.json'), development ? description : withoutTools(description));
  }
  if (existsSync(join(root, '.npmrc'))) copyFileSync(join(root, '.npmrc'), join(aside, '.npmrc'));
}

function withoutTools({ devDependencies, ...rest }) {
  return rest;
}

function writeJson(file, value) {
  writeFileSync(file, JSON.stringify(value, null, 2));
}

/** A running server finds each package where it was: what it has loaded stays, what it loads later is there. */
function putInPlace(root, made) {
  const place = join(root, 'node_modules');
  const before = join(root, 'build', `replaced-${nameProcess()}`);
  mkdirSync(dirname(before), { recursive: true });
  try {
    if (existsSync(place)) renameSync(place, before);
    renameSync(made, place);
  } catch (error) {
    if (error.code !== 'EBUSY' && error.code !== 'EXDEV') throw error;
    throw new Trouble('node_modules cannot be moved (it is mounted): run `npm ci` here, then the same command again.');
  }
  rmSync(before, { recursive: true, force: true });
}

/** What was left by one that was killed. */
function sweep(root) {
  const builds = join(root, 'build');
  for (const name of readdirSync(builds)) {
    const process = /^(?:installing|replaced)-(.*)$/.exec(name)?.[1];
    if (process !== undefined && !isRunning(process)) rmSync(join(builds, name), { recursive: true, force: true });
  }
}

/** npm itself must not run on the Node that lies in the folder it is about to replace. */
function npm(folder, shareWith) {
  const path = (process.env.PATH ?? '').split(delimiter).filter((one) => !one.includes(`node_modules${sep}.bin`));
  const child = spawn('npm', ARGUMENTS, {
    cwd: folder,
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

function refuseUnlessWell({ code, signal, complaint }, megabytes) {
  if (signal !== null || code > 128 || /process terminated/.test(complaint))
    throw new Trouble('The install was interrupted. Run the same command to do it again.');
  if (code !== 0) throw new Trouble(explain(complaint, megabytes));
}

function explain(complaint, megabytes) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH/.test(complaint))
    return 'The packages could not be fetched: npm cannot reach its registry. Check the network and run the same command again.';
  if (/ENOSPC/.test(complaint))
    return `The packages need about ${megabytes} MB beside those that are there, and the disk is full.`;
  const worthReading = complaint.trim().split('\n').slice(0, 12).join('\n');
  if (/EACCES|EPERM|EROFS/.test(complaint)) return `npm may not write where it needs to:\n${worthReading}`;
  return `npm could not install the packages:\n${worthReading}`;
}
