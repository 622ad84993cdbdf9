import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { cruise, type ICruiseResult, type IModule } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { modules } from '../../src/modules.ts';
import { root } from '../../src/platform/root.ts';

const FEWEST_MODULES = 120;

/** Rooms from the ground up; a room may use only those before it. `partnership` stands on top: it plants through all. */
const floors = ['platform', ...modules.map(({ name }) => name).filter((name) => !name.startsWith('platform/'))];
const roomOf = (file: string) => /^src\/([^/]+)\//.exec(file)?.[1] ?? '';
/** The house's own doors: they put the rooms together. */
const composes = (file: string) => /^src\/[^/]+\.tsx?$/.test(file) || file.startsWith('src/platform/testing/');
const isTest = (file: string) => /\.test\.tsx?$|\/testing\//.test(file);

let cruised: IModule[] = [];
let arrows: { from: string; to: string }[] = [];

before(async () => {
  process.chdir(root);
  const { output } = await cruise(
    ['src'],
    { doNotFollow: { path: 'node_modules' }, tsPreCompilationDeps: true, exclude: { path: 'node_modules' } },
    undefined,
    { tsConfig: extractTSConfig('tsconfig.json') },
  );
  cruised = (output as ICruiseResult).modules;
  arrows = cruised.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved }) => ({ from: source, to: resolved })).filter(({ to }) => to.startsWith('src/')),
  );
});

test('the whole house was looked at: a cruise that finds few modules proves nothing', () => {
  assert.ok(cruised.length >= FEWEST_MODULES, `only ${cruised.length} modules were cruised`);
  assert.ok(arrows.length >= FEWEST_MODULES * 2, `only ${arrows.length} imports were seen`);
});

test('no arrow runs back up: a room uses only the rooms below it', () => {
  const wrong = arrows.filter(({ from, to }) => {
    if (composes(from) || isTest(from) || roomOf(to) === '') return false;
    return floors.indexOf(roomOf(to)) > floors.indexOf(roomOf(from));
  });
  assert.deepEqual(wrong, []);
});

test('a room is entered by its front door', () => {
  const wrong = arrows.filter(({ from, to }) => {
    if (composes(from) || isTest(from)) return false;
    return (
      roomOf(from) !== roomOf(to) &&
      roomOf(to) !== 'platform' &&
      roomOf(to) !== '' &&
      to !== `src/${roomOf(to)}/index.ts`
    );
  });
  assert.deepEqual(wrong, []);
});

test('rules are pure: a noun asks no database, draws no page, reads no clock', () => {
  const isNoun = (file: string) =>
    /^src\/(?!platform\/|partnership\/)[^/]+\/[^/]+\.ts$/.test(file) &&
    !/(\.db|\.command|\.test|module|index|measures)\.ts$/.test(file);
  const impure = /\.db\.ts$|\/pages\/|platform\/(db|web|cli|jobs|auth|audit)\//;
  const nouns = cruised.filter(({ source }) => isNoun(source));
  assert.ok(nouns.length >= 15, `only ${nouns.length} nouns were found`);
  const wrong = arrows.filter(
    ({ from, to }) => isNoun(from) && impure.test(to) && !/platform\/web\/(world\.ts|questions\.tsx)$/.test(to),
  );
  assert.deepEqual(wrong, []);
});

test('what attacks figures shares no code with what protects them', () => {
  const rooms = ['src/performance/disclosure/attack/', 'src/performance/disclosure/protect/'];
  const [attacks = [], protects = []] = rooms.map((room) =>
    cruised.filter(({ source }) => source.startsWith(room) && !isTest(source)),
  );
  assert.ok(attacks.length >= 5 && protects.length >= 5, 'neither was found');
  const shared = attacks.flatMap(({ source, dependencies }) =>
    dependencies
      .filter(({ resolved, dependencyTypes }) => resolved.startsWith('src/') && !dependencyTypes.includes('type-only'))
      .filter(({ resolved }) => !resolved.startsWith(rooms[0] ?? ''))
      .map(({ resolved }) => `${source} → ${resolved}`),
  );
  const back = arrows.filter(({ from, to }) => from.startsWith(rooms[1] ?? '') && to.startsWith(rooms[0] ?? ''));
  assert.deepEqual([shared, back], [[], []]);
});

test('there is no circle', () => {
  const circles = cruised.flatMap(({ source, dependencies }) =>
    dependencies.filter(({ circular }) => circular).map(({ resolved }) => `${source} → ${resolved}`),
  );
  assert.deepEqual(circles, []);
});
