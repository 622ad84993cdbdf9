import { scanXml } from '../../platform/imports/xml.ts';
import { openZip } from '../../platform/imports/zip.ts';
import { type Refusal, refuse } from '../../platform/kernel/index.ts';
import type { Line } from './paper.ts';

// The words of the largest packs are a few megabytes of XML; what unfolds further is no paper.
const MOST_UNPACKED = 50_000_000;

/** Paragraphs and table rows of a Word document, in order, without what was struck out. */
export function readDocx(bytes: Buffer): readonly Line[] | Refusal {
  let xml: string | undefined;
  try {
    xml = openZip(bytes, MOST_UNPACKED).text('word/document.xml');
  } catch {
    return refuse(
      `The Word document is damaged, has a password or unpacks to more than ${MOST_UNPACKED / 1_000_000} MB`,
    );
  }
  if (xml === undefined) return refuse('The file is a zip, but not a Word document');
  const reader = new DocxReader();
  try {
    scanXml(xml, reader);
  } catch {
    return refuse('The Word document is damaged: open it in Word and save it again');
  }
  return reader.lines;
}

type Table = { cells: string[]; cell: string[] };

class DocxReader {
  readonly lines: Line[] = [];
  /** Text boxes put paragraphs inside paragraphs, and tables stand inside cells. */
  #paragraphs: { text: string; bullet: boolean }[] = [];
  #tables: Table[] = [];
  #inText = false;
  /** Word writes a text box twice; the second time is for old readers. */
  #fallback = 0;

  open(name: string): void {
    if (name === 'Fallback') this.#fallback++;
    if (this.#fallback > 0) return;
    const paragraph = this.#paragraphs.at(-1);
    if (name === 'p') this.#paragraphs.push({ text: '', bullet: false });
    else if (name === 'tbl') this.#tables.push({ cells: [], cell: [] });
    else if (name === 't') this.#inText = true;
    else if (name === 'numPr' && paragraph) paragraph.bullet = true;
    else if ((name === 'tab' || name === 'br' || name === 'cr') && paragraph) paragraph.text += ' ';
    else if (name === 'noBreakHyphen' && paragraph) paragraph.text += '-';
  }

  text(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (this.#inText && paragraph && this.#fallback === 0) paragraph.text += text.replaceAll('\u00a0', ' ');
  }

  close(name: string): void {
    if (name === 'Fallback') this.#fallback--;
    if (this.#fallback > 0) return;
    if (name === 't') this.#inText = false;
    else if (name === 'p') this.#endParagraph();
    else if (name === 'tc') this.#endCell();
    else if (name === 'tr') this.#endRow();
    else if (name === 'tbl') this.#tables.pop();
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (!paragraph) return;
    const text = paragraph.text.trim();
    const table = this.#tables.at(-1);
    if (table) table.cell.push(text);
    else this.#add({ text, whole: true, ...(paragraph.bullet && { bullet: true }) });
  }

  #endCell(): void {
    const table = this.#tables.at(-1);
    if (table) table.cells.push(table.cell.filter((text) => text !== '').join(' '));
    if (table) table.cell = [];
  }

  #endRow(): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    // A table of one column is a frame around prose.
    if (table.cells.length === 1) this.#add({ text: table.cells.join(), whole: true });
    else this.#add({ text: table.cells.join(' | '), cells: table.cells, whole: true });
    table.cells = [];
  }

  #add(line: Omit<Line, 'line'>): void {
    this.lines.push({ line: this.lines.length + 1, ...line });
  }
}
