import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeDocx } from './docx.ts';
import { paper } from './paper.fixture.ts';
import { all, part } from './read.fixture.ts';

const text = (element: Element | undefined) => element?.textContent ?? '';

test('headings are headings: the paper, then each table, symbols and notes', async () => {
  const headings = all(part(await writeDocx(paper()), 'word/document.xml'), 'w:p')
    .map((line) => [all(line, 'w:pStyle')[0]?.getAttribute('w:val') ?? '', text(line)])
    .filter(([style]) => style?.startsWith('Heading'));
  assert.deepEqual(headings, [
    ['Heading1', paper().title],
    ...paper().tables.map(({ title }) => ['Heading2', title]),
    ['Heading2', 'Symbols'],
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
  const short = { ...paper(), tables: paper().tables.filter(({ rows }) => rows.length > 0 && rows.length <= 20) };
  assert.ok(short.tables.length > 0);
  for (const table of all(part(await writeDocx(short), 'word/document.xml'), 'w:tbl')) {
    const kept = all(table, 'w:tr').map((row) =>
      all(row, 'w:keepNext').some((keeps) => keeps.getAttribute('w:val') !== 'false'),
    );
    assert.deepEqual(kept, [...kept.slice(1).map(() => true), false]);
  }
});
