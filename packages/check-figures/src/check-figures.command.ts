import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Command, type Console, isRefusal, WrongUse } from '@throughline/commands';
import { checkFigures } from './check.ts';
import { type Checked, kinds } from './finding.ts';
import type { LedgerFigure } from './ledger.ts';
import { readDocument } from './read.ts';

/** `findLedger`: the figures released before, which a paper is held against; without it, against itself alone. */
export function checkFiguresCommand<C extends Console>(
  findLedger: (console: C) => Promise<readonly LedgerFigure[]> = async () => [],
): Command<C> {
  return {
    name: '',
    says: 'finds what does not add up in a paper',
    help: `
$0 FILE [--format text|json]

Reads a text, Markdown, Word (.docx) or PDF file. Finds sums that fail, parts of one whole over 100 %, shares that no
whole number gives, one figure with two values, a percentage that stands in no table, and slips in years and in the names
of bodies; and says what was found to hold. Nothing is stored. A line is a paragraph in a Word document.
Exit 0: nothing found. Exit 1: something found. Exit 2: the file cannot be read.`,
    async run(args, console) {
      const { path, format } = readArgs(args);
      const lines = await readDocument(readBytes(path));
      if (isRefusal(lines)) throw new WrongUse(`${lines.refused}.`);
      const checked = checkFigures(lines, await findLedger(console));
      console.print(format === 'json' ? JSON.stringify(checked, null, 2) : asText(checked));
      return checked.findings.length > 0 ? 1 : 0;
    },
  };
}

function readArgs(args: string[]): { path: string; format: 'text' | 'json' } {
  const { values, positionals } = parseArgs({
    args,
    options: { format: { type: 'string', default: 'text' } },
    allowPositionals: true,
  });
  const { format } = values;
  if (format !== 'text' && format !== 'json') throw new WrongUse('--format takes text or json.');
  const [path, ...more] = positionals;
  if (!path || more.length > 0) throw new WrongUse('Name one file: FILE');
  return { path, format };
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new WrongUse(`${path} cannot be opened.`);
  }
}

function asText({ findings, holds }: Checked): string {
  const found = findings.map(
    ({ line, quote, kind, arithmetic }) => `line ${line}: ${kinds[kind]}\n  “${quote}”\n  ${arithmetic}`,
  );
  const held = holds.map(({ line, arithmetic }) => `  line ${line}: ${arithmetic}`);
  return [
    found.length === 0 ? 'Nothing was found that does not add up.' : found.join('\n\n'),
    ...(held.length > 0 ? ['', 'What holds:', ...held] : []),
  ].join('\n');
}
