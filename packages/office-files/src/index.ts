export { type Reading, readDay } from './days.ts';
export { readDocx } from './docx.ts';
export type { Line } from './line.ts';
export { plainly } from './plainly.ts';
export { readPdf } from './read-pdf.ts';
export type { Cell, Row, Sheet, Workbook } from './sheet.ts';
export { type Tidied, tidy } from './tidy.ts';
export { LIMITS, type Limits, megabytes } from './unreadable.ts';
export { openWorkbook } from './workbook.ts';
