import PDFDocument from 'pdfkit';
import { xml } from './archive.ts';
import { font } from './font.ts';
import type { Paper } from './paper.ts';
import { runsBackwards, stretches, wrap } from './pdf-text.ts';
import { LANGUAGE, madeAt, trialSays } from './wording.ts';

const MARGIN = 50;
const FOOTER = 24;
const LEADING = 1.35;

export type Letters = { size: number; bold?: boolean };
type Tag = PDFKit.PDFStructureElement;
/** pdfkit knows `scope`; its types do not yet. */
type TagOptions = {
  actual?: string;
  scope?: 'Row' | 'Column';
  alt?: string;
  /** Left, top, right and bottom, from the top left corner of the page. */
  bbox?: [number, number, number, number];
};

/** Pages with a place to write next; every mark is either in the structure or declared an artifact (PDF/UA). */
export type Pages = {
  doc: PDFKit.PDFDocument;
  root: Tag;
  left: number;
  width: number;
  /** Where the next line begins. */
  y: number;
  top: number;
  bottom: number;
};

export async function openPages(paper: Paper, layout: 'portrait' | 'landscape'): Promise<Pages> {
  const made = madeAt(paper);
  const options: PDFKit.PDFDocumentOptions = {
    size: 'A4',
    layout,
    margin: 0,
    tagged: true,
    pdfVersion: '1.7',
    lang: LANGUAGE,
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: paper.title,
      Author: paper.author,
      ...(paper.reference && { Subject: paper.reference }),
      CreationDate: made,
      ModDate: made,
    },
  };
  // pdfkit knows PDF/UA; its types know only PDF/A.
  const doc = new PDFDocument(Object.assign(options, { subset: 'PDF/UA' }));
  escapeProperties(doc);
  doc.registerFont('plain', await font(400)).registerFont('bold', await font(700));
  const root = doc.struct('Document');
  doc.addStructure(root);
  const { width, height } = doc.page;
  const bottom = height - MARGIN - FOOTER;
  return { doc, root, left: MARGIN, width: width - 2 * MARGIN, y: MARGIN, top: MARGIN, bottom };
}

/**
 * pdfkit writes the title first as it is and then, unescaped, into XML: a title with an ampersand would make the XML
 * unreadable, and with it the mark that says the document is tagged.
 */
function escapeProperties(doc: PDFKit.PDFDocument): void {
  const endMetadata = doc.endMetadata.bind(doc);
  doc.endMetadata = () => {
    for (const name of ['Title', 'Author', 'Subject'] as const)
      if (doc.info[name]) doc.info[name] = xml(doc.info[name]);
    endMetadata();
  };
}

export function newPage(pages: Pages): void {
  pages.doc.addPage();
  pages.y = pages.top;
}

export const lineHeight = ({ size }: Letters) => size * LEADING;

export function linesOf(pages: Pages, text: string, width: number, letters: Letters): string[] {
  setLetters(pages, letters);
  return wrap(text, width, (part) => pages.doc.widthOfString(part));
}

/** Lines at a place, a space between them for who hears them, each stretch in its own direction; pdfkit's own wrapping would set Arabic words in the wrong order. */
export function setLines(
  pages: Pages,
  lines: readonly string[],
  at: { x: number; y: number; width: number; align?: 'left' | 'right'; baseline?: 'alphabetic' },
  letters: Letters,
): void {
  setLetters(pages, letters);
  lines.forEach((line, row) => {
    const parts = stretches(line).map((part) => ({ ...part, width: widthOf(pages, part.text, part.backwards) }));
    const whole = parts.reduce((sum, { width }) => sum + width, 0);
    let x = at.align === 'right' ? at.x + at.width - whole : at.x;
    for (const { text, backwards, width } of parts) {
      const ended = row < lines.length - 1 && !backwards && parts.length === 1 ? `${text} ` : text;
      const options = { lineBreak: false, ...(at.baseline && { baseline: at.baseline }), ...inOneRun(backwards) };
      pages.doc.text(ended, x, at.y + row * lineHeight(letters), options);
      x += width;
    }
  });
}

function setLetters({ doc }: Pages, { size, bold }: Letters) {
  doc.font(bold ? 'bold' : 'plain').fontSize(size);
}

/** Named features make pdfkit lay a stretch out as a whole, words and all, from right to left. */
const inOneRun = (backwards: boolean) => (backwards ? { features: [] } : {});
const widthOf = ({ doc }: Pages, text: string, backwards: boolean) => doc.widthOfString(text, inOneRun(backwards));

export function tag(pages: Pages, parent: Tag, type: string, options: TagOptions = {}): Tag {
  const element = pages.doc.struct(type, options);
  parent.add(element);
  return element;
}

/** What letters from right to left say is kept in reading order beside how they look. */
export const saying = (text: string): TagOptions => (runsBackwards(text) ? { actual: text } : {});

export function artifact({ doc }: Pages, type: 'Layout' | 'Pagination', draw: () => void): void {
  doc.markContent('Artifact', { type });
  draw();
  doc.endMarkedContent();
}

/** Every page says whose it is, for a page is copied alone. */
export async function closePages(pages: Pages, paper: Paper): Promise<Uint8Array> {
  const { doc, root, left, width, bottom } = pages;
  const { count } = doc.bufferedPageRange();
  for (let at = 0; at < count; at++) {
    doc.switchToPage(at);
    const says = [paper.reference ?? [], paper.trial ? trialSays : [], `Page ${at + 1} of ${count}`]
      .flat()
      .join('  ·  ');
    artifact(pages, 'Pagination', () =>
      setLines(pages, [says], { x: left, y: bottom + FOOTER / 2, width }, { size: 8 }),
    );
  }
  root.end();
  const parts: Uint8Array[] = [];
  doc.on('data', (part: Uint8Array) => parts.push(part));
  const ended = new Promise((done, failed) => doc.on('end', done).on('error', failed));
  doc.end();
  await ended;
  return new Uint8Array(Buffer.concat(parts));
}
