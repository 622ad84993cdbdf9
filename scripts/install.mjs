/**
 * Installs the packages when they are missing or differ from package-lock.json: to serve, those that serve; to test,
 * check or bench, the tools too.
 *
 * A stamp inside node_modules, equal to the lockfile's hash, says for which of the two they were installed: a start is
 * content with either, the tests are not. Packages that somebody else installed (plain `npm ci`, an image built with
 * `--omit=dev`) are accepted when npm's own record of them agrees with the lockfile.
 */
import { lstatSync, mkdirSync, readFileSync, readlinkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listUsers } from './build.mjs';
import { withLock } from './lock.mjs';
import { findMissing, mendLinks, readLockfile, wouldReplace } from './lockfile.mjs';
import { fetchPackages } from './npm.mjs';
import { say, Trouble } from './trouble.mjs';

const STAMPS = { start: '.throughline-start', tests: '.throughline-tests' };

export async function install(root, { development }) {
  const asked = readLockfile(root);
  if (isInstalled(root, asked, development)) return;
  if (isLinked(root)) throw new Trouble(linkedButDifferent(root));
  mkdirSync(join(root, 'build'), { recursive: true });
  await withLock(
    join(root, 'build', 'install.lock'),
    async (shareWith) => {
      if (isInstalled(root, asked, development)) return;
      refuseToPullAway(root, asked);
      // Whoever has the tools keeps them.
      const tools = development || readStamp(root, 'tests') !== undefined;
      const finish = (made) => stamp(made, asked.hash, tools);
      await fetchPackages(root, asked, { development: tools, shareWith, finish });
      mendLinks(root, asked);
    },
    { onWait: () => say('Waiting for another process that is installing the packages…') },
  );
}

function isInstalled(root, asked, development) {
  const linked = isLinked(root);
  if (!linked && readStamp(root, development ? 'tests' : 'start') === asked.hash) return true;
  const missing = findMissing(root, asked, { linked });
  if (missing === undefined) return false;
  const toServe = missing.filter((one) => !one.development);
  if (!linked && toServe.length === 0) {
    mendLinks(root, asked);
    stamp(join(root, 'node_modules'), asked.hash, missing.length === 0);
  }
  return (development ? missing : toServe).length === 0;
}

/** A server that loads something later would find another version there, or nothing. */
function refuseToPullAway(root, asked) {
  const [user] = listUsers(root);
  if (user === undefined || !wouldReplace(root, asked)) return;
  throw new Trouble(
    `Process ${user.split('@')[0]} runs from packages that package-lock.json now names in other versions: stop it, then run the same command again.`,
  );
}

function linkedButDifferent(root) {
  const target = readlinkSync(join(root, 'node_modules'));
  return `node_modules is a link to ${target}, which lacks packages named in package-lock.json. Install them there, or remove the link.`;
}

function isLinked(root) {
  return lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** A stamp that cannot be written (packages installed by somebody else) only means looking more closely next time. */
function stamp(packages, hash, tools) {
  for (const [what, name] of Object.entries(STAMPS)) {
    const file = join(packages, name);
    const half = `${file}.${process.pid}`;
    try {
      rmSync(file, { force: true });
      if (what === 'tests' && !tools) continue;
      writeFileSync(half, hash);
      renameSync(half, file);
    } catch {
      rmSync(half, { force: true });
    }
  }
}

function readStamp(root, what) {
  try {
    return readFileSync(join(root, 'node_modules', STAMPS[what]), 'utf8');
  } catch {
    return undefined;
  }
}
