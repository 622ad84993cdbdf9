/** What stood in a cell. `error` is Excel's own (`#N/A`); a `day` is written `YYYY-MM-DD`; an empty cell is absent. */
export type Cell = { kind: 'text' | 'number' | 'day' | 'truth' | 'error'; text: string };
/** `number` is the row as the spreadsheet numbers it. Rows with nothing in them are left out. */
export type Row = { number: number; cells: (Cell | undefined)[] };
/** In a `delimited` file a mark too many moves all that follows it into the next column. */
export type Sheet = { name: string; delimited?: true; rows: Row[] };
export type Workbook = { sheets: Sheet[]; notes: string[] };
