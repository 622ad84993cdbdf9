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
/** Tests, so that none runs on alone at the end. */
const SLOWEST_FIRST = [/^tests\/journeys\//, /^tests\/house\//, /^(?!tests\/)/];

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

/** Everything, the checks among it; or, with words, only the tests of these rooms, packages, folders or files. */
async function test(args) {
  process.chdir(root);
  const began = Date.now();
  await install(root, { development: true });
  const installed = Date.now();
  const node = findNode(root);
  const folder = await build(root, { withTests: true });
  const options = args.filter((arg) => arg.startsWith('-'));
  const places = args.filter((arg) => !arg.startsWith('-')).map((place) => relative(root, join(root, place)));
  const within = (files, from) => files.filter((file) => isWithin(relative(from, file), places));
  const built = within(list(folder, /\.test\.js$/), folder);
  const files = [
    ...within(list(join(root, 'scripts'), /\.test\.mjs$/), root),
    ...SLOWEST_FIRST.flatMap((group) => built.filter((file) => group.test(relative(folder, file)))),
  ];
  if (files.length === 0) throw new Trouble(`There are no tests in ${places.join(', ')}.`, 2);
  const phases = { installing: (installed - began) / 1000, building: (Date.now() - installed) / 1000 };
  const runner = join(folder, 'src', 'testing', 'main.js');
  const environment = { THROUGHLINE_PHASES: JSON.stringify(phases) };
  await become(node, ['--enable-source-maps', runner, ...options, ...files], environment);
}

/** A place is a room or a package, a folder, a file, or how its path begins: risk, src/risk, src/risk/level. */
function isWithin(file, places) {
  const begins = (place) => ['', 'src/', 'packages/', 'tests/'].some((folder) => file.startsWith(folder + place));
  return places.length === 0 || places.some((place) => begins(place.replace(/\.(tsx?|mjs)$/, '')));
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
