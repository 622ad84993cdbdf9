import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '@throughline/commands';
import fc from 'fast-check';
import type { Workbook } from './sheet.ts';
import { makeXlsx, makeZip } from './testing/workbook.ts';
import { openWorkbook } from './workbook.ts';

const PARTS = {
  'xl/workbook.xml': '<workbook><sheets><sheet name="One" r:id="a"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="a" Target="/xl/worksheets/one.xml"/></Relationships>',
};

function opened(bytes: Uint8Array): Workbook {
  const workbook = openWorkbook(bytes);
  if (isRefusal(workbook)) assert.fail(workbook.refused);
  return workbook;
}

function sentence(bytes: Uint8Array, limits?: Parameters<typeof openWorkbook>[1]): string {
  const workbook = openWorkbook(bytes, limits);
  if (!isRefusal(workbook)) assert.fail('it was opened');
  assert.match(workbook.refused, /^[A-Z][^\n]*\.$/);
  assert.doesNotMatch(workbook.refused, /Error| at .*:\d+/);
  return workbook.refused;
}

const rowsOf = (workbook: Workbook) =>
  workbook.sheets[0]?.rows.map(({ number, cells }) => [number, ...cells.map((cell) => cell?.text)]);

test('a workbook is read with texts, numbers, days, truths and errors where they stand', () => {
  const day = new Date('2024-01-30T00:00:00Z');
  const workbook = opened(
    makeXlsx({ 'A & B': [['Name', 'n'], [], ['Zo\u00eb <3', 12.5, day, true, { error: '#N/A' }]] }),
  );
  assert.equal(workbook.sheets[0]?.name, 'A & B');
  assert.deepEqual(rowsOf(workbook), [
    [1, 'Name', 'n'],
    [3, 'Zo\u00eb <3', '12.5', '2024-01-30', 'Yes', '#N/A'],
  ]);
  assert.deepEqual(
    workbook.sheets[0]?.rows[1]?.cells.map((cell) => cell?.kind),
    ['text', 'number', 'day', 'truth', 'error'],
  );
});

test('shared texts keep their runs, lose reading aids, and cells keep their columns', () => {
  const strings =
    '<sst><si><r><t>Ann</t></r><r><t xml:space="preserve"> Lee</t></r><rPh><t>no</t></rPh></si><si><t>a_x000D_b</t></si></sst>';
  const sheet =
    '<worksheet><sheetData><row r="4"><c r="C4" t="s"><v>0</v></c><c t="s"><v>1</v></c></row></sheetData></worksheet>';
  const workbook = opened(makeZip({ ...PARTS, 'xl/sharedStrings.xml': strings, 'xl/worksheets/one.xml': sheet }));
  const [row] = workbook.sheets[0]?.rows ?? [];
  assert.deepEqual([row?.number, row?.cells[2]?.text, row?.cells[3]?.text], [4, 'Ann Lee', 'a\rb']);
});

test('days are counted from 1904 where the workbook says so, and formats of its own are known for days', () => {
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="171" formatCode="0&quot; days&quot;"/></numFmts><cellXfs><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>';
  const sheet = '<worksheet><sheetData><row><c s="0"><v>0</v></c><c s="1"><v>3</v></c></row></sheetData></worksheet>';
  const from1904 = PARTS['xl/workbook.xml'].replace('<sheets>', '<workbookPr date1904="1"/><sheets>');
  const workbook = opened(
    makeZip({ ...PARTS, 'xl/workbook.xml': from1904, 'xl/styles.xml': styles, 'xl/worksheets/one.xml': sheet }),
  );
  assert.deepEqual(rowsOf(workbook), [[1, '1904-01-01', '3']]);
});

test('a CSV is read with its rows numbered as the spreadsheet numbers them', () => {
  const workbook = opened(Buffer.from('\uFEFFname,note\r\n\r\n"Lee, Ann","two\nlines"\r\n'));
  assert.deepEqual(rowsOf(workbook), [
    [1, 'name', 'note'],
    [3, 'Lee, Ann', 'two\nlines'],
  ]);
  assert.deepEqual(rowsOf(opened(Buffer.from('name;note\nLee;x'))), [
    [1, 'name', 'note'],
    [2, 'Lee', 'x'],
  ]);
});

test('a CSV in Windows-1252 or UTF-16 is read, and says so', () => {
  const old = opened(Buffer.from('name\nZo\xEB', 'latin1'));
  assert.deepEqual(rowsOf(old), [
    [1, 'name'],
    [2, 'Zo\u00eb'],
  ]);
  assert.match(old.notes[0] ?? '', /Windows-1252/);
  for (const start of ['\uFEFF', '']) {
    const wide = opened(Buffer.from(`${start}name\tb\nZo\u00eb\t1`, 'utf16le'));
    assert.deepEqual(rowsOf(wide), [
      [1, 'name', 'b'],
      [2, 'Zo\u00eb', '1'],
    ]);
    assert.match(wide.notes[0] ?? '', /UTF-16/);
  }
});

test('what is not a workbook is refused in one sentence that says what it is', () => {
  const old = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  assert.match(sentence(Buffer.alloc(0)), /empty/);
  assert.match(sentence(Buffer.from(' \n')), /empty/);
  assert.match(sentence(Buffer.from(',,\n,,')), /nothing in the file/);
  assert.match(sentence(makeXlsx({ One: [[], []] })), /nothing in the file/);
  assert.match(sentence(old), /old kind/);
  assert.match(sentence(Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')])), /password/);
  assert.match(sentence(makeZip({ 'word/document.xml': '<a/>' })), /zip file, but not a workbook/);
  assert.match(sentence(makeZip({ 'content.xml': '<a/>' })), /OpenDocument/);
  assert.match(sentence(makeZip({ 'xl/workbook.bin': '' })), /binary workbook/);
  assert.match(sentence(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 9, 9, 9])), /neither a workbook/);
  assert.match(sentence(Buffer.from('%PDF-1.7\n\x01\x02')), /neither a workbook/);
  assert.match(sentence(Buffer.from('name\n"never closed')), /quotation mark/);
});

test('a damaged workbook is refused, wherever it is cut', () => {
  const whole = makeXlsx({ One: [['a', 'b']] });
  for (let cut = 4; cut < whole.length; cut += 7) assert.match(sentence(whole.subarray(0, cut)), /damaged|neither/);
  assert.match(sentence(makeZip({ ...PARTS, 'xl/worksheets/one.xml': '<worksheet><row><c t="' })), /damaged/);
});

test('a small file that unpacks into a large one is refused, whatever it claims of its size', () => {
  const limits = { fileBytes: 100_000, unpackedBytes: 1_000_000, cells: 50 };
  const bomb = { ...PARTS, 'xl/worksheets/one.xml': Buffer.alloc(20_000_000, ' ') };
  assert.match(sentence(makeZip(bomb), limits), /larger than 1 MB/);
  assert.match(sentence(makeZip(bomb, { size: 10 }), limits), /larger than 1 MB/);
  assert.match(sentence(Buffer.alloc(100_001, 'a'), limits), /largest that can be read/);
  assert.match(
    sentence(makeXlsx({ One: Array.from({ length: 30 }, () => ['a', 'b']) }), limits),
    /more than 50 filled cells/,
  );
  assert.match(sentence(Buffer.from('a,b\n'.repeat(30)), limits), /more than 50 filled cells/);
});

test('entities of a document type are never unfolded', () => {
  const workbook = `<!DOCTYPE x [<!ENTITY a "aaaa">]>${PARTS['xl/workbook.xml']}`;
  const sheet = '<worksheet><row><c t="str"><v>&a;&lt;&#65;</v></c></row></worksheet>';
  assert.deepEqual(rowsOf(opened(makeZip({ ...PARTS, 'xl/workbook.xml': workbook, 'xl/worksheets/one.xml': sheet }))), [
    [1, '&a;<A'],
  ]);
});

test('a million empty rows are no rows', () => {
  const empty = '<row><c s="1"/></row>'.repeat(1_000_000);
  const sheet = `<worksheet><sheetData><row><c><v>1</v></c></row>${empty}</sheetData></worksheet>`;
  assert.deepEqual(rowsOf(opened(makeZip({ ...PARTS, 'xl/worksheets/one.xml': sheet }))), [[1, '1']]);
  assert.deepEqual(rowsOf(opened(Buffer.from(`a,b\n${',\n'.repeat(1_000_000)}c,d`))), [
    [1, 'a', 'b'],
    [1_000_002, 'c', 'd'],
  ]);
});

test('no bytes make it throw', () => {
  const start = fc.constantFrom('', 'PK\x03\x04', '\xD0\xCF\x11\xE0', '\xFF\xFE', '\xEF\xBB\xBF', '"a","b"\n');
  const whole = makeXlsx({
    One: [
      ['a', new Date(0)],
      [1, true],
    ],
  });
  fc.assert(
    fc.property(start, fc.uint8Array({ maxLength: 400 }), (first, rest) => {
      const workbook = openWorkbook(Buffer.concat([Buffer.from(first, 'latin1'), rest]));
      if (isRefusal(workbook)) assert.match(workbook.refused, /^[A-Z][^\n]*\.$/);
    }),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
      const harmed = Buffer.from(whole);
      harmed[at] = byte;
      openWorkbook(harmed);
    }),
    { numRuns: 500 },
  );
});
