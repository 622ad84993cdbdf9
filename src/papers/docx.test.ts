import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { writeDocx } from './docx.ts';
import { areas, long, paper, withTables } from './paper.fixture.ts';
import { all, part } from './read.fixture.ts';

const text = (element: Element | undefined) => element?.textContent ?? '';

test('headings are headings: the paper, then each table, symbols and notes', async () => {
  const headings = all(part(await writeDocx(paper()), 'word/document.xml'), 'w:p')
    .map((line) => [all(line, 'w:pStyle')[0]?.getAttribute('w:val') ?? '', text(line)])
    .filter(([style]) => style?.startsWith('Heading'));
  assert.deepEqual(headings, [
    ['Heading1', paper().title],
    ['Heading2', 'Symbols'],
    ['Heading2', areas.title],
    ['Heading2', long(3).title],
    ['Heading2', 'Notes'],
  ]);
});

test('the first row of each table, and no other, is marked as its header and repeated over pages', async () => {
  for (const table of all(part(await writeDocx(paper()), 'word/document.xml'), 'w:tbl')) {
    const marked = all(table, 'w:tr').map((row) => all(row, 'w:tblHeader').length);
    assert.deepEqual(marked, [1, ...marked.slice(1).map(() => 0)]);
    assert.equal(all(table, 'w:tblLook')[0]?.getAttribute('w:firstRow'), 'true');
  }
});

test('its language is English as written in Britain, its title is told', async () => {
  const bytes = await writeDocx(paper());
  assert.equal(all(part(bytes, 'word/styles.xml'), 'w:lang')[0]?.getAttribute('w:val'), 'en-GB');
  assert.equal(all(part(bytes, 'docProps/core.xml'), 'dc:title')[0]?.textContent, paper().title);
  assert.equal(all(part(bytes, 'docProps/core.xml'), 'dcterms:created')[0]?.textContent, '2024-01-30T00:00:00.000Z');
});

test('words from right to left are marked so, and only they', async () => {
  const runs = all(part(await writeDocx(paper()), 'word/document.xml'), 'w:r');
  const marked = runs.filter((run) => all(run, 'w:rtl').length > 0).map(text);
  assert.deepEqual(marked, ['سارة', 'محمد علي', 'الشرق']);
});

test('control characters do not break it', async () => {
  const document = part(await writeDocx({ ...paper(), title: 'a\u0000b\u000bc\ud800d' }), 'word/document.xml');
  assert.equal(text(all(document, 'w:p')[0]), 'abc\ufffdd');
});

test('the column of labels is the widest, so that no word of a label breaks in two', async () => {
  for (const table of all(part(await writeDocx(paper()), 'word/document.xml'), 'w:tbl')) {
    const [label = 0, ...figures] = all(table, 'w:gridCol').map((column) => Number(column.getAttribute('w:w')));
    assert.ok(figures.length > 0 && figures.every((width) => width < label), `${label}, ${figures}`);
  }
});

test('a table that fits on one page keeps its rows together, its total among them', async () => {
  for (const table of all(part(await writeDocx(withTables(areas, long(20))), 'word/document.xml'), 'w:tbl'))
    assert.deepEqual(kept(all(table, 'w:tr')), [
      ...all(table, 'w:tr')
        .slice(1)
        .map(() => true),
      false,
    ]);
});

test('a longer one keeps its last rows together, so that its total is never alone on a page', async () => {
  const [table] = all(part(await writeDocx(withTables(long(60))), 'word/document.xml'), 'w:tbl');
  assert.ok(table);
  assert.deepEqual(kept(all(table, 'w:tr')).slice(-4), [false, true, true, false]);
});

test('what is said before a table stays with it: its heading and what it is about', async () => {
  const body = all(part(await writeDocx(withTables(areas)), 'word/document.xml'), 'w:body')[0];
  const lines = Array.from(body?.children ?? []);
  const before = lines.slice(
    lines.findIndex((line) => text(line) === areas.title),
    lines.findIndex(({ tagName }) => tagName === 'w:tbl'),
  );
  assert.equal(before.length, 6);
  assert.deepEqual(
    kept(before),
    before.map(() => true),
  );
});

test('a picture is there in lines and in dots, with its words, and numbered the same however many were written', async () => {
  for (const bytes of [await writeDocx(withTables(areas)), await writeDocx(withTables(areas))]) {
    const document = part(bytes, 'word/document.xml');
    const [about] = all(document, 'wp:docPr');
    assert.equal(about?.getAttribute('id'), '1');
    assert.match(about?.getAttribute('descr') ?? '', /^Risk assessments completed.*: =1\+1: All 344, Girls c, /);
    const media = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('word/media/'));
    assert.deepEqual(media.map(([name]) => name.split('.').at(-1)).toSorted(), ['png', 'png', 'svg', 'svg']);
    const [dots, lines] = ['.png', '.svg'].map((ending) =>
      media.flatMap(([name, held]) => (name.endsWith(ending) ? [held] : [])),
    );
    for (const held of dots ?? []) assert.deepEqual([...held.subarray(1, 4)], [...Buffer.from('PNG')]);
    const svg = (lines ?? []).map((held) => strFromU8(held)).join('');
    assert.match(svg, /^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    assert.match(svg, /&#60;b&#62;Both/);
  }
});

test('lines that were written apart stay apart', async () => {
  const parts = [{ is: 'paragraph', says: 'One\nTwo' }] as const;
  const [, said] = all(
    part(await writeDocx({ ...paper(), facts: [], trial: false, parts }), 'word/document.xml'),
    'w:p',
  );
  assert.ok(said);
  assert.deepEqual([text(said), all(said, 'w:br').length], ['OneTwo', 1]);
});

const kept = (lines: readonly Element[]) =>
  lines.map((line) => all(line, 'w:keepNext').some((keeps) => keeps.getAttribute('w:val') !== 'false'));
