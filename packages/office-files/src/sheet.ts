/** What stood in a cell. `error` is Excel's own (`#N/A`); a `day` is written `YYYY-MM-DD`; an empty cell is absent. */
export type Cell = { kind: 'text' | 'number' | 'day' | 'truth' | 'error'; text: string };
/** `number` is the row as the spreadsheet numbers it. Rows with nothing in them are left out. */
export type Row = { number: number; cells: (Cell | undefined)[] };
export type Sheet = { name: string; rows: Row[] };
export type Workbook = { sheets: Sheet[]; notes: string[] };
