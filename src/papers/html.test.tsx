import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { renderToString } from 'preact-render-to-string';
import { writeDocx } from './docx.ts';
import { PaperParts } from './html.tsx';
import { areas, long, paper, sayings, withTables } from './paper.fixture.ts';
import type { Paper, Part } from './paper.ts';
import { writePdf } from './pdf.ts';
import * as pictures from './pictures.ts';
import { all, described, part, pdfPages, type Tagged } from './read.fixture.ts';

const htmlOf = ({ parts }: Pick<Paper, 'parts'>) => renderToString(<PaperParts parts={parts} pictures={pictures} />);
const pageOf = (of: Pick<Paper, 'parts'>) => parseHTML(`<main>${htmlOf(of)}</main>`).document;
const bars: Paper = withTables(areas, { ...long(3), drawnAs: 'bars' });

test('a table with a picture is headed once, for who reads it as for who hears it', () => {
  const html = htmlOf(bars);
  const read = html.replaceAll(/<svg.*?<\/svg>/gs, '').replaceAll(/<[^>]*>/g, '\n');
  assert.equal([...html.matchAll(/<svg/g)].length, 2);
  for (const { title } of [areas, long(3)]) assert.equal(read.split(title.replace('&', '&amp;')).length - 1, 1, title);
});

test('a page has the figures of its paper, each in its row and column, and its header cells', () => {
  const [table] = pageOf(withTables(areas)).querySelectorAll('table');
  assert.ok(table);
  const rows = [...table.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent));
  assert.deepEqual(rows[0], ['=1+1', '344', 'c', '1,234', '38.50']);
  assert.equal(rows.length, areas.rows.length);
  assert.deepEqual(
    [...table.querySelectorAll('thead th')].map((cell) => cell.textContent),
    [areas.rowsAre, ...areas.columns],
  );
  assert.equal(table.querySelectorAll('tbody th[scope=row]').length, areas.rows.length);
});

test('only symbols that are used are told of, before the first table', () => {
  const symbols = pageOf(withTables(areas)).querySelector('.symbols');
  assert.deepEqual(
    [...(symbols?.querySelectorAll('dt') ?? [])].map((shown) => shown.textContent),
    ['c', 'z', 'low', '0'],
  );
  assert.ok(htmlOf(bars).indexOf('symbols') < htmlOf(bars).indexOf('<table'));
  const plain = withTables({ ...areas, rows: [{ label: 'All', cells: [1, 2, 3, 4] }] });
  assert.equal(pageOf(plain).querySelector('.symbols'), null);
});

test('a paper of many tables begins with their names, under their sections', () => {
  const tables = ['a', 'b', 'c', 'd'].map((id): Part => ({ ...areas, id, title: `Table ${id}` }));
  const parts: Part[] = [{ is: 'heading', says: 'Activity' }, ...tables];
  const page = pageOf({ parts });
  assert.deepEqual(
    [...page.querySelectorAll('nav li')].map((line) => line.textContent),
    ['Activity', 'Table a', 'Table b', 'Table c', 'Table d'],
  );
  for (const link of page.querySelectorAll('nav a')) assert.ok(page.querySelector(link.getAttribute('href') ?? ''));
  assert.equal(page.querySelectorAll('h3').length, 4);
  assert.equal(pageOf(bars).querySelector('nav'), null);
});

test('lines that were written apart stay apart, and nothing in them is a mark', () => {
  const html = htmlOf({ parts: [{ is: 'paragraph', says: 'One\n<b>Two</b>' }] });
  assert.match(html, /One<br\/?>&lt;b>Two/);
});

test('what is given beside it stands after its first paragraphs, whatever follows them', () => {
  const draw = (parts: readonly Part[]) => renderToString(<PaperParts parts={parts}>HERE</PaperParts>);
  const [first, second, ...rest] = paper().parts;
  assert.ok(first && second);
  assert.match(draw([first, second, ...rest]), /said so at the meeting\.<\/p>HERE<dl/);
  assert.match(draw([first, second]), /said so at the meeting\.<\/p>HERE$/);
  assert.match(draw(rest), /^HERE<dl/);
});

/** Sections, a list and pictures beside what the fixture has. */
const full: Paper = {
  ...bars,
  parts: [
    { is: 'heading', says: 'What we have agreed' },
    { is: 'list', items: ['Dev: ring the school', 'Mum: change the number'] },
    ...bars.parts,
  ],
};
const flat = (text: string) => text.replaceAll(/\s+/g, ' ');

async function readings(): Promise<Record<string, string>> {
  const page = pageOf(full);
  const alone = [...page.querySelectorAll('svg')].map((svg) => {
    const says = svg.getAttribute('aria-label');
    svg.remove();
    return says;
  });
  const said = (node: Tagged): string[] => [node.says, ...node.children.flatMap(said)];
  const document = part(await writeDocx(full), 'word/document.xml');
  const lines = all(document, 'w:p').map((line) => line.textContent);
  const pdf = (await pdfPages(await writePdf(full))).flat().flatMap(said);
  return {
    page: [
      ...[...page.querySelectorAll('h2, h3, p, li, dt, dd, th, td, caption')].map((one) => one.textContent),
      ...alone,
    ].join(' '),
    docx: [...lines, ...described(document)].join(' '),
    pdf: pdf.join(' '),
  };
}

test('a page, a PDF and a Word document say the same, in the same order, and their pictures too', async () => {
  for (const [name, read] of Object.entries(await readings())) {
    const text = flat(read);
    let from = 0;
    for (const says of sayings(full)) {
      const at = text.indexOf(flat(says), from);
      assert.ok(at >= from, `${name}: “${says}” is missing, or stands before what it follows`);
      from = at;
    }
    const { unit, over, about, notes, rows } = areas;
    for (const says of [`Counted: ${unit}`, over, ...about.flat(), ...notes, ...rows.map(({ label }) => label)])
      assert.ok(text.includes(flat(says)), `${name}: “${says}” is missing`);
    const tallest = name === 'page' ? Number.POSITIVE_INFINITY : 440;
    for (const svg of [areas, long(3)].flatMap((one) => pictures.tableSvgs({ ...one, drawnAs: 'bars' }, tallest))) {
      const says = parseHTML(svg).document.querySelector('svg')?.getAttribute('aria-label') ?? '';
      assert.ok(says !== '' && text.includes(flat(says)), `${name}: the picture does not say “${says}”`);
    }
  }
});
