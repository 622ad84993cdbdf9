/** Where a cell stands and what it says, as the person who made the file sees it. */
export type Place = { sheet: string; row: number; column: string; value: string };
/** Put right, and taken. */
export type Repair = Place & { became: string; problem: string };
/** Not taken, and what to do about it. One row may have several. */
export type Refused = Place & { problem: string; remedy: string };
/** Taken as it stands, but worth a look. */
export type Noticed = Place & { problem: string };
/** Left aside: a sheet, or columns of one. */
export type Ignored = { sheet: string; columns?: string[]; why: string };

export type Tally = { read: number; accepted: number; unchanged: number; refused: number };

/** `read` is the sum of `accepted`, `unchanged` and the rows refused, in the whole and in each sheet. */
export type ImportResult = {
  read: number;
  accepted: number;
  unchanged: number;
  repaired: Repair[];
  refused: Refused[];
  noticed: Noticed[];
  ignored: Ignored[];
  notes: string[];
  sheets: Record<string, Tally>;
};

export function newResult(notes: readonly string[] = []): ImportResult {
  return {
    read: 0,
    accepted: 0,
    unchanged: 0,
    repaired: [],
    refused: [],
    noticed: [],
    ignored: [],
    notes: [...notes],
    sheets: {},
  };
}

export function tallyOf(result: ImportResult, sheet: string): Tally {
  result.sheets[sheet] ??= { read: 0, accepted: 0, unchanged: 0, refused: 0 };
  return result.sheets[sheet];
}

/** Whoever writes the records knows more: this row says nothing the database does not hold already. */
export function holdAlready(result: ImportResult, at: { sheet: string }): void {
  result.accepted--;
  result.unchanged++;
  const tally = tallyOf(result, at.sheet);
  tally.accepted--;
  tally.unchanged++;
}

/** An accepted row that the database contradicts. Its repairs are no longer of interest. */
export function refuseAfterAll(result: ImportResult, refused: Refused): void {
  result.accepted--;
  const tally = tallyOf(result, refused.sheet);
  tally.accepted--;
  tally.refused++;
  result.refused.push(refused);
  result.repaired = result.repaired.filter((repair) => repair.sheet !== refused.sheet || repair.row !== refused.row);
}

export function refusedRows(result: ImportResult): number {
  return new Set(result.refused.map(({ sheet, row }) => `${sheet}\n${row}`)).size;
}

export function sayResultAsJson(result: ImportResult): string {
  return `${JSON.stringify(result, undefined, 2)}\n`;
}

/** For the terminal: totals, then what was refused in full, and what was repaired by kind with one example. */
export function sayResult(result: ImportResult): string {
  const { read, accepted, unchanged } = result;
  const lines = [
    ...result.notes,
    `${rows(read)} read: ${accepted} accepted, ${unchanged} unchanged, ${refusedRows(result)} refused.`,
    ...Object.entries(result.sheets).map(
      ([sheet, tally]) =>
        `  ${sheet}: ${tally.read} read, ${tally.accepted} accepted, ${tally.unchanged} unchanged, ${tally.refused} refused`,
    ),
    ...heading(
      'Refused',
      result.refused.map((one) => `${where(one)} ${one.problem}. ${one.remedy}`),
    ),
    ...heading(
      'Worth a look',
      result.noticed.map((one) => `${where(one)} ${one.problem}.`),
    ),
    ...heading('Repaired', sayRepairs(result.repaired)),
    ...heading(
      'Left aside',
      result.ignored.map(({ sheet, columns, why }) => `${sheet}${columns ? ` (${sayFew(columns)})` : ''}: ${why}`),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

const rows = (count: number) => (count === 1 ? '1 row' : `${count} rows`);
const where = ({ sheet, row, column, value }: Place) =>
  `${sheet}, row ${row}, ${column}: ${value === '' ? 'it' : `"${value}"`}`;
const heading = (title: string, lines: string[]) =>
  lines.length > 0 ? ['', `${title}:`, ...lines.map((line) => `  ${line}`)] : [];

function sayRepairs(repaired: Repair[]): string[] {
  const kinds = Map.groupBy(repaired, ({ sheet, column, problem }) => `${sheet}, ${column}: ${problem}`);
  return [...kinds].map(([kind, [first, ...others]]) => {
    const example = first ? `row ${first.row} "${first.value}" became "${first.became}"` : '';
    return `${kind} (${others.length + 1}; ${example})`;
  });
}

function sayFew(columns: string[]): string {
  const more = columns.length - 5;
  return columns.slice(0, 5).join('; ') + (more > 0 ? `; and ${more} more` : '');
}
