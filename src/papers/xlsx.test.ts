import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { paper } from './paper.fixture.ts';
import { all, part } from './read.fixture.ts';
import { writeXlsx } from './xlsx.ts';

const cellsOf = async (sheet: number) =>
  new Map(
    all(part(await writeXlsx(paper()), `xl/worksheets/sheet${sheet}.xml`), 'c').map((cell) => [
      cell.getAttribute('r'),
      cell,
    ]),
  );

test('numbers are numbers, symbols and labels are text, and nothing is a formula', async () => {
  const cells = await cellsOf(2);
  assert.equal(cells.get('B4')?.getAttribute('t'), null);
  assert.equal(cells.get('B4')?.textContent, '344');
  assert.equal(cells.get('C4')?.getAttribute('t'), 's');
  assert.equal(cells.get('A4')?.getAttribute('t'), 's');
  const parts = Object.values(unzipSync(await writeXlsx(paper()))).map((bytes) => strFromU8(bytes));
  for (const xml of parts) assert.doesNotMatch(xml, /<f[ >]|<b>of/);
});

test('a table keeps its header and its labels in sight', async () => {
  const [pane] = all(part(await writeXlsx(paper()), 'xl/worksheets/sheet2.xml'), 'pane');
  assert.equal(pane?.getAttribute('state'), 'frozen');
  assert.equal(pane?.getAttribute('ySplit'), '3');
  assert.equal(pane?.getAttribute('xSplit'), '1');
  assert.equal(pane?.getAttribute('topLeftCell'), 'B4');
});

test('the first sheet is about the paper, then there is one for each table, named as Excel allows', async () => {
  const bytes = await writeXlsx(paper());
  const names = all(part(bytes, 'xl/workbook.xml'), 'sheet').map((sheet) => sheet.getAttribute('name'));
  assert.deepEqual(names, ['About', 'Risk assessments completed, by', 'Risk assessments completed, (2)']);
  const selected = [1, 2, 3].map((sheet) =>
    all(part(bytes, `xl/worksheets/sheet${sheet}.xml`), 'sheetView').map((view) => view.getAttribute('tabSelected')),
  );
  assert.ok(
    selected.slice(1).every(([tab]) => tab !== '1'),
    'sheets opened together are changed together',
  );
});

test('it tells its title and language', async () => {
  const core = part(await writeXlsx(paper()), 'docProps/core.xml');
  assert.equal(all(core, 'dc:title')[0]?.textContent, paper().title);
  assert.equal(all(core, 'dc:language')[0]?.textContent, 'en-GB');
});

test('every sheet is printed as wide as a page and not wider', async () => {
  const bytes = await writeXlsx(paper());
  for (const sheet of [1, 2, 3]) {
    const xml = part(bytes, `xl/worksheets/sheet${sheet}.xml`);
    assert.equal(all(xml, 'pageSetUpPr')[0]?.getAttribute('fitToPage'), '1');
    const [setup] = all(xml, 'pageSetup');
    assert.deepEqual([setup?.getAttribute('fitToWidth'), setup?.getAttribute('fitToHeight')], ['1', '0']);
  }
});
