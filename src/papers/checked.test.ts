import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkFigures, readDocument } from '@throughline/check-figures';
import { isRefusal } from '../platform/kernel/index.ts';
import { fileOf } from './index.ts';
import { areas, withTables } from './paper.fixture.ts';

const columns = ['January to March', 'April to June', 'July to September', 'October to December', 'Total'];
const rows = [
  { label: 'Both criminal and sexual exploitation', cells: [36, 29, 39, 37, 141] },
  { label: 'No risk identified', cells: [7, 14, 11, 14, 46] },
  { label: 'Total', cells: [43, 43, 50, 51, 187] },
];
const released = withTables({ ...areas, rowsAre: 'Type of exploitation', columns, rows, total: 'Total', notes: [] });

async function checked(format: 'pdf' | 'docx') {
  const lines = await readDocument(Buffer.from(await fileOf(released, format, 'paper').write()));
  if (isRefusal(lines)) throw new Error(lines.refused);
  const { findings, holds } = checkFigures(lines);
  return { findings, holds: holds.map(({ arithmetic }) => arithmetic) };
}

test('what is released adds up by our own check, in a PDF as in a Word document', async () => {
  const [pdf, docx] = [await checked('pdf'), await checked('docx')];
  assert.deepEqual(pdf.findings, []);
  assert.deepEqual(pdf, docx);
  assert.ok(pdf.holds.includes('October to December: 51 = 37 + 14.'));
  assert.ok(pdf.holds.includes('Both criminal and sexual exploitation: 141 = 36 + 29 + 39 + 37.'));
});
