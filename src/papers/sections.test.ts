import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { type FormatName, fileOf } from './index.ts';
import { areas, long, paper } from './paper.fixture.ts';
import type { Paper } from './paper.ts';

const sectioned: Paper = {
  ...paper(),
  parts: [
    { is: 'heading', says: 'Performance part' },
    { is: 'paragraph', says: 'Closed sooner.' },
    areas,
    long(3),
    { is: 'heading', says: 'Awareness part' },
    { is: 'list', items: ['Nothing recorded.'] },
  ],
};
const write = async (format: FormatName) => fileOf(sectioned, format, 'paper').write();

test('the sections of a report and what is said in them stand in its files, in order', async () => {
  const csv = strFromU8(await write('csv'));
  const zipped = async (format: 'xlsx' | 'ods' | 'docx') =>
    Object.values(unzipSync(await write(format)))
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
  const parts = unzipSync(await write('docx'));
  const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  assert.match(text, /Heading2[\s\S]*Performance part[\s\S]*Heading3[\s\S]*Risk assessments completed/);
});
