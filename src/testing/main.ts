/**
 * node main.js [OPTION…] FILE…
 *
 * Runs these test files, each in a process of its own, several at a time, beside one database server for them all. What
 * they write to the temporary folder is gone with the run. Options are those of Node’s own test runner that choose tests
 * by name; others are handed to the process of each file.
 */
import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { pathToFileURL } from 'node:url';
import { root } from '../platform/root.ts';
import { openDatabases } from './databases.ts';
import { makeRunFolder } from './kept.ts';
import { sayTimes } from './times.ts';

const LIMIT = join(root, 'scripts', 'test-limit.mjs');
const PATTERNS = { '--test-name-pattern': 'testNamePatterns', '--test-skip-pattern': 'testSkipPatterns' };

const words = process.argv.slice(2);
const files = words.filter((word) => !word.startsWith('-'));
const options = words.filter((word) => word.startsWith('-'));
const phases: Record<string, number> = JSON.parse(process.env.THROUGHLINE_PHASES ?? '{}');

const read = new Set<string>();

const stopping = new AbortController();
const folder = await makeRunFolder();
chmodSync(folder, 0o711); // below it are the sockets of PostgreSQL, which may run as another account
process.env.TMPDIR = folder;
try {
  const databases = files.some(needsDatabase) ? await timed('databases', () => openDatabases(say)) : undefined;
  if (databases) process.env.THROUGHLINE_TEST_DATABASES = JSON.stringify(databases);
  try {
    const seconds = await timed('tests', runFiles);
    if (!stopping.signal.aborted) say(`\n${sayTimes(phases, seconds)}`);
  } finally {
    await databases?.close();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function runFiles(): Promise<Record<string, number>> {
  const seconds: Record<string, number> = {};
  const events = run({
    files,
    concurrency: Math.max(2, availableParallelism()),
    signal: stopping.signal,
    execArgv: [
      '--enable-source-maps',
      '--import',
      pathToFileURL(LIMIT).href,
      ...options.filter((option) => !isPattern(option)),
    ],
    ...patterns(),
  });
  events.on('test:complete', ({ name, details }) => {
    if (files.includes(name)) seconds[sourceOf(name)] = details.duration_ms / 1000;
  });
  events.on('test:fail', () => {
    process.exitCode = 1;
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      process.exitCode = 130;
      stopping.abort();
    });
  for await (const text of events.compose(new spec())) process.stdout.write(text);
  return seconds;
}

/** `--test-name-pattern=word` and the like, as the runner takes them when it is called rather than typed. */
function patterns(): Record<string, string[]> {
  const given = Object.entries(PATTERNS).map(([name, called]) => [
    called,
    options.flatMap((option) => (option.startsWith(`${name}=`) ? option.slice(name.length + 1) : [])),
  ]);
  return Object.fromEntries(given.filter(([, each]) => each?.length));
}

function isPattern(option: string): boolean {
  return Object.keys(PATTERNS).some((name) => option.startsWith(`${name}=`));
}

/** A built file begins each source in it with its name, and names the files that it imports. */
function needsDatabase(file: string): boolean {
  if (read.has(file)) return false;
  read.add(file);
  const text = readFileSync(file, 'utf8');
  const imports = [...text.matchAll(/(?:from|import) ?"(\.[^"]+)"/g)].map(([, path = '']) => join(dirname(file), path));
  return text.includes('// src/testing/open.ts') || imports.some(needsDatabase);
}

/** Of build/KEY/src/risk/level.test.js: src/risk/level.test.ts. */
function sourceOf(file: string): string {
  const inside = relative(root, file).replace(/^build\/[0-9a-f]+\//, '');
  const sources = ['.ts', '.tsx'].map((ending) => inside.replace(/\.js$/, ending));
  return sources.find((source) => existsSync(join(root, source))) ?? inside;
}

async function timed<T>(phase: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  try {
    return await work();
  } finally {
    phases[phase] = (performance.now() - began) / 1000;
  }
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
