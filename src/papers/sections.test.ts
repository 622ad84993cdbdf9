import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { formats } from './index.ts';
import { paper } from './paper.fixture.ts';

const made = paper();
const [first, last] = [made.tables[0], made.tables[1]];
const sectioned = {
  ...made,
  tables: [
    ...(first ? [{ ...first, opens: [{ title: 'Performance part', says: ['Closed sooner.'] }] }] : []),
    ...(last ? [{ ...last, closes: [{ title: 'Awareness part', says: ['Nothing recorded.'] }] }] : []),
  ],
};

test('the sections of a report and what is said in them stand in its files, in order', async () => {
  const csv = strFromU8(await formats.csv.write(sectioned));
  const zipped = async (format: 'xlsx' | 'ods' | 'docx') =>
    Object.values(unzipSync(await formats[format].write(sectioned)))
      .map((part) => strFromU8(part))
      .join('');
  for (const text of [csv, await zipped('xlsx'), await zipped('ods'), await zipped('docx')]) {
    const at = ['Performance part', 'Closed sooner.', 'Awareness part', 'Nothing recorded.'].map((words) =>
      text.indexOf(words),
    );
    assert.ok(at.every((place) => place >= 0));
    assert.deepEqual(
      at,
      at.toSorted((one, other) => one - other),
    );
  }
});

test('tables stand a step below the sections in a document', async () => {
  const parts = unzipSync(await formats.docx.write(sectioned));
  const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  assert.match(text, /Heading2[\s\S]*Performance part[\s\S]*Heading3[\s\S]*Risk assessments completed/);
});
