import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getDocumentProxy, getMeta } from 'unpdf';
import { areas, long, paper, withTables } from './paper.fixture.ts';
import type { Paper, PaperTable, Part } from './paper.ts';
import { writePdf } from './pdf.ts';
import { pdfPages, readers, type Tagged } from './read.fixture.ts';

const inside = (node: Tagged): Tagged[] => [node, ...node.children.flatMap(inside)];
const plain = writePdf(paper());
const labelled = (label: string): Paper => withTables({ ...areas, rows: [{ label, cells: [1, 2, 3, 4] }] });

test('it is tagged, in English as written in Britain, and shows its title', async () => {
  const document = await getDocumentProxy((await plain).slice());
  const { info, metadata } = await getMeta(document);
  assert.equal(info.Language, 'en-GB');
  assert.equal(info.Title, paper().title);
  assert.equal(metadata?.get('dc:title'), paper().title, 'its XML is well-formed though the title has an ampersand');
  assert.equal(metadata?.get('pdfuaid:part'), '1');
  assert.equal((await document.getMarkInfo())?.Marked, true);
  assert.deepEqual(await document.getViewerPreferences(), { DisplayDocTitle: true });
});

test('headings are headings, and the outline names them', async () => {
  const bytes = await plain;
  const headings = (await pdfPages(bytes)).flat().filter(({ role }) => /^H\d$/.test(role));
  assert.deepEqual(
    headings.map(({ role, says }) => [role, says]),
    [
      ['H1', paper().title],
      ['H2', 'Symbols'],
      ['H2', areas.title],
      ['H2', long(3).title],
      ['H2', 'Notes'],
    ],
  );
  const outline = await (await getDocumentProxy(bytes.slice())).getOutline();
  assert.deepEqual(
    outline?.map(({ title }) => title),
    headings.map(({ says }) => says),
  );
});

test('the header of each column and each row is a header cell, every figure a data cell', async () => {
  const [table] = (await pdfPages(await plain)).flat().filter(({ role }) => role === 'Table');
  assert.ok(table);
  const rows = inside(table).filter(({ role }) => role === 'TR');
  const roles = rows.map(({ children }) => children.map(({ role }) => role));
  assert.deepEqual(roles[0], ['TH', 'TH', 'TH', 'TH', 'TH']);
  for (const row of roles.slice(1)) assert.deepEqual(row, ['TH', 'TD', 'TD', 'TD', 'TD']);
  const source = Buffer.from(await plain).toString('latin1');
  assert.ok(source.includes('/Scope /Column') && source.includes('/Scope /Row'));
});

test('a long table shows its header on every page, and is told of it once', async () => {
  const bytes = await writePdf(paper(200));
  const document = await getDocumentProxy(bytes.slice());
  assert.ok(document.numPages > 5);
  for (let number = 3; number < document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const shown = items.map((item) => ('str' in item ? item.str : '')).join(' ');
    assert.match(shown, /Ward\s+2021\s+2022\s+2023/);
    assert.match(shown, /Trial: everybody in this paper is invented/);
  }
  const heads = (await pdfPages(bytes)).flat().flatMap(inside);
  assert.equal(heads.filter(({ role, says }) => role === 'TH' && says === '2021').length, 1);
});

test('nothing is set outside the page, whatever the length of a word or the number of columns', async () => {
  const columns = Array.from({ length: 14 }, (_, at) => `Quarter ${'long'.repeat(at)}`);
  const wide = { ...areas, columns, rows: [{ label: 'x'.repeat(400), cells: columns.map((_, at) => at * 1000) }] };
  const document = await getDocumentProxy(await writePdf(withTables(wide)));
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [, , width = 0] = page.view;
    for (const item of (await page.getTextContent()).items)
      if ('str' in item && item.str.trim() !== '')
        assert.ok(item.transform[4] >= 49 && item.transform[4] + item.width <= width - 45, item.str);
  }
});

test('a row longer than a page goes on over the next and loses nothing', async () => {
  const label = Array.from({ length: 900 }, (_, at) => `word${at}`).join(' ');
  const { tables } = await readers.pdf(await writePdf(labelled(label)));
  assert.equal(
    tables
      .flatMap(({ rows }) => rows)
      .map(([says]) => says)
      .join(' '),
    label,
  );
});

test('Polish letters are themselves; Arabic letters are joined, and read in their order', async () => {
  const { says } = await readers.pdf(await plain);
  assert.ok(says.includes('Zażółć gęślą jaźń'));
  assert.ok(says.includes('محمد علي (الشرق)'));
});

test('letters the font does not have are owned up to', async () => {
  const box = /script this file has no font for/;
  assert.match((await readers.pdf(await writePdf(labelled('王小明')))).says.join(' '), box);
  assert.doesNotMatch((await readers.pdf(await plain)).says.join(' '), box);
});

test('every letter is either in the structure or declared an artifact', async () => {
  const document = await getDocumentProxy(await writePdf(paper(60)));
  for (let number = 1; number <= document.numPages; number++) {
    let depth = 0;
    const { items } = await (await document.getPage(number)).getTextContent({ includeMarkedContent: true });
    for (const item of items)
      if ('str' in item) assert.ok(depth > 0 || item.str.trim() === '', `“${item.str}” is loose on page ${number}`);
      else depth += item.type === 'endMarkedContent' ? -1 : 1;
  }
});

/** Breaks fall everywhere: after headings, within what a table says of itself, beside its total. */
const broken: Paper = {
  ...paper(),
  parts: Array.from({ length: 40 }, (_, at): Part[] => [
    { is: 'heading', says: `Section ${at}` },
    ...Array.from({ length: at % 5 }, (): Part => ({ is: 'paragraph', says: 'What is said there. '.repeat(at) })),
    { ...totalled(long((at * 7) % 45)), drawnAs: 'bars', id: `table-${at}` },
  ]).flat(),
};

function totalled(table: PaperTable): PaperTable {
  return { ...table, rows: [...table.rows, { label: 'Total', cells: [1, 2, 3] }], total: 'Total' };
}

test('no heading is the last on its page, nor what a table says of itself', async () => {
  const pages = await pdfPages(await writePdf(broken));
  assert.ok(pages.length > 40);
  const last = pages.map((page) => page.at(-1)).filter((node) => node !== undefined);
  const led = last.filter(
    ({ role, says }) => /^H\d$/.test(role) || /^(Counted|When|Definition|Left out|Answers)/.test(says),
  );
  assert.deepEqual(led, []);
  const headed = pages.flatMap((page) => page.filter(({ role }) => role === 'H2' || role === 'H3'));
  assert.equal(headed.length, 80);
});

test('a total is never alone on a page: two rows at the least stand before it', async () => {
  const pages = await pdfPages(await writePdf(broken));
  const parts = pages.flatMap((page) => page.filter(({ role }) => role === 'Table'));
  const rows = parts.map((table) => inside(table).filter(({ role }) => role === 'TR'));
  const ended = rows.map((all) => all.map(({ children }) => children[0]?.says)).filter((all) => all.at(-1) === 'Total');
  assert.equal(ended.length, 40);
  const alone = ended.filter((all) => all.length < 3 && all[0] !== 'Ward');
  assert.deepEqual(alone, []);
});

test('a picture is a figure with its words, its place on the page, and letters that are sharp', async () => {
  const bytes = await writePdf(withTables(areas));
  const figures = (await pdfPages(bytes)).flat().filter(({ role }) => role === 'Figure');
  assert.equal(figures.length, 2);
  assert.match(figures[0]?.says ?? '', /^Risk assessments completed.*: =1\+1: All 344, Girls c, Boys 1,234/);
  const source = Buffer.from(bytes).toString('latin1');
  assert.equal([...source.matchAll(/\/BBox \[/g)].length, 2);
  assert.doesNotMatch(source, /\/Subtype \/Image/);
});

test('large letters are large, and a paper without a reference has none on its pages', async () => {
  const { reference: _, ...unnamed } = paper();
  const large: Paper = {
    ...unnamed,
    facts: [],
    trial: false,
    parts: [{ is: 'paragraph', says: 'Yours' }],
    letters: 'large',
  };
  const page = await (await getDocumentProxy(await writePdf(large))).getPage(1);
  const { items } = await page.getTextContent();
  const sizes = new Map(items.flatMap((item) => ('str' in item ? [[item.str, item.height]] : [])));
  assert.equal(sizes.get('Yours'), 16);
  assert.ok([...sizes.keys()].includes('Page 1 of 1'));
});
