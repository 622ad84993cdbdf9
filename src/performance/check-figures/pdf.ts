import { extractTextItems, getDocumentProxy, type StructuredTextItem } from 'unpdf';
import { type Refusal, refuse } from '../../platform/kernel/index.ts';
import type { Line } from './paper.ts';

const MOST_PAGES = 1000;

/** The lines of a PDF as they stand on its pages, counted through; columns of a table are kept apart. */
export async function readPdf(bytes: Buffer): Promise<readonly Line[] | Refusal> {
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    if (pdf.numPages > MOST_PAGES) return refuse(`The PDF has more than ${MOST_PAGES} pages`);
    const { items } = await extractTextItems(pdf);
    const lines = items.flatMap((page) => [...linesOfPage(page), '']).map((text, at) => ({ line: at + 1, text }));
    if (lines.every(({ text }) => text.trim() === ''))
      return refuse('The PDF holds pictures of pages and no words: it needs text recognition first');
    return lines;
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    return refuse(locked ? 'The PDF has a password: save it without one' : 'The PDF is damaged and cannot be read');
  }
}

type Row = { y: number; items: StructuredTextItem[] };

function linesOfPage(items: readonly StructuredTextItem[]): string[] {
  const rows: Row[] = [];
  for (const item of items.filter(({ str }) => str.trim() !== '')) {
    const row = rows.find(({ y }) => Math.abs(y - item.y) < Math.max(2, item.fontSize * 0.4));
    if (row) row.items.push(item);
    else rows.push({ y: item.y, items: [item] });
  }
  const sorted = rows.toSorted((a, b) => b.y - a.y);
  return sorted.flatMap((row, at) => {
    const text = textOf(row);
    if (/^(?:page\s+)?\d+(?:\s+of\s+\d+)?$/i.test(text)) return [];
    const above = sorted[at - 1];
    const height = row.items[0]?.fontSize ?? 10;
    // A gap of more than a line and a half ends a paragraph.
    return above && above.y - row.y > height * 1.9 ? ['', text] : [text];
  });
}

function textOf({ items }: Row): string {
  let text = '';
  let end = Number.NaN;
  for (const { str, x, width, fontSize } of items.toSorted((a, b) => a.x - b.x)) {
    const gap = x - end;
    if (text !== '' && gap > fontSize * 1.5) text += '\t';
    else if (text !== '' && gap > fontSize * 0.12 && !/\s$/.test(text) && !/^\s/.test(str)) text += ' ';
    text += str;
    end = x + width;
  }
  return text
    .replace(/^([•▪◦●○–—-])\t/, '$1 ')
    .replaceAll('\u00a0', ' ')
    .trimEnd();
}
