import type { Paper, Section } from './paper.ts';
import { aboutPaper, aboutTable, legend, trialSays } from './wording.ts';

const head = ['kind', 'table', 'row', 'column', 'unit', 'value', 'says'];
/** Excel takes a file for Windows-1252 unless it begins so, and then spells Wałęsa wrongly: councils open it by double click. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * One tidy file: a line for each figure (kind `figure`, its value a number or a symbol), and the paper's words as
 * lines of other kinds, so that no figure travels without its definition.
 */
export async function writeCsv(paper: Paper): Promise<Uint8Array> {
  const lines = [head, ...aboutLines(paper), ...paper.tables.flatMap(tableLines), ...closingLines(paper)];
  const text = lines.map((line) => `${line.map(quoted).join(',')}\r\n`).join('');
  return new TextEncoder().encode(BYTE_ORDER_MARK + text);
}

function aboutLines(paper: Paper): string[][] {
  return [
    words('title', '', paper.title),
    ...(paper.trial ? [words('trial', '', trialSays)] : []),
    ...aboutPaper(paper).map(([label, says]) => words('about', '', says, label)),
    ...paper.summary.map((says) => words('summary', '', says)),
  ];
}

function tableLines(table: Paper['tables'][number]): string[][] {
  return [
    ...(table.opens ?? []).flatMap(sectionLines),
    ...aboutTable(table).map(([label, says]) => words('about', table.title, says, label)),
    ...table.rows.flatMap(({ label, cells }) =>
      cells.map((cell, at) => [
        'figure',
        safe(table.title),
        safe(label),
        safe(table.columns[at] ?? ''),
        safe(table.unit),
        String(cell),
        '',
      ]),
    ),
    ...table.notes.map((says) => words('note', table.title, says)),
    ...(table.closes ?? []).flatMap(sectionLines),
  ];
}

const sectionLines = ({ title, says }: Section): string[][] => [
  words('section', '', '', title),
  ...says.map((one) => words('section', '', one, title)),
];

function closingLines(paper: Paper): string[][] {
  return [
    ...legend(paper).map(({ shown, says }) => ['symbol', '', '', '', '', shown, says]),
    ...paper.notes.map((says) => words('note', '', says)),
  ];
}

const words = (kind: string, table: string, says: string, row = '') => [
  kind,
  safe(table),
  safe(row),
  '',
  '',
  '',
  safe(says),
];

/**
 * A spreadsheet runs what begins with these as a formula (OWASP, CSV injection), and turns the age band 5-10 into the
 * fifth of October: an apostrophe in front, and an en dash between.
 */
function safe(text: string): string {
  const dashed = text.replace(/^(\d+)-(\d+)$/, '$1–$2');
  return /^[\t\r]|^\s*[=+\-@＝＋－＠]/.test(dashed) ? `'${dashed}` : dashed;
}

const quoted = (field: string) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
