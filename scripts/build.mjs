/**
 * Turns the sources into JavaScript in build/<key>/, where the key is a hash of all that goes in. Sources that have
 * been built before are not built again, and a running server keeps its build while a test makes another.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isRunning, nameProcess } from './lock.mjs';
import { Trouble } from './trouble.mjs';

const KEPT = 4;
const USED_BY = '.used-by-';
const BUILD = /^[0-9a-f]{16}$/;
/** What a start waits for: the program, and the threads it may want. */
const PROGRAM = ['src/main.ts', 'packages/disclosure/src/worker.ts', 'src/papers/worker.ts'];
/** What fills the databases of the tests, and where its digest stands in a build. */
const FILLS = 'src/testing/fill.ts';
const FILLED_BY = 'filled-by';
/** What runs by itself beside it: the tests, the bench. Were every file such a one, each would be a chunk to load. */
const ENTRY = /(\/main|\.test|\.fixture)\.tsx?$/;

/** The folder of the build that belongs to the sources as they are now: the program alone, or with tests and benches. */
export async function build(root, { withTests }) {
  const sources = withTests
    ? ['src', 'packages', 'tests', 'bench'].flatMap((folder) => list(join(root, folder), /\.(tsx?|m?js|json)$/))
    : ['src', 'packages'].flatMap((folder) => list(join(root, folder), /(?<!\.test)\.(tsx?|m?js|json)$/));
  const folder = join(root, 'build', keyOf(root, sources));
  if (!existsSync(folder)) await make(root, withTests ? sources : [], folder);
  markAsUsed(folder);
  sweep(join(root, 'build'));
  return folder;
}

/** Every file below a folder whose name matches, in a steady order. */
export function list(folder, name) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.name === 'dist' || entry.name === 'node_modules') return [];
      if (entry.isDirectory()) return list(path, name);
      return name.test(entry.name) ? [path] : [];
    });
}

function keyOf(root, sources) {
  const hash = createHash('sha256');
  const ours = ['scripts/build.mjs', 'scripts/lock.mjs', 'tsconfig.json', 'package-lock.json'];
  for (const file of [...ours.map((name) => join(root, name)), ...sources])
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** Built beside, then renamed: a build is there whole or not at all. Of two who build the same, the second gives way. */
async function make(root, sources, folder) {
  mkdirSync(join(root, 'build'), { recursive: true });
  const half = mkdtempSync(join(root, 'build', `half-${nameProcess()}-`));
  try {
    await bundle(root, sources, half);
    renameSync(half, folder);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  }
}

/** The program apart from the rest, or it would come in as many files as there are ways to share them: some 600. */
async function bundle(root, others, outdir) {
  const { build: run, formatMessages } = await import('esbuild');
  const program = PROGRAM.map((file) => join(root, file));
  const rest = others.filter((file) => ENTRY.test(file) && !program.includes(file));
  const options = {
    absWorkingDir: root,
    outdir,
    outbase: root,
    bundle: true,
    splitting: true,
    packages: 'external',
    plugins: [ours(root), withKysely],
    platform: 'node',
    format: 'esm',
    target: 'node22',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: true,
    sourcesContent: false,
    chunkNames: 'chunks/[name]-[hash]',
    logLevel: 'silent',
  };
  try {
    await Promise.all([
      run({ ...options, entryPoints: program }),
      run({ ...options, entryPoints: rest }),
      others.length > 0 && noteWhatFills(run, { ...options, entryPoints: [join(root, FILLS)] }),
    ]);
  } catch (error) {
    if (error.errors === undefined) throw error;
    const messages = await formatMessages(error.errors, { kind: 'error', color: process.stderr.isTTY });
    throw new Trouble(`The sources do not build.\n${messages.join('')}`, 1);
  }
}

/**
 * Filling the databases of the tests takes ten seconds, so they are kept while what fills them is the same: the rules
 * it goes through, without comments, and without the pages, which it does not reach.
 */
async function noteWhatFills(run, options) {
  const { outputFiles } = await run({ ...options, splitting: false, sourcemap: false, minify: true, write: false });
  const digest = createHash('sha256').update(outputFiles[0].contents).digest('hex');
  writeFileSync(join(options.outdir, FILLED_BY), digest);
}

/**
 * Our own packages are read where they stand: Node loads no .tsx and strips no types below node_modules, and a linked
 * node_modules would lead to another checkout's.
 */
const ours = (root) => ({
  name: 'our own packages',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^@throughline\// }, ({ path }) => ({
      path: join(root, 'packages', path.slice('@throughline/'.length), 'src', 'index.ts'),
      sideEffects: false,
    })),
});

/** Kysely alone is 260 files to find and read; every other package stays where it is. */
const withKysely = {
  name: 'with Kysely',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^kysely(\/|$)/ }, ({ path }) => ({ path: fileURLToPath(import.meta.resolve(path)) })),
};

/** Keeps the builds used last, and those a living process still runs from. */
function sweep(builds) {
  const entries = readdirSync(builds).map((name) => ({ name, path: join(builds, name) }));
  const abandoned = entries.filter(({ name }) => name.startsWith('half-') && !isRunning(name.split('-')[1]));
  const old = entries
    .filter(({ name }) => BUILD.test(name))
    .map((entry) => ({ ...entry, used: statSync(entry.path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.used - a.used)
    .slice(KEPT)
    .filter(({ path }) => !isInUse(path));
  for (const { path } of [...abandoned, ...old]) rmSync(path, { recursive: true, force: true });
}

/** This process may become the command itself, or wait for it: either way its number stands for the use. */
function markAsUsed(folder) {
  for (const user of usersOf(folder)) if (!isRunning(user)) rmSync(join(folder, USED_BY + user), { force: true });
  writeFileSync(join(folder, USED_BY + nameProcess()), '');
}

/** Every living process that runs from some build. */
export function listUsers(root) {
  const builds = join(root, 'build');
  const names = existsSync(builds) ? readdirSync(builds).filter((name) => BUILD.test(name)) : [];
  return names.flatMap((name) => usersOf(join(builds, name))).filter(isRunning);
}

function isInUse(folder) {
  return usersOf(folder).some(isRunning);
}

function usersOf(folder) {
  return readdirSync(folder)
    .filter((name) => name.startsWith(USED_BY))
    .map((name) => name.slice(USED_BY.length));
}
