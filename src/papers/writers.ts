import type { Paper } from './paper.ts';

type Write = (paper: Paper) => Promise<Uint8Array>;

/** A writer and its library are loaded when the first file of its kind is written. */
export const writers = {
  csv: async () => (await import('./csv.ts')).writeCsv,
  xlsx: async () => (await import('./xlsx.ts')).writeXlsx,
  ods: async () => (await import('./ods.ts')).writeOds,
  docx: async () => (await import('./docx.ts')).writeDocx,
  pdf: async () => (await import('./pdf.ts')).writePdf,
} as const satisfies Record<string, () => Promise<Write>>;

export type FormatName = keyof typeof writers;
