import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';

/**
 * DejaVu Sans, one free font with the letters of Latin, Greek, Cyrillic, Arabic and Hebrew writing; pdfkit's own have
 * only English. The package holds it compressed for the web, and pdfkit would unpack that anew for each letter
 * (34 s a paper instead of under one), so it is unpacked here, once.
 */
export function font(weight: 400 | 700): Promise<Buffer> {
  const file = `@fontsource/dejavu-sans/files/dejavu-sans-latin-${weight}-normal.woff`;
  fonts[weight] ??= readFile(fileURLToPath(import.meta.resolve(file))).then(unpacked);
  return fonts[weight];
}

const fonts: { [weight: number]: Promise<Buffer> } = {};

/** WOFF 1.0 to the plain font inside (W3C, WOFF File Format 1.0, sections 3 to 5): a directory, then its tables. */
function unpacked(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const directory = Buffer.alloc(12 + count * 16);
  directory.writeUInt32BE(woff.readUInt32BE(4), 0);
  directory.writeUInt16BE(count, 4);
  const parts = [directory];
  let end = directory.length;
  for (let at = 0; at < count; at++) {
    const [offset, packed, length] = [4, 8, 12].map((more) => woff.readUInt32BE(44 + at * 20 + more));
    if (offset === undefined || packed === undefined || length === undefined) break;
    const bytes = woff.subarray(offset, offset + packed);
    const table = Buffer.alloc(Math.ceil(length / 4) * 4);
    (packed < length ? inflateSync(bytes) : bytes).copy(table);
    woff.copy(directory, 12 + at * 16, 44 + at * 20, 48 + at * 20);
    woff.copy(directory, 16 + at * 16, 60 + at * 20, 64 + at * 20);
    directory.writeUInt32BE(end, 20 + at * 16);
    directory.writeUInt32BE(length, 24 + at * 16);
    parts.push(table);
    end += table.length;
  }
  return Buffer.concat(parts);
}
