import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { twoWayTable } from '../../packages/disclosure/src/testing/tables.ts';
import { modules } from '../../src/modules.ts';
import { root } from '../../src/platform/root.ts';

const names = readdirSync(join(root, 'packages')).filter((name) =>
  existsSync(join(root, 'packages', name, 'package.json')),
);
type Description = { name: string; bin?: Record<string, string>; dependencies?: Record<string, string> };
const describe = (name: string): Description =>
  JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'));

/** What each command is tried with, away from the house: the words, and what the answer must say. */
const tried: Record<
  string,
  { files?: Record<string, string>; args: string[]; code: number; says: RegExp; leaves?: RegExp }
> = {
  disclosure: {
    files: { 'tables.json': JSON.stringify(twoWayTable(4, 3, 7, 0.3)) },
    args: ['protect', 'tables.json', '--out', 'safe.json'],
    code: 0,
    says: /\d+ of \d+ cells hidden/,
    leaves: /"hidden":true/,
  },
  'record-linkage': {
    files: { 'people.csv': 'id,given_name,surname,date_of_birth\n1,Asha,Rao,2010-05-31\n2,Asha,Rao,31/05/2010\n' },
    args: ['people.csv', '--out', 'pairs.csv'],
    code: 0,
    says: /2 people in people\.csv/,
    leaves: /left,right,weight,verdict\n1,2,/,
  },
  'check-figures': {
    files: {
      'paper.txt': 'In all 10 were seen: 4 boys and 7 girls made up the 10.\nOf 20 asked, 12 said yes (70%).\n',
    },
    args: ['paper.txt'],
    code: 1,
    says: /line 2/,
  },
  'office-files': { files: { 'list.csv': 'a;b\n1;2\n' }, args: ['list.csv'], code: 0, says: /1\t2/ },
  'govuk-jsx': {
    args: ['Button', '{"children":"Save"}'],
    code: 0,
    says: /<button [^>]*class="govuk-button"[^>]*>Save<\/button>/,
  },
};

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-packages-'));
  const packed = run('npm', ['pack', '--workspaces', '--pack-destination', folder], root);
  assert.equal(packed.code, 0, packed.said);
});
after(() => rmSync(folder, { recursive: true, force: true }));

function run(file: string, args: string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(file, args, { cwd, encoding: 'utf8' });
  return { code: status, said: `${stdout}${stderr}` };
}

test('every package has a README, a description, and a command but the one the others are made with', () => {
  for (const name of names) {
    assert.ok(readFileSync(join(root, 'packages', name, 'README.md'), 'utf8').length > 500, name);
    assert.equal(describe(name).name, `@throughline/${name}`);
    assert.equal(describe(name).bin !== undefined, name !== 'commands', name);
  }
  assert.deepEqual(Object.keys(tried).toSorted(), names.filter((name) => name !== 'commands').toSorted());
});

test('no package reaches into the house', () => {
  for (const file of globSync('packages/*/src/**/*.{ts,tsx}', { cwd: root })) {
    const text = readFileSync(join(root, file), 'utf8');
    assert.doesNotMatch(text, /from '(\.\.\/)+src\/|import\('(\.\.\/)+src\//, file);
  }
});

/** Unpacked beside nothing but what it says it needs, which is what is installed already: no network. */
function unpack(name: string): string {
  const place = join(folder, name, 'node_modules');
  put(name, place);
  return dirname(place);
}

function put(name: string, place: string): void {
  const at = join(place, '@throughline', name);
  if (existsSync(at)) return;
  mkdirSync(at, { recursive: true });
  const file = join(folder, `throughline-${name}-0.1.0.tgz`);
  assert.equal(run('tar', ['-xzf', file, '--strip-components=1', '-C', at], folder).code, 0);
  for (const needed of Object.keys(describe(name).dependencies ?? {})) {
    if (needed.startsWith('@throughline/')) put(needed.slice('@throughline/'.length), place);
    else if (!existsSync(join(place, needed))) symlinkSync(join(root, 'node_modules', needed), join(place, needed));
  }
}

for (const [name, { files = {}, args, code, says, leaves }] of Object.entries(tried))
  test(`${name} works by itself: packed, unpacked in an empty folder, its command does its work and its types are whole`, () => {
    const place = unpack(name);
    for (const [file, text] of Object.entries(files)) writeFileSync(join(place, file), text);
    const home = join(place, 'node_modules', '@throughline', name);
    const [bin = ''] = Object.values(describe(name).bin ?? {});
    const ended = run(process.execPath, [join(home, bin), ...args], place);
    assert.equal(ended.code, code, ended.said);
    assert.match(ended.said, says);
    const out = args.at(-1) ?? '';
    if (leaves) assert.match(readFileSync(join(place, out), 'utf8'), leaves);
    assert.equal(run(process.execPath, [join(home, bin), '--nonsense'], place).code, 2);
    writeFileSync(
      join(place, 'uses.ts'),
      `import * as all from '@throughline/${name}';\nexport const used: object = all;\n`,
    );
    const tsc = join(root, 'node_modules', 'typescript-7', 'bin', 'tsc');
    const strict = [
      '--strict',
      '--noEmit',
      '--module',
      'nodenext',
      '--jsx',
      'react-jsx',
      '--jsxImportSource',
      'preact',
    ];
    const types = run(
      process.execPath,
      [tsc, ...strict, '--typeRoots', join(root, 'node_modules/@types'), 'uses.ts'],
      place,
    );
    assert.equal(types.code, 0, types.said);
  });

test('a package’s command has words of its own in the house', () => {
  const words = modules.flatMap(({ commands = [] }) => commands.map(({ name }) => name));
  assert.ok(words.includes('match') && words.includes('check-figures') && words.includes('disclosure attack'));
  assert.ok(words.every((name) => name !== ''));
  assert.equal(new Set(words).size, words.length);
});
