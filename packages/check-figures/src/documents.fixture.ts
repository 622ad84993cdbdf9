import { makeZip } from '../../office-files/src/testing/workbook.ts';

/** Small documents for tests, each by hand: a Word document of paragraphs and tables, and a PDF of placed words. */
export type Part = string | { bullet: string } | { rows: string[][] };

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
/** A run of text is cut in two, as Word does wherever somebody stopped typing. */
const runs = (text: string) =>
  [text.slice(0, 3), text.slice(3)]
    .map((part) => `<w:r><w:t xml:space="preserve">${escapeXml(part)}</w:t></w:r>`)
    .join('');
const paragraph = (text: string, properties = '') => `<w:p>${properties}${runs(text)}</w:p>`;

function partXml(part: Part): string {
  if (typeof part === 'string') return paragraph(part);
  if ('bullet' in part) return paragraph(part.bullet, '<w:pPr><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr>');
  const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
  return `<w:tbl>${part.rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

export function makeDocx(parts: readonly Part[], extra = ''): Buffer {
  return makeZip({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<?xml version="1.0"?><w:document><w:body>${parts.map(partXml).join('')}${extra}</w:body></w:document>`,
  });
}

type Placed = { x: number; y: number; text: string };

/** `encrypted`: with a password nobody knows. */
export function makePdf(pages: readonly (readonly Placed[])[], options: { encrypted?: boolean } = {}): Buffer {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  for (const [at, words] of pages.entries()) {
    const content = words
      .map(({ x, y, text }) => `BT /F1 11 Tf ${x} ${y} Td (${text.replaceAll(/[\\()]/g, '\\$&')}) Tj ET`)
      .join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + at * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >> /ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>]`;
  let body = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = body.length;
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${options.encrypted ? lock : ''} >>`;
  return Buffer.from(`${body}${table}${trailer}\nstartxref\n${body.length}\n%%EOF`, 'latin1');
}

/** Lines down a page, each a text or the cells of a row. */
export const placed = (lines: readonly (string | readonly string[])[]): Placed[] =>
  lines.flatMap((line, row) =>
    [line].flat().map((text, column) => ({ x: 60 + column * 150, y: 780 - row * 14, text })),
  );
