export { openWorkbook, plainly, type Sheet, type Workbook } from '@throughline/office-files';
export * from './cells.ts';
export * from './columns.ts';
export * from './compare.ts';
export * from './one-sheet.ts';
export * from './report.ts';
export * from './rules.ts';
export * from './settle.ts';
