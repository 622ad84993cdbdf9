import type { Paper } from './paper.ts';
import { writeInThread } from './thread.ts';
import { whole } from './wording.ts';
import type { FormatName } from './writers.ts';

export { PaperParts } from './html.tsx';
export type { Fact, Paper, PaperTable, Part, Shown, Sign } from './paper.ts';
export { legible } from './wording.ts';
export type { FormatName } from './writers.ts';

export const formats = {
  csv: { says: 'CSV, one line for each figure', type: 'text/csv; charset=utf-8' },
  xlsx: { says: 'Excel workbook', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  ods: { says: 'OpenDocument spreadsheet', type: 'application/vnd.oasis.opendocument.spreadsheet' },
  docx: {
    says: 'Word document, to put into a report',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  pdf: { says: 'PDF, to print', type: 'application/pdf' },
} as const satisfies Record<FormatName, { says: string; type: string }>;

/** The paper as a file, whose name before its ending is given. */
export function fileOf(paper: Paper, format: FormatName, name: string) {
  const asked = { format, paper: whole(paper) };
  return { write: () => writeInThread(asked), type: formats[format].type, name: `${name}.${format}` };
}

/** `NAME.pdf` and the like of that very name, or undefined: there is no such file. */
export function formatOf(file: string, name: string): FormatName | undefined {
  const ending = file.split('.').at(-1) ?? '';
  return isFormat(ending) && file === `${name}.${ending}` ? ending : undefined;
}

const isFormat = (ending: string): ending is FormatName => Object.hasOwn(formats, ending);

/** What draws, as it is once fetched: by its type alone, so that naming it does not fetch it. */
export type Pictures = typeof import('./pictures.ts');
export const loadPictures = (): Promise<Pictures> => import('./pictures.ts');
