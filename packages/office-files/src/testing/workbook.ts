import { deflateRawSync } from 'node:zlib';

/** Small files for tests: a zip, and a workbook of texts, numbers, days (`Date`), truths and errors (`{ error }`). */
export type FixtureCell = string | number | boolean | Date | { error: string } | undefined;

export function makeZip(files: Record<string, string | Buffer>, claim?: { size: number }): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content);
    const sizes = [packed.length, claim?.size ?? Buffer.byteLength(content)] as const;
    const head = record(
      0x04034b50,
      30,
      [
        [8, 8],
        [26, name.length],
      ],
      [
        [18, sizes[0]],
        [22, sizes[1]],
      ],
    );
    const central = record(
      0x02014b50,
      46,
      [
        [10, 8],
        [28, name.length],
      ],
      [
        [20, sizes[0]],
        [24, sizes[1]],
        [42, at],
      ],
    );
    locals.push(head, Buffer.from(name), packed);
    centrals.push(central, Buffer.from(name));
    at += head.length + name.length + packed.length;
  }
  const count = Object.keys(files).length;
  const directory = Buffer.concat(centrals);
  const end = record(
    0x06054b50,
    22,
    [
      [8, count],
      [10, count],
    ],
    [
      [12, directory.length],
      [16, at],
    ],
  );
  return Buffer.concat([...locals, directory, end]);
}

export function makeXlsx(sheets: Record<string, FixtureCell[][]>): Buffer {
  const names = Object.keys(sheets);
  return makeZip({
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${names.map((name, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/styles.xml':
      '<styleSheet><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    ...Object.fromEntries(names.map((name, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheets[name] ?? [])])),
  });
}

function sheetXml(rows: FixtureCell[][]): string {
  return `<worksheet><sheetData>${rows.map((row, at) => `<row r="${at + 1}">${row.map(cellXml).join('')}</row>`).join('')}</sheetData></worksheet>`;
}

function cellXml(cell: FixtureCell): string {
  if (cell === undefined) return '<c/>';
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (cell instanceof Date) return `<c s="1"><v>${cell.getTime() / 86_400_000 + 25_569}</v></c>`;
  if (typeof cell === 'object') return `<c t="e"><v>${cell.error}</v></c>`;
  return `<c t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`;
}

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function record(signature: number, length: number, shorts: [number, number][], longs: [number, number][]): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32LE(signature);
  for (const [at, value] of shorts) bytes.writeUInt16LE(value, at);
  for (const [at, value] of longs) bytes.writeUInt32LE(value, at);
  return bytes;
}
