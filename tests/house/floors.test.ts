import assert from 'node:assert/strict';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { cruise, type ICruiseResult, type IModule } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { modules } from '../../src/modules.ts';
import { root } from '../../src/platform/root.ts';

const FEWEST_TYPE_IMPORTS = 500;

/** Rooms from the ground up; a room may use only those before it. `trial` stands on top: it plants through all. */
const floors = ['platform', ...modules.map(({ name }) => name).filter((name) => !name.startsWith('platform/'))];
const roomOf = (file: string) => /^src\/([^/]+)\//.exec(file)?.[1] ?? '';
const packageOf = (file: string) => /^packages\/([^/]+)\//.exec(file)?.[1] ?? '';
const packages = globSync('packages/*/package.json', { cwd: root }).map((file) => packageOf(file));
const frontDoorOf = (name: string) => `packages/${name}/src/index.ts`;
/** The house's own doors, and what opens it for tests: they put the rooms together. */
const composes = (file: string) => /^src\/([^/]+\.tsx?$|testing\/)/.test(file);
const isTest = (file: string) => /\.test\.tsx?$/.test(file);
const isForTests = (file: string) => isTest(file) || /\/testing\//.test(file);
const isInRoom = (file: string) => file.startsWith('src/') && !composes(file) && !isForTests(file);

let cruised: IModule[] = [];
let arrows: { from: string; to: string; kinds: string[] }[] = [];

before(async () => {
  process.chdir(root);
  cruised = await lookAt('src', 'packages', 'tests', 'bench');
  arrows = cruised.flatMap(({ source, dependencies }) =>
    dependencies
      .map(({ resolved, dependencyTypes }) => ({ from: source, to: resolved, kinds: dependencyTypes }))
      .filter(({ to }) => to.startsWith('src/') || to.startsWith('packages/')),
  );
});

/** Follows every import, those of types alone too. */
async function lookAt(...folders: string[]): Promise<IModule[]> {
  const { output } = await cruise(
    folders,
    {
      doNotFollow: { path: 'node_modules' },
      tsPreCompilationDeps: true,
      exclude: { path: '(^|/)(node_modules|dist)/' },
    },
    // Where our own packages stand: without it every arrow into them would be passed over.
    { alias: Object.fromEntries(packages.map((name) => [`@throughline/${name}`, join(root, frontDoorOf(name))])) },
    { tsConfig: extractTSConfig('tsconfig.json') },
  );
  return (output as ICruiseResult).modules;
}

const say = ({ from, to }: { from: string; to: string }) => `${from} → ${to}`;

test('the whole house was looked at: a cruise that passes over a file, or over imports of types, proves nothing', () => {
  const seen = new Set(cruised.map(({ source }) => source));
  const files = globSync('{src,packages/*/src,tests,bench}/**/*.{ts,tsx}', { cwd: root });
  assert.deepEqual(
    files.filter((file) => !seen.has(file)),
    [],
  );
  const ofTypes = arrows.filter(({ kinds }) => kinds.includes('type-only'));
  assert.ok(ofTypes.length >= FEWEST_TYPE_IMPORTS, `only ${ofTypes.length} imports of types were seen`);
});

test('every folder is a room of the table of contents, or what tests put the house together with', () => {
  const folders = new Set(cruised.map(({ source }) => roomOf(source)).filter(Boolean));
  assert.deepEqual([...folders].toSorted(), [...floors, 'testing'].toSorted());
});

test('no arrow runs back up: a room uses only the rooms below it', () => {
  const wrong = arrows.filter(({ from, to }) => !isTest(from) && floorOf(to) > floorOf(from));
  assert.deepEqual(wrong.map(say), []);
});

/** Packages lie below the ground; what puts the rooms together stands above them all. */
const floorOf = (file: string) => {
  if (packageOf(file)) return -1;
  return file.startsWith('src/') && !composes(file) ? floors.indexOf(roomOf(file)) : floors.length;
};

test('a package uses only the packages it names, and everybody enters it by its front door', () => {
  const dependenciesOf = (name: string) =>
    Object.keys(JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')).dependencies ?? {});
  const between = arrows.filter(
    ({ from, to }) => packageOf(to) && packageOf(from) !== packageOf(to) && !isForTests(to),
  );
  assert.ok(between.length >= 100, `only ${between.length} arrows into packages were found`);
  const wrong = between.filter(({ from, to }) => {
    const unnamed = packageOf(from) && !dependenciesOf(packageOf(from)).includes(`@throughline/${packageOf(to)}`);
    return unnamed || to !== frontDoorOf(packageOf(to));
  });
  assert.deepEqual(wrong.map(say), []);
});

test('what is made for tests is used by tests alone', () => {
  const wrong = arrows.filter(({ from, to }) => isInRoom(from) && isForTests(to));
  assert.deepEqual(wrong.map(say), []);
});

test('a room is entered by its front door', () => {
  const wrong = arrows.filter(
    ({ from, to }) =>
      isInRoom(from) &&
      roomOf(from) !== roomOf(to) &&
      !['platform', ''].includes(roomOf(to)) &&
      to !== `src/${roomOf(to)}/index.ts`,
  );
  assert.deepEqual(wrong.map(say), []);
});

test('rules are pure: a noun asks no database, draws no page, reads no clock', () => {
  const isNoun = (file: string) =>
    /^src\/(?!platform\/|trial\/)[^/]+\/.+\.ts$/.test(file) &&
    isInRoom(file) &&
    !/\/pages\/|(\.db|\.command|\.job|\.fixture|module|index|measures)\.ts$/.test(file);
  const impure = /\.db\.ts$|\/pages\/|platform\/(db|web|cli|jobs|auth|audit)\//;
  const nouns = cruised.filter(({ source }) => isNoun(source));
  assert.ok(nouns.length >= 120, `only ${nouns.length} nouns were found`);
  const wrong = arrows.filter(
    ({ from, to }) =>
      isNoun(from) &&
      impure.test(to) &&
      !/platform\/web\/(world\.ts|questions\.tsx|answers\.ts|asked-within\.tsx)$/.test(to),
  );
  assert.deepEqual(wrong.map(say), []);
});

test('pages and imports are the top of a room: no noun and no query of it leans on what is under them', () => {
  const isTop = (file: string) => /\/(pages|imports)\//.test(file) && roomOf(file) !== 'platform';
  const shows = (file: string) => /\/(module|index)\.ts$/.test(file);
  const wrong = arrows.filter(({ from, to }) => isInRoom(from) && isTop(to) && !isTop(from) && !shows(from));
  assert.deepEqual(wrong.map(say), []);
});

test('what attacks figures shares no code with what protects them', () => {
  const rooms = ['packages/disclosure/src/attack/', 'packages/disclosure/src/protect/'];
  const [attacks = [], protects = []] = rooms.map((room) =>
    cruised.filter(({ source }) => source.startsWith(room) && !isForTests(source)),
  );
  assert.ok(attacks.length >= 5 && protects.length >= 5, 'neither was found');
  const shared = attacks.flatMap(({ source, dependencies }) =>
    dependencies
      .filter(
        ({ resolved, dependencyTypes }) => /^(src|packages)\//.test(resolved) && !dependencyTypes.includes('type-only'),
      )
      .filter(({ resolved }) => !resolved.startsWith(rooms[0] ?? ''))
      .map(({ resolved }) => `${source} → ${resolved}`),
  );
  const back = arrows.filter(({ from, to }) => from.startsWith(rooms[1] ?? '') && to.startsWith(rooms[0] ?? ''));
  assert.deepEqual([shared, back], [[], []]);
});

const circlesIn = (looked: readonly IModule[]): string[] =>
  looked.flatMap(({ source, dependencies }) =>
    dependencies.filter(({ circular }) => circular).map(({ resolved }) => say({ from: source, to: resolved })),
  );

test('there is no circle, and none of types alone', () => {
  assert.deepEqual(circlesIn(cruised), []);
});

test('a circle of types alone would be seen', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-circle-'));
  try {
    writeFileSync(join(folder, 'hen.ts'), "import type { Egg } from './egg.ts';\nexport type Hen = { lays: Egg };\n");
    writeFileSync(join(folder, 'egg.ts'), "import type { Hen } from './hen.ts';\nexport type Egg = { from?: Hen };\n");
    assert.equal(circlesIn(await lookAt(folder)).length, 2);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('no room but the trial holds more than 15 % of the house: a larger one hides a second', () => {
  const isCounted = (file: string) => !isForTests(file) && !/fixture|\/dist\//.test(file);
  const lines = new Map<string, number>();
  for (const file of globSync('{src/*,packages/*/src}/**/*.{ts,tsx,sql,css}', { cwd: root }).filter(isCounted)) {
    const room = packageOf(file) || roomOf(file);
    lines.set(room, (lines.get(room) ?? 0) + readFileSync(join(root, file), 'utf8').split('\n').length);
  }
  const all = [...lines.values()].reduce((sum, count) => sum + count, 0);
  assert.ok(all > 50_000 && lines.size >= 15, `only ${all} lines in ${lines.size} rooms`);
  const large = [...lines].filter(([room, count]) => room !== 'trial' && count > 0.15 * all);
  assert.deepEqual(large, []);
});
