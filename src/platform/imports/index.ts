export * from './cells.ts';
export * from './columns.ts';
export * from './one-sheet.ts';
export * from './report.ts';
export * from './rules.ts';
export * from './settle.ts';
export * from './sheet.ts';
export * from './workbook.ts';
