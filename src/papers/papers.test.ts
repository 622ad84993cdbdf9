import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { type FormatName, fileOf, formats } from './index.ts';
import { areas, long, paper, sayings, withTables } from './paper.fixture.ts';
import type { Paper } from './paper.ts';
import { type Found, readers } from './read.fixture.ts';
import { legible } from './wording.ts';

const names = Object.keys(formats) as FormatName[];
const write = async (name: FormatName, of: Paper) => fileOf(of, name, 'paper').write();
const read = async (name: FormatName, of: Paper): Promise<Found> => readers[name](await write(name, of));
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
      [areas, long(40)].map(({ title, rows }) => ({ title, rows: rows.map(({ label, cells }) => [label, ...cells]) })),
    );
    assert.deepEqual(
      tables.map(({ head }) => head.slice(1)),
      [areas, long(40)].map(({ columns }) => columns),
    );
  });

  test(`${name}: no number is in it that is not the paper's`, async () => {
    const given = new Set(numbers(JSON.stringify(paper(40), null, 1)));
    const beyond = numbers(everything(await standard)).filter((number) => !given.has(number));
    assert.deepEqual(beyond, []);
  });

  test(`${name}: its words are all there, footnotes and definitions with them`, async () => {
    const said = everything(await standard);
    const { title, facts } = paper(40);
    const { unit, over, about, notes } = areas;
    const all = [title, ...[...facts, ...about].flat(), unit, over, ...notes, ...sayings(paper(40))];
    for (const says of all) assert.ok(said.includes(says), `“${says}” is missing`);
  });

  test(`${name}: the legend tells of the symbols that are used, and of no other`, async () => {
    const said = everything(await standard);
    assert.match(said, /confidential: the figure, or one beside it, is of very few children/);
    assert.match(said, /rounds to 0 but is not 0/);
    assert.match(said, /a true zero: there were none/);
    assert.doesNotMatch(said, /of low reliability/);
    const plain = withTables({ ...areas, rows: [{ label: 'All', cells: [1, 2, 3, 'u'] }] });
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

  test(`${name}: the same paper is the same file, byte for byte`, async () => {
    const once = await write(name, paper());
    assert.ok(Buffer.from(once).equals(await write(name, paper())));
  });

  test(`${name}: rows and columns that do not meet, or no number, are never printed`, async () => {
    for (const cells of [
      [1, 2, 3],
      [1, 2, 3, Number.NaN],
      [1, 2, 3, 'k' as 'c'],
    ])
      await assert.rejects(write(name, withTables({ ...areas, rows: [{ label: 'All', cells }] })));
  });

  test(`${name}: a control character in a title, a summary or a note never reaches it`, async () => {
    const { parts: _, ...about } = paper();
    const odd = withTables({ ...areas, notes: ['G\u001FH'] }).parts.map((part) =>
      part.is === 'notes' ? { ...part, notes: ['E\u000BF\uD800'] } : part,
    );
    const bytes = await write(name, {
      ...about,
      title: 'A\u0001B',
      parts: [{ is: 'paragraph', says: 'C\u0008D' }, ...odd],
    });
    const parts = ['csv', 'pdf'].includes(name) ? {} : unzipSync(bytes);
    const texts = Object.entries(parts).flatMap(([part, held]) => (part.endsWith('.png') ? [] : held));
    const inside = name === 'csv' ? [bytes] : texts;
    for (const part of inside.map((one) => strFromU8(one))) assert.equal(legible(part), part);
    const said = everything(await readers[name](bytes));
    for (const words of ['AB', 'CD', 'EF', 'GH']) assert.ok(said.includes(words), words);
  });

  test(`${name}: two hundred rows are quick`, async () => {
    await write(name, paper());
    const before = process.cpuUsage();
    await write(name, paper(200));
    const { user, system } = process.cpuUsage(before);
    assert.ok(user + system < 4_000_000, `${(user + system) / 1000} ms of work`);
  });
}

const numbers = (text: string) =>
  (text.match(/\d[\d,]*(\.\d+)?/g) ?? []).map((number) => Number(number.replaceAll(',', '')));
