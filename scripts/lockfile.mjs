/**
 * What package-lock.json asks for, and how far node_modules answers it: npm keeps a record of what it put there. Our own
 * packages (`packages/x`, and the links to them) are sources, never fetched.
 */
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { LOADERS } from './node.mjs';

/** @returns the lockfile, its hash, and its entries by where they lie */
export function readLockfile(root) {
  const text = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const lock = JSON.parse(text);
  return { lock, hash: createHash('sha256').update(text).digest('hex'), packages: lock.packages };
}

/** Needed to test, check or bench, and not to serve; what only a tool brings and a served package could use, too. */
export function isForDevelopment(entry) {
  return entry.dev === true || entry.devOptional === true;
}

/** Somebody else's package, to be fetched. */
function isFetched(path, entry) {
  return path.startsWith('node_modules/') && entry.link !== true;
}

/** What this platform is to get, by where it lies. */
export function listFetched({ packages }, { development }) {
  return Object.entries(packages)
    .filter(([path, entry]) => isFetched(path, entry) && isForHere(entry) && (development || !isForDevelopment(entry)))
    .map(([path]) => path);
}

/** What npm has not put there, or in another version; undefined where npm never finished. */
export function findMissing(root, { packages }, { linked }) {
  const there = readRecord(root);
  if (there === undefined) return undefined;
  return Object.entries(packages)
    .filter(([path, entry]) => isFetched(path, entry) && !agrees(entry, there[path], linked))
    .map(([path, entry]) => ({ path, development: isForDevelopment(entry) }));
}

/** What is there would not only be added to, but another version put in its place, or nothing. */
export function wouldReplace(root, { packages }) {
  return Object.entries(readRecord(root) ?? {}).some(
    ([path, found]) => isFetched(path, found) && !(path in packages && agrees(packages[path], found, false)),
  );
}

/** Where our own packages are looked for by those who know nothing of our build. Nothing is fetched for that. */
export function mendLinks(root, { packages }) {
  for (const [path, { link, resolved }] of Object.entries(packages)) {
    const at = join(root, path);
    if (link !== true || leadsTo(at, join(root, resolved))) continue;
    rmSync(at, { recursive: true, force: true });
    mkdirSync(dirname(at), { recursive: true });
    symlinkSync(relative(dirname(at), join(root, resolved)), at, 'dir');
  }
}

function leadsTo(link, folder) {
  return lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() && existsSync(link)
    ? realpathSync(link) === realpathSync(folder)
    : false;
}

function readRecord(root) {
  const file = join(root, 'node_modules', '.package-lock.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

/** A linked node_modules belongs to another checkout, perhaps a little ahead of this one: there the name is enough. */
function agrees(wanted, found, linked) {
  if (found === undefined) return wanted.optional === true || wanted.os !== undefined;
  return linked || (wanted.version === found.version && wanted.integrity === found.integrity);
}

function isForHere({ os, cpu, libc }) {
  return allows(os, process.platform) && allows(cpu, process.arch) && allows(libc, LIBC);
}

/** npm writes one name or several, each of them allowed or (`!win32`) not. */
function allows(names, here) {
  const list = [names ?? []].flat();
  return !list.includes(`!${here}`) && (list.every((name) => name.startsWith('!')) || list.includes(here));
}

const LIBC = existsSync(LOADERS[process.arch] ?? '') ? 'glibc' : 'musl';
