import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { root } from '../platform/root.ts';
import { type FormatName, formats } from './index.ts';
import { paper } from './paper.fixture.ts';
import type { Paper } from './paper.ts';
import { type Found, readers } from './read.fixture.ts';
import { legible } from './wording.ts';

const names = Object.keys(formats) as FormatName[];
const read = async (name: FormatName, of: Paper): Promise<Found> => readers[name](await formats[name].write(of));
const figure = (text: string) => (/^-?[\d,]+(\.\d+)?$/.test(text) ? Number(text.replaceAll(',', '')) : text);
const everything = ({ says }: Found) => says.join('\n');

for (const name of names) {
  const standard = read(name, paper(40));

  test(`${name}: every figure and symbol stands in its row and column, and no other`, async () => {
    const { tables } = await standard;
    assert.deepEqual(
      tables.map(({ title, rows }) => ({
        title,
        rows: rows.map(([label, ...cells]) => [label, ...cells.map(figure)]),
      })),
      paper(40).tables.map(({ title, rows }) => ({ title, rows: rows.map(({ label, cells }) => [label, ...cells]) })),
    );
    assert.deepEqual(
      tables.map(({ head }) => head.slice(1)),
      paper(40).tables.map(({ columns }) => columns),
    );
  });

  test(`${name}: no number is in it that is not the paper's`, async () => {
    const given = new Set(numbers(JSON.stringify(paper(40), null, 1)));
    const beyond = numbers(everything(await standard)).filter((number) => !given.has(number));
    assert.deepEqual(beyond, []);
  });

  test(`${name}: its words are all there, footnotes and definitions with them`, async () => {
    const said = everything(await standard);
    const { tables, correction, ...words } = paper(40);
    const definitions = tables.flatMap(({ title, unit, definition, exclusions, owner, over, notes }) => [
      ...[title, unit, definition, exclusions, owner, over],
      ...notes,
    ]);
    const sayings = [...Object.values(words).flat(), ...definitions, ...Object.values(correction ?? {})];
    for (const says of sayings.filter((says) => typeof says === 'string'))
      assert.ok(said.includes(says), `“${says}” is missing`);
  });

  test(`${name}: the legend tells of the symbols that are used, and of no other`, async () => {
    const said = everything(await standard);
    assert.match(said, /confidential: the figure, or one beside it, is of very few children/);
    assert.match(said, /rounds to 0 but is not 0/);
    assert.match(said, /a true zero: there were none/);
    assert.doesNotMatch(said, /of low reliability/);
    const [first] = paper().tables;
    assert.ok(first);
    const plain = { ...paper(), tables: [{ ...first, rows: [{ label: 'All', cells: [1, 2, 3, 'u' as const] }] }] };
    const other = everything(await read(name, plain));
    assert.match(other, /of low reliability/);
    assert.doesNotMatch(other, /confidential|not applicable|not available|rounds to 0|true zero/);
  });

  test(`${name}: a paper of the trial says that everybody is invented, before its first figure; another does not`, async () => {
    const said = everything(await standard);
    const at = said.indexOf('Trial: everybody in this paper is invented.');
    assert.ok(at >= 0 && at < said.indexOf('Assessments completed and signed'));
    assert.doesNotMatch(everything(await read(name, { ...paper(), trial: false })), /Trial/);
  });

  test(`${name}: a paper that corrects none says nothing of corrections`, async () => {
    assert.doesNotMatch(everything(await read(name, { ...paper(), correction: undefined })), /Corrects|What changed/);
  });

  test(`${name}: the same paper is the same file, byte for byte`, async () => {
    const once = await formats[name].write(paper());
    assert.ok(Buffer.from(once).equals(await formats[name].write(paper())));
  });

  test(`${name}: rows and columns that do not meet, or no number, are never printed`, async () => {
    const [table] = paper().tables;
    assert.ok(table);
    for (const cells of [
      [1, 2, 3],
      [1, 2, 3, Number.NaN],
      [1, 2, 3, 'k' as 'c'],
    ])
      await assert.rejects(
        formats[name].write({ ...paper(), tables: [{ ...table, rows: [{ label: 'All', cells }] }] }),
      );
  });

  test(`${name}: a control character in a title, a summary or a note never reaches it`, async () => {
    const [table] = paper().tables;
    assert.ok(table);
    const odd = { title: 'A\u0001B', summary: ['C\u0008D'], notes: ['E\u000BF\uD800'] };
    const bytes = await formats[name].write({ ...paper(), ...odd, tables: [{ ...table, notes: ['G\u001FH'] }] });
    const parts = ['csv', 'pdf'].includes(name) ? {} : unzipSync(bytes);
    const inside = name === 'pdf' ? [] : [bytes, ...Object.values(parts)].slice(name === 'csv' ? 0 : 1);
    for (const part of inside.map((one) => strFromU8(one))) assert.equal(legible(part), part);
    const said = everything(await readers[name](bytes));
    for (const words of ['AB', 'CD', 'EF', 'GH']) assert.ok(said.includes(words), words);
  });

  test(`${name}: two hundred rows are quick`, async () => {
    await formats[name].write(paper());
    const before = process.cpuUsage();
    await formats[name].write(paper(200));
    const { user, system } = process.cpuUsage(before);
    assert.ok(user + system < 4_000_000, `${(user + system) / 1000} ms of work`);
  });
}

test('a writer and its library are loaded when a file is asked for, not before', () => {
  const source = readFileSync(join(root, 'src/papers/index.ts'), 'utf8');
  const atOnce = [...source.matchAll(/^import (?!type).*from '(.*)'/gm)].map(([, from]) => from);
  assert.deepEqual(atOnce, ['./wording.ts']);
});

const numbers = (text: string) =>
  (text.match(/\d[\d,]*(\.\d+)?/g) ?? []).map((number) => Number(number.replaceAll(',', '')));
