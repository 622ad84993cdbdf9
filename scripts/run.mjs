/**
 * node scripts/run.mjs start | test [PATH…] | check | format | schema | bench | keep-planted | throughline [COMMAND…]
 *
 * Needs nothing but Node 20: installs what is missing, builds what has changed, and becomes the program.
 */
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, list } from './build.mjs';
import { checks, STYLE } from './checks.mjs';
import { install } from './install.mjs';
import { become, findNode, run } from './node.mjs';
import { say, Trouble } from './trouble.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const words = {
  start: (args) => runBuilt('src/main.js', ['start', ...args]),
  throughline: (args) => runBuilt('src/main.js', args),
  schema: (args) => runBuilt('tests/schema/main.js', args, { withTests: true }),
  'keep-planted': (args) => runBuilt('tests/upgrade/main.js', args, { withTests: true }),
  bench: (args) => runBuilt('bench/main.js', args, { withTests: true }),
  test,
  check,
  format,
};

try {
  const [word, ...args] = process.argv.slice(2);
  if (!Object.hasOwn(words, word ?? '')) throw new Trouble(`Say one of: ${Object.keys(words).join(', ')}.`, 2);
  await words[word](args);
} catch (error) {
  if (!(error instanceof Trouble)) throw error;
  say(error.message);
  process.exitCode = error.exitCode;
}

async function runBuilt(file, args, { withTests } = { withTests: false }) {
  await install(root, { development: withTests });
  const folder = await build(root, { withTests });
  await become(findNode(root), ['--enable-source-maps', join(folder, file), ...args]);
}

/** Everything, the checks among it; or, with paths, only the tests that lie there. Options go to Node's test runner. */
async function test(args) {
  process.chdir(root);
  await install(root, { development: true });
  const node = findNode(root);
  const folder = await build(root, { withTests: true });
  const options = args.filter((arg) => arg.startsWith('-'));
  const places = args.filter((arg) => !arg.startsWith('-')).map((place) => relative(root, join(root, place)));
  const within = (files, from) => files.filter((file) => isWithin(relative(from, file), places));
  const files = [
    ...within(list(join(root, 'scripts'), /\.test\.mjs$/), root),
    ...within(list(folder, /\.test\.js$/), folder),
  ];
  if (files.length === 0) throw new Trouble(`There are no tests in ${places.join(', ')}.`, 2);
  // A file that does not end (a server left open by a test that failed) is named and ended, rather than waited for.
  const limits = ['--test-concurrency=2', '--test-timeout=600000'];
  const how = ['--enable-source-maps', '--test', '--test-reporter=spec', ...limits];
  await become(node, [...how, ...options, ...files]);
}

/** A place is a folder, a file, or the beginning of a file's name: src/risk, src/risk/level. */
function isWithin(file, places) {
  const begins = (place) => file.startsWith(place.replace(/\.(tsx?|mjs)$/, ''));
  return places.length === 0 || places.some(begins);
}

async function check() {
  await install(root, { development: true });
  const node = findNode(root);
  for (const { name, tool, args } of checks(root)) {
    const code = await run(node, [tool, ...args], { cwd: root });
    if (code !== 0) throw new Trouble(`Check that ${name}: see above.`, 1);
  }
}

/** Puts right what of the style can be put right without thinking. */
async function format() {
  await install(root, { development: true });
  const { tool, args } = checks(root).find(({ name }) => name === STYLE);
  process.exitCode = await run(findNode(root), [tool, ...args, '--write'], { cwd: root });
}
