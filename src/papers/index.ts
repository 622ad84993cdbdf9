import type { Paper } from './paper.ts';
import { whole } from './wording.ts';

export type { Paper, PaperTable, Section, Shown, Sign } from './paper.ts';
export { decimals, legend, legible, printed } from './wording.ts';

type Write = (paper: Paper) => Promise<Uint8Array>;
type Format = { says: string; type: string; ending: string; write: Write };

/** A writer is loaded when the first file of its kind is asked for: none of them costs a start anything. */
const later =
  (load: () => Promise<Write>): Write =>
  async (paper) =>
    (await load())(whole(paper));

export const formats = {
  csv: {
    says: 'CSV, one line for each figure',
    type: 'text/csv; charset=utf-8',
    ending: 'csv',
    write: later(async () => (await import('./csv.ts')).writeCsv),
  },
  xlsx: {
    says: 'Excel workbook',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ending: 'xlsx',
    write: later(async () => (await import('./xlsx.ts')).writeXlsx),
  },
  ods: {
    says: 'OpenDocument spreadsheet',
    type: 'application/vnd.oasis.opendocument.spreadsheet',
    ending: 'ods',
    write: later(async () => (await import('./ods.ts')).writeOds),
  },
  docx: {
    says: 'Word document, to put into a report',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ending: 'docx',
    write: later(async () => (await import('./docx.ts')).writeDocx),
  },
  pdf: {
    says: 'PDF, to print',
    type: 'application/pdf',
    ending: 'pdf',
    write: later(async () => (await import('./pdf.ts')).writePdf),
  },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

/** What draws, as it is once fetched: by its type alone, so that naming it does not fetch it. */
export type Pictures = typeof import('./pictures.ts');
export const loadPictures = (): Promise<Pictures> => import('./pictures.ts');
