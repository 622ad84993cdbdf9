import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '@throughline/commands';
import { makeZip } from '../../office-files/src/testing/workbook.ts';
import { makeDocx, makePdf, placed } from './documents.fixture.ts';
import { checkFigures } from './index.ts';
import { readDocument } from './read.ts';

async function read(bytes: Buffer) {
  const lines = await readDocument(bytes);
  if (isRefusal(lines)) throw new Error(lines.refused);
  return lines;
}

async function refusal(bytes: Buffer): Promise<string> {
  const lines = await readDocument(bytes);
  return isRefusal(lines) ? lines.refused : 'it was read';
}

const table = [
  ['Source', 'Number', '%'],
  ['Police', '40', '33.3%'],
  ['Schools', '56', '46.7%'],
  ['Health', '30', '25.0%'],
  ['Total', '120', '100%'],
];

test('a Word document gives its paragraphs, its bullets and the rows of its tables', async () => {
  const lines = await read(
    makeDocx(['Referrals & contacts', { bullet: 'Twelve boys and fifteen girls came, 28 in total.' }, { rows: table }]),
  );
  assert.deepEqual(
    lines.slice(0, 3).map(({ line, text }) => [line, text]),
    [
      [1, 'Referrals & contacts'],
      [2, 'Twelve boys and fifteen girls came, 28 in total.'],
      [3, 'Source | Number | %'],
    ],
  );
  assert.deepEqual(
    checkFigures(lines).findings.map(({ line, kind }) => [line, kind]),
    [
      [2, 'sum'],
      [7, 'sum'],
      [7, 'over-100'],
    ],
  );
});

test('what was struck out of a Word document is not read, and a text box is read once', async () => {
  const box = (name: string) => `<mc:${name}><w:p><w:r><w:t>In a box</w:t></w:r></w:p></mc:${name}>`;
  const struck = '<w:p><w:del><w:r><w:delText>Gone</w:delText></w:r></w:del><w:r><w:t>Kept</w:t></w:r></w:p>';
  const lines = await read(makeDocx([], `${struck}<w:p>${box('Choice')}${box('Fallback')}</w:p>`));
  assert.deepEqual(
    lines.map(({ text }) => text).filter((text) => text !== ''),
    ['Kept', 'In a box'],
  );
});

test('what was moved is read where it stands now; a head over two columns leaves the others theirs', async () => {
  const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
  const cell = (text: string, span = 1) =>
    `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr><w:p>${run(text)}</w:p></w:tc>`;
  const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
  const body = [
    ['Schools', 4, 5, 9],
    ['Police', 6, 8, 14],
    ['Total', 10, 13, 23],
  ].map((cells) => row(...cells.map((one) => cell(`${one}`))));
  const lines = await read(
    makeDocx(
      [],
      `<w:p><w:moveFrom>${run('Moved')}</w:moveFrom><w:moveTo>${run('Here')}</w:moveTo></w:p><w:tbl>${row(cell('Source'), cell('Children', 2), cell('Total'))}${body.join('')}</w:tbl>`,
    ),
  );
  assert.deepEqual(
    lines.slice(0, 2).map(({ text, cells }) => cells ?? text),
    ['Here', ['Source', 'Children', '', 'Total']],
  );
  assert.ok(checkFigures(lines).holds.some(({ arithmetic }) => arithmetic === 'Schools: 9 = 4 + 5.'));
});

test('columns that stand close in a PDF are columns still, and a head of two lines is one', async () => {
  const at = [60, 200, 260, 320, 372, 430];
  const row = (y: number, ...cells: string[]) => cells.map((text, column) => ({ x: at[column] ?? 0, y, text }));
  const lines = await read(
    makePdf([
      [
        ...row(700, 'Type', 'Under 13', '13 to 15', '16 to 17', '18 or', 'Total'),
        { x: 372, y: 687, text: 'over' },
        ...row(670, 'Criminal', '2', '2', '1', '5', '10'),
        ...row(650, 'Sexual', '3', '2', '2', '7', '14'),
        ...row(630, 'Both', '1', '1', '1', '4', '7'),
        ...row(610, 'Total', '6', '5', '4', '16', '31'),
      ],
    ]),
  );
  assert.deepEqual(lines[0]?.text.split('\t').length, 6);
  const { findings, holds } = checkFigures(lines);
  assert.deepEqual(findings, []);
  assert.ok(holds.some(({ arithmetic }) => arithmetic === '16 to 17: 4 = 1 + 2 + 1.'));
});

test('a PDF gives its lines, sentences over line and page ends, and tables in columns', async () => {
  const lines = await read(
    makePdf([
      placed(['Thirty children were seen in the year. Of the thirty', 'children, twelve were boys and']),
      placed(['nineteen were girls.', '', ...table]),
    ]),
  );
  const { findings } = checkFigures(lines);
  assert.deepEqual(
    findings.map(({ kind, arithmetic }) => [kind, arithmetic]),
    [
      ['sum', '12 + 19 = 31, not 30: 1 too many.'],
      ['sum', 'Number: 40 + 56 + 30 = 126, not 120: 6 too many.'],
      ['over-100', '%: 33.3 + 46.7 + 25 = 105, not 100: 5 too much.'],
    ],
  );
});

test('text is read in the encodings that offices save', async () => {
  const said = 'The café cost £1.2m.';
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(said, 'utf16le')]);
  for (const bytes of [Buffer.from(said), Buffer.from(`\ufeff${said}`), utf16, Buffer.from(said, 'latin1')])
    assert.equal((await read(bytes))[0]?.text, said);
});

test('what cannot be read is said in one sentence', async () => {
  const bomb = makeZip({ 'word/document.xml': Buffer.alloc(60_000_000, 0x20) });
  const noise = Buffer.from(Array.from({ length: 500 }, (_, at) => (at * 7919 + (at >> 3) * 31) % 256));
  assert.match(await refusal(Buffer.alloc(0)), /empty/);
  assert.match(await refusal(Buffer.from(' \n\n ')), /no words/);
  const row = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'];
  assert.match(await refusal(makeDocx([{ rows: Array.from({ length: 10_001 }, () => row) }])), /more words/);
  assert.match(await refusal(Buffer.alloc(3_100_000, 'Words. ')), /more words/);
  assert.match(await refusal(noise), /neither text nor a Word document nor a PDF/);
  assert.match(await refusal(makeZip({ 'notes.txt': 'words' })), /not a Word document/);
  assert.match(await refusal(bomb), /unpacks to more than 50 MB/);
  assert.match(await refusal(makeDocx(['Words']).subarray(0, 90)), /damaged/);
  assert.match(await refusal(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3])), /password|older/);
  assert.match(await refusal(Buffer.from('{\\rtf1 words}')), /RTF/);
  assert.match(await refusal(Buffer.from('<!doctype html>\n<p>12 boys and 15 girls, 28 in total.</p>')), /web page/);
  assert.match(await refusal(makePdf([placed(['Words'])], { encrypted: true })), /password/);
  assert.match(await refusal(makePdf([[]])), /pictures/);
  assert.match(await refusal(Buffer.from('%PDF-1.7\nnothing that a PDF holds')), /damaged/);
});
