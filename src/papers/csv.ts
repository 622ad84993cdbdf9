import type { Paper, PaperTable, Part } from './paper.ts';
import { aboutTable, legend, trialSays } from './wording.ts';

const head = ['kind', 'table', 'row', 'column', 'unit', 'value', 'says'];
/** Excel takes a file for Windows-1252 unless it begins so, and then spells Wałęsa wrongly: councils open it by double click. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * One tidy file: a line for each figure (kind `figure`, its value a number or a symbol), and the paper's words as
 * lines of other kinds, so that no figure travels without its definition.
 */
export async function writeCsv(paper: Paper): Promise<Uint8Array> {
  const lines = [head, ...aboutLines(paper), ...partLines(paper.parts)];
  const text = lines.map((line) => `${line.map(quoted).join(',')}\r\n`).join('');
  return new TextEncoder().encode(BYTE_ORDER_MARK + text);
}

const aboutLines = ({ title, trial, facts }: Paper): string[][] => [
  words('title', '', title),
  ...(trial ? [words('trial', '', trialSays)] : []),
  ...facts.map(([label, says]) => words('about', '', says, label)),
];

function partLines(parts: readonly Part[]): string[][] {
  let section = '';
  return parts.flatMap((part) => {
    if (part.is === 'heading') section = part.says;
    return linesOf(part, parts, section);
  });
}

/** What is said before the first heading is the summary; after it, it belongs to the section. */
function linesOf(part: Part, parts: readonly Part[], section: string): string[][] {
  const said = (says: string) => words(section === '' ? 'summary' : 'section', '', says, section);
  switch (part.is) {
    case 'heading':
      return [said('')];
    case 'paragraph':
      return [said(part.says)];
    case 'list':
      return part.items.map(said);
    case 'symbols':
      return legend(parts).map(([shown, says]) => ['symbol', '', '', '', '', shown, says]);
    case 'table':
      return tableLines(part);
    case 'notes':
      return part.notes.map((says) => words('note', '', says));
  }
}

function tableLines(table: PaperTable): string[][] {
  return [
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
