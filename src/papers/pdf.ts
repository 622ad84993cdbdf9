import type { Paper, PaperTable } from './paper.ts';
import {
  closePages,
  type Letters,
  lineHeight,
  linesOf,
  newPage,
  openPages,
  type Pages,
  saying,
  setLines,
  tag,
} from './pdf-page.ts';
import { drawTable, isWide } from './pdf-table.ts';
import { beyondTheFont } from './pdf-text.ts';
import { aboutPaper, aboutTable, isSectioned, legend, notesTitle, symbolsTitle, trialSays } from './wording.ts';

const BODY: Letters = { size: 10 };
const STRONG: Letters = { size: 10, bold: true };
const LABEL_WIDTH = 120;
/** The title, a header of two lines, and three rows. */
const ROOM_FOR_ROWS = 160;
const boxSays =
  'Letters shown as a box belong to a script this file has no font for; the other files of the paper have them.';

/** A tagged document (PDF/UA) made without a browser, so that it can be made where the service runs. */
export async function writePdf(paper: Paper): Promise<Uint8Array> {
  const pages = await openPages(paper, paper.tables.some(isWide) ? 'landscape' : 'portrait');
  heading(pages, 'H1', paper.title, 18);
  if (paper.trial) block(pages, 'P', trialSays, STRONG);
  for (const [label, says] of aboutPaper(paper)) fact(pages, label, says);
  pages.y += BODY.size;
  for (const says of paper.summary) block(pages, 'P', says, BODY);
  for (const table of paper.tables) tablePart(pages, table, isSectioned(paper) ? 'H3' : 'H2');
  closing(pages, paper);
  return closePages(pages, paper);
}

/** What a table says of itself is not left at the foot of a page whose next has the figures. */
function tablePart(pages: Pages, table: PaperTable, level: 'H2' | 'H3'): void {
  sectionPart(pages, table.opens);
  const lines = aboutTable(table).map(([, says]) => linesOf(pages, says, pages.width - LABEL_WIDTH, BODY).length);
  const about = lines.reduce((sum, one) => sum + one * lineHeight(BODY) + 2, 0);
  if (pages.y + about + ROOM_FOR_ROWS > pages.bottom) newPage(pages);
  heading(pages, level, table.title, 13);
  for (const [label, says] of aboutTable(table)) fact(pages, label, says);
  pages.y += BODY.size / 2;
  drawTable(pages, table);
  pages.y += BODY.size / 2;
  list(pages, table.notes);
  sectionPart(pages, table.closes);
}

function sectionPart(pages: Pages, sections: PaperTable['opens'] = []): void {
  for (const { title, says } of sections) {
    heading(pages, 'H2', title, 15);
    for (const words of says) block(pages, 'P', words, BODY);
  }
}

function closing(pages: Pages, paper: Paper): void {
  const symbols = legend(paper);
  if (symbols.length > 0) heading(pages, 'H2', symbolsTitle, 13);
  for (const { shown, says } of symbols) fact(pages, shown, says);
  const notes = beyondTheFont(JSON.stringify(paper)) ? [...paper.notes, boxSays] : paper.notes;
  if (notes.length > 0) heading(pages, 'H2', notesTitle, 13);
  list(pages, notes);
}

/** A heading stays with what follows it. */
function heading(pages: Pages, type: 'H1' | 'H2' | 'H3', text: string, size: number): void {
  if (pages.y + size * 6 > pages.bottom) newPage(pages);
  pages.y += size * 0.8;
  pages.doc.outline.addItem(text);
  block(pages, type, text, { size, bold: true });
}

function block(pages: Pages, type: string, text: string, letters: Letters): void {
  const element = tag(pages, pages.root, type, saying(text));
  flow(pages, element, linesOf(pages, text, pages.width, letters), { x: pages.left, width: pages.width }, letters);
  element.end();
  pages.y += letters.size * 0.4;
}

/** A word in bold, and beside it what it says. */
function fact(pages: Pages, label: string, says: string): void {
  const element = tag(pages, pages.root, 'P', saying(`${label}: ${says}`));
  const at = { x: pages.left + LABEL_WIDTH, width: pages.width - LABEL_WIDTH };
  if (pages.y + lineHeight(BODY) > pages.bottom) newPage(pages);
  const { y } = pages;
  element.add(() => setLines(pages, [`${label}:`], { x: pages.left, y, width: LABEL_WIDTH }, STRONG));
  flow(pages, element, linesOf(pages, says, at.width, BODY), at, BODY);
  element.end();
  pages.y += 2;
}

function list(pages: Pages, items: readonly string[]): void {
  if (items.length === 0) return;
  const element = tag(pages, pages.root, 'L');
  for (const says of items) {
    if (pages.y + lineHeight(BODY) > pages.bottom) newPage(pages);
    const item = tag(pages, element, 'LI');
    const { y } = pages;
    tag(pages, item, 'Lbl').add(() => setLines(pages, ['•'], { x: pages.left, y, width: 12 }, BODY));
    const at = { x: pages.left + 14, width: pages.width - 14 };
    flow(pages, tag(pages, item, 'LBody', saying(says)), linesOf(pages, says, at.width, BODY), at, BODY);
    pages.y += 2;
  }
  element.end();
}

type Element = ReturnType<typeof tag>;

/** Lines over as many pages as they need, in one element of the structure. */
function flow(
  pages: Pages,
  element: Element,
  lines: string[],
  at: { x: number; width: number },
  letters: Letters,
): void {
  for (let from = 0; from < lines.length; ) {
    if (pages.y + lineHeight(letters) > pages.bottom) newPage(pages);
    const room = Math.floor((pages.bottom - pages.y) / lineHeight(letters));
    const slice = lines.slice(from, from + room);
    const { y } = pages;
    element.add(() => setLines(pages, slice, { ...at, y }, letters));
    pages.y += slice.length * lineHeight(letters);
    from += slice.length;
  }
}
