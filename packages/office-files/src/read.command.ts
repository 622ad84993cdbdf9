import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Command, isRefusal, type Refusal, WrongUse } from '@throughline/commands';
import { readDocx } from './docx.ts';
import type { Line } from './line.ts';
import { readPdf } from './read-pdf.ts';
import type { Workbook } from './sheet.ts';
import { LIMITS, megabytes } from './unreadable.ts';
import { openWorkbook } from './workbook.ts';

type Read = Workbook | readonly Line[];

export const readCommand: Command = {
  name: '',
  says: 'reads a workbook, a delimited text, a Word document or a PDF, and prints what it says',
  help: `
$0 FILE [--format text|json]

A workbook (.xlsx) or delimited text: each sheet, a line for each row, its cells apart by tabs. A Word document (.docx) or
a PDF: its lines; cells of a table apart by tabs. --format json prints sheets of rows of cells with their kinds, or lines.
Exit 0: printed. Exit 2: the file cannot be read, with one sentence why.`,
  async run(args, console) {
    const { path, format } = readArgs(args);
    const read = await readAny(readBytes(path));
    if (isRefusal(read)) throw new WrongUse(read.refused);
    console.print(format === 'json' ? JSON.stringify(read) : asText(read));
    return 0;
  },
};

function readArgs(args: string[]): { path: string; format: 'text' | 'json' } {
  const options = { format: { type: 'string', default: 'text' } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [path, ...more] = positionals;
  if (!path || more.length > 0) throw new WrongUse('Name one file.');
  if (values.format !== 'text' && values.format !== 'json') throw new WrongUse('--format takes text or json.');
  return { path, format: values.format };
}

function readBytes(path: string): Buffer {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new WrongUse(`There is no file ${path}.`);
  if (!found.isFile()) throw new WrongUse(`${path} is not a file.`);
  if (found.size > LIMITS.fileBytes)
    throw new WrongUse(
      `${path} is ${megabytes(found.size)}; the largest that is read is ${megabytes(LIMITS.fileBytes)}.`,
    );
  return readFileSync(path);
}

async function readAny(bytes: Buffer): Promise<Read | Refusal> {
  if (bytes.subarray(0, 1024).includes('%PDF-')) return readPdf(bytes);
  const isZip = bytes.subarray(0, 2).toString('latin1') === 'PK';
  if (!isZip) return openWorkbook(bytes);
  const workbook = openWorkbook(bytes);
  if (!isRefusal(workbook)) return workbook;
  const document = readDocx(bytes);
  return isRefusal(document) ? workbook : document;
}

function asText(read: Read): string {
  if (!('sheets' in read)) return read.map(({ cells, text }) => cells?.join('\t') ?? text).join('\n');
  return read.sheets
    .map(({ name, rows }) =>
      [`# ${name}`, ...rows.map(({ cells }) => cells.map((cell) => cell?.text ?? '').join('\t'))].join('\n'),
    )
    .join('\n\n');
}
