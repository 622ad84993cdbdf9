import { type Refusal, refuse } from '@throughline/commands';
import type { Line } from './line.ts';
import { scanXml } from './xml.ts';
import { openZip } from './zip.ts';

// The words of the largest packs are a few megabytes of XML; what unfolds further is no paper.
const MOST_UNPACKED = 50_000_000;

/** Paragraphs and table rows of a Word document, in order, without what was struck out. */
export function readDocx(bytes: Uint8Array): readonly Line[] | Refusal {
  let xml: string | undefined;
  try {
    xml = openZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), MOST_UNPACKED).text(
      'word/document.xml',
    );
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

/** A cell over several columns is followed by blanks, so that those beside it keep their heads. */
type Table = { cells: string[][]; cell: string[]; span: number };

// Word's own tables have no more columns.
const MOST_SPANNED = 63;

/** What was moved away stands where it was moved to; a text box is written a second time, for old readers. */
const LEFT_OUT = new Set(['moveFrom', 'Fallback']);

class DocxReader {
  readonly lines: Line[] = [];
  /** Text boxes put paragraphs inside paragraphs, and tables stand inside cells. */
  #paragraphs: { text: string; bullet: boolean }[] = [];
  #tables: Table[] = [];
  #inText = false;
  /** Within what is not part of the text as it stands. */
  #left = 0;

  open(name: string, attribute: (name: string) => string | undefined): void {
    if (LEFT_OUT.has(name)) this.#left++;
    if (this.#left > 0) return;
    const table = this.#tables.at(-1);
    const paragraph = this.#paragraphs.at(-1);
    if (name === 'p') this.#paragraphs.push({ text: '', bullet: false });
    else if (name === 'tbl') this.#tables.push({ cells: [], cell: [], span: 1 });
    else if (name === 'gridSpan' && table) table.span = Math.min(MOST_SPANNED, Number(attribute('val')) || 1);
    else if (name === 't') this.#inText = true;
    else if (name === 'numPr' && paragraph) paragraph.bullet = true;
    else if ((name === 'tab' || name === 'br' || name === 'cr') && paragraph) paragraph.text += ' ';
    else if (name === 'noBreakHyphen' && paragraph) paragraph.text += '-';
  }

  text(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (this.#inText && paragraph && this.#left === 0) paragraph.text += text.replaceAll('\u00a0', ' ');
  }

  close(name: string): void {
    if (LEFT_OUT.has(name)) this.#left--;
    if (this.#left > 0) return;
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
    if (!table) return;
    const text = table.cell.filter((one) => one !== '').join(' ');
    table.cells.push([text, ...Array.from({ length: table.span - 1 }, () => '')]);
    [table.cell, table.span] = [[], 1];
  }

  #endRow(): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    const cells = table.cells.flat();
    // A table of one column is a frame around prose.
    if (table.cells.length === 1) this.#add({ text: cells[0] ?? '', whole: true });
    else this.#add({ text: cells.join(' | '), cells, whole: true });
    table.cells = [];
  }

  #add(line: Omit<Line, 'line'>): void {
    this.lines.push({ line: this.lines.length + 1, ...line });
  }
}
