import { sayCount } from '../kernel/index.ts';

/** Where a cell stands and what it says, as the person who made the file sees it. */
export type Place = { sheet: string; row: number; column: string; value: string };
/** Put right, and taken. */
export type Repair = Place & { became: string; problem: string };
/** Not taken, and what to do about it. One row may have several. */
export type Refused = Place & { problem: string; remedy: string };
/** Taken as it stands, but worth a look. */
type Noticed = Place & { problem: string };
/** Left aside: a sheet, or columns of one. */
type Ignored = { sheet: string; columns?: string[]; why: string };

export type Tally = { read: number; accepted: number; unchanged: number; refused: number; heldBack?: number };

/** `read` is the sum of `accepted`, `unchanged`, `heldBack` and the rows refused, in the whole and in each sheet. */
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
  /** Good rows that were not taken, because others in the file are refused. */
  heldBack?: number;
  /** What was added, by kind; absent where nothing was written. */
  written?: Readonly<Record<string, number>>;
  dryRun?: true;
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

/** Accepted rows that the database contradicts. Their repairs are no longer of interest. */
export function refuseAfterAll(result: ImportResult, ...refused: Refused[]): void {
  const gone = new Set(refused.map(rowOf));
  for (const { sheet } of refused) {
    result.accepted--;
    const tally = tallyOf(result, sheet);
    tally.accepted--;
    tally.refused++;
  }
  for (const one of refused) result.refused.push(one);
  result.repaired = result.repaired.filter((repair) => !gone.has(rowOf(repair)));
}

/** One row refused leaves the whole file out, unless the good ones are asked for. */
export function holdBack(result: ImportResult): void {
  for (const tally of [result, ...Object.values(result.sheets)]) {
    tally.heldBack = tally.accepted;
    tally.accepted = 0;
  }
}

const rowOf = ({ sheet, row }: Place) => `${sheet}\n${row}`;

export function refusedRows(result: ImportResult): number {
  return new Set(result.refused.map(rowOf)).size;
}

export function sayResultAsJson(result: ImportResult): string {
  return JSON.stringify(result, undefined, 2);
}

/** For the terminal: totals, then what was refused in full, and what was repaired by kind with one example. */
export function sayResult(result: ImportResult): string {
  return [
    ...result.notes,
    `${sayCount(result.read, 'row')} read: ${sayTally({ ...result, refused: refusedRows(result) })}.`,
    ...Object.entries(result.sheets).map(([sheet, tally]) => `  ${sheet}: ${tally.read} read, ${sayTally(tally)}`),
    sayWritten(result),
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
  ].join('\n');
}

const sayTally = ({ accepted, unchanged, refused, heldBack }: Omit<Tally, 'read'>) =>
  `${accepted} accepted, ${unchanged} unchanged, ${refused} refused${heldBack === undefined ? '' : `, ${heldBack} held back`}`;

function sayWritten(result: ImportResult): string {
  if (result.dryRun) return 'Nothing was written: this was a dry run.';
  if (result.heldBack !== undefined)
    return `Nothing was written, because not every row is good. Put the refused rows right and import the file again${
      result.heldBack > 0 ? `, or take the ${sayCount(result.heldBack, 'good row')} with --accept-good` : ''
    }.`;
  const made = Object.entries(result.written ?? {}).filter(([, count]) => count > 0);
  if (made.length === 0) return 'Nothing was written: there was nothing new.';
  return `Written: ${made.map(([kind, count]) => `${kind} ${count}`).join(', ')}.`;
}

const where = ({ sheet, row, column, value }: Place) =>
  `${sheet}, row ${row}${column && `, ${column}`}: ${value === '' ? 'it' : `"${value}"`}`;
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
