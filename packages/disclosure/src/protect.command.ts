import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Command, isRefusal, WrongUse } from '@throughline/commands';
import { readTables, type TablesFile } from './tables-file.ts';
import { inWorker } from './thread.ts';

export const protectCommand: Command = {
  name: 'protect',
  says: 'hides cells of tables so that no small one can be worked out',
  help: `
$0 FILE.json --out P.json [--no-worse-than exact|threshold] [--seconds 120]

Reads tables with their inner rows and small cells (“primary”), and writes the same file with “hidden” added to every
cell. --no-worse-than exact (unless told otherwise): no small cell can be found exactly. --no-worse-than threshold: nor
can any be known to be at or below its table's threshold. --seconds is the longest a table may take.

Exit 0: written. Exit 2: the file cannot be read or is not of the form. Exit 3: a table could not be worked out, and
nothing is written.`,
  async run(args, console) {
    const { positionals, values } = readWords(args);
    const file = readTablesFile(positionals);
    if (values.out === undefined) throw new WrongUse('Say where to write: --out P.json.');
    const hidden: boolean[][] = [];
    for (const table of file.tables) {
      const done = await inWorker({ job: 'protect table', table, against: values.against }, values.seconds);
      if (isRefusal(done)) {
        console.progress(`Table “${table.id}”: ${done.refused}`);
        return 3;
      }
      hidden.push(done);
      console.progress(`Table “${table.id}”: ${done.filter(Boolean).length} of ${done.length} cells hidden`);
    }
    writeJson(values.out, withHidden(file, hidden));
    return 0;
  },
};

/** The words both commands take. */
export function readWords(args: string[]) {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      'no-worse-than': { type: 'string', default: 'exact' },
      seconds: { type: 'string', default: '120' },
    },
  });
  const against = values['no-worse-than'];
  if (against !== 'exact' && against !== 'threshold') throw new WrongUse('--no-worse-than takes exact or threshold.');
  const seconds = Number(values.seconds);
  if (!(seconds > 0)) throw new WrongUse('--seconds takes a number above 0.');
  return { positionals, values: { out: values.out, against, seconds } as const };
}

export function readTablesFile(positionals: readonly string[]): TablesFile {
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new WrongUse('Name one file of tables.');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new WrongUse(`The file ${path} cannot be read.`);
  }
  const file = readTables(text);
  if (isRefusal(file)) throw new WrongUse(file.refused);
  return file;
}

export function writeJson(path: string, content: unknown): void {
  try {
    writeFileSync(path, `${JSON.stringify(content)}\n`);
  } catch {
    throw new WrongUse(`The file ${path} cannot be written.`);
  }
}

function withHidden({ read, tables }: TablesFile, hidden: readonly boolean[][]): unknown {
  const written = Array.isArray(read.tables) ? read.tables : [];
  return {
    ...read,
    tables: written.map((table, at) => ({
      ...table,
      cells: tables[at]?.cells.map((_, cell) => ({ ...table.cells[cell], hidden: hidden[at]?.[cell] ?? true })),
    })),
  };
}
