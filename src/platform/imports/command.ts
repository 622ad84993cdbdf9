import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { LIMITS, megabytes } from '@throughline/office-files';
import { sql } from 'kysely';
import { recordInAudit } from '../audit/audit.db.ts';
import { WrongUse } from '../cli/cli.ts';
import type { House, Tx } from '../db/index.ts';
import { isRefusal, londonDay, type PlainDate, type Refusal, refuse, sayCount } from '../kernel/index.ts';
import type { Command, Console } from '../module.ts';
import { findPartnership } from '../web/partnership.db.ts';
import type { ChildId } from '../web/world.ts';
import { holdBack, type ImportResult, sayResult, sayResultAsJson } from './report.ts';

/** What an import is handed beside its file: the partnership's day and moment, and how to say how far it has come. */
export type Importing = { today: PlainDate; now: Date; progress: (text: string) => void };
/** The children something was written about, and how much of each kind. */
export type Written = { children: readonly ChildId[]; made: Readonly<Record<string, number>> };

/** One kind of file. What differs from kind to kind, and nothing else. */
export type ImportKind<F extends { result: ImportResult }> = {
  name: string;
  says: string;
  file: string;
  /** What the file holds and what becomes of it: the middle of the help. */
  about: string;
  template: string;
  /** Without a database: records, or one sentence why the file cannot be read. */
  read: (bytes: Uint8Array, today: PlainDate) => F | Refusal;
  /** Settles the rows against what is held, and says how to write what is new. Reads only. */
  compare: (tx: Tx, file: F, importing: Importing) => Promise<() => Promise<Written>>;
};

export function importCommand<F extends { result: ImportResult }>(kind: ImportKind<F>): Command {
  return {
    name: `import ${kind.name}`,
    says: kind.says,
    help: sayHelp(kind),
    async run(args, console) {
      const asked = readArgs(args, kind);
      if ('template' in asked) {
        console.print(kind.template.trimEnd());
        return 0;
      }
      const bytes = readBytes(asked.path);
      if (isRefusal(bytes)) return cannotRead(console, bytes);
      console.progress(`Reading ${basename(asked.path)}…`);
      // Before any database is opened or made: most files that cannot be read are known by now.
      const today = londonDay(new Date());
      const first = kind.read(bytes, today);
      if (isRefusal(first)) return cannotRead(console, first);
      // A trial stands at a day of its own, and rows are judged by it.
      const read = (day: PlainDate) => (day === today ? first : kind.read(bytes, day));
      const file = await importInto(await console.open(), kind, read, asked, console);
      if (isRefusal(file)) return cannotRead(console, file);
      const { result } = file;
      console.print(asked.format === 'json' ? sayResultAsJson(result) : sayResult(result));
      return result.refused.length > 0 ? 1 : 0;
    },
  };
}

type Asked = { path: string; dryRun: boolean; acceptGood: boolean; format: 'text' | 'json' };

function readArgs(args: string[], { name, file }: { name: string; file: string }): Asked | { template: true } {
  const options = {
    'dry-run': { type: 'boolean', default: false },
    'accept-good': { type: 'boolean', default: false },
    template: { type: 'boolean', default: false },
    format: { type: 'string', default: 'text' },
  } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (values.template) return { template: true };
  const { format } = values;
  if (format !== 'text' && format !== 'json') throw new WrongUse('--format takes text or json.');
  const [path, ...more] = positionals;
  if (!path || more.length > 0) throw new WrongUse(`Name one file: throughline import ${name} ${file}`);
  return { path, format, dryRun: values['dry-run'], acceptGood: values['accept-good'] };
}

function readBytes(path: string): Buffer | Refusal {
  const file = basename(path);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return refuse(`There is no file ${path}.`);
  if (!found.isFile() && !found.isFIFO()) return refuse(`${file} is not a file.`);
  if (found.size > LIMITS.fileBytes)
    return refuse(
      `${file} is ${megabytes(found.size)}; the largest that can be read is ${megabytes(LIMITS.fileBytes)}.`,
    );
  try {
    return readFileSync(path);
  } catch {
    return refuse(`${file} may not be read by this account.`);
  }
}

function cannotRead(console: Console, { refused }: Refusal): 2 {
  console.progress(refused);
  return 2;
}

const LOCK = 7_470_147;

/** Everything in one transaction, the audit with it. Imports take turns, so that each sees what the other wrote. */
async function importInto<F extends { result: ImportResult }>(
  house: House,
  kind: ImportKind<F>,
  read: (today: PlainDate) => F | Refusal,
  asked: Asked,
  { actor, progress }: Console,
): Promise<{ result: ImportResult } | Refusal> {
  return house
    .as('console', {}, async (tx) => {
      await takeTurn(tx, progress);
      const now = (await findPartnership(tx))?.trialNow ?? new Date();
      const importing: Importing = { now, today: londonDay(now), progress };
      const file = read(importing.today);
      if (isRefusal(file)) return file;
      const { result } = file;
      progress(`${sayCount(result.read, 'row')} read; comparing them with what is held…`);
      const write = await kind.compare(tx, file, importing);
      if (result.refused.length > 0 && !asked.acceptGood && !asked.dryRun) holdBack(result);
      if (asked.dryRun) result.dryRun = true;
      const written = asked.dryRun || result.accepted === 0 ? undefined : await write();
      if (written) result.written = written.made;
      await recordInAudit(tx, actor, {
        kind: 'console',
        act: `import ${kind.name}`,
        subject: basename(asked.path),
        children: written?.children ?? [],
        detail: sayInAudit(result),
      });
      return { result };
    })
    .catch((error: unknown) => {
      throw new Error(sayUnfinished(error), { cause: error });
    });
}

async function takeTurn(tx: Tx, progress: (text: string) => void): Promise<void> {
  const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${LOCK}) mine`.execute(tx);
  if (rows[0]?.mine) return;
  progress('Another import is running; waiting for it to end…');
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
}

function sayInAudit({ read, accepted, unchanged, refused, heldBack, dryRun, written }: ImportResult) {
  return { read, accepted, unchanged, refused: refused.length, heldBack, dryRun, written };
}

function sayUnfinished(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === '23505')
    return 'Somebody recorded the same thing while the file was being imported, so nothing was written. Run it again.';
  const isLost =
    ['EPIPE', 'ECONNRESET', '57P01', '57P02', '57P03'].includes(String(code)) ||
    /terminated|not queryable/.test(String(error));
  const why = isLost ? 'the database was lost' : error instanceof Error ? error.message : String(error);
  return `The import could not be finished, and it is all or nothing: ${why}. Run it again; what is held already stays as it is.`;
}

function sayHelp({ name, file, about }: { name: string; file: string; about: string }): string {
  return `
throughline import ${name} ${file} [--dry-run] [--accept-good] [--format text|json]
throughline import ${name} --template

${about.trim()}

  --dry-run      says what would be taken and what refused, and writes nothing
  --accept-good  takes the good rows although others are refused; otherwise one refused row leaves the whole file out
  --format json  {read, accepted, unchanged, repaired, refused: [{sheet, row, column, value, problem, remedy}], …}
  --template     prints the header to fill in, and needs no database

A file is taken in one transaction, whole or not at all. Run twice it changes nothing: the second time nothing is
accepted. A child missing from a newer file is not closed.

Exit 0: everything was taken. Exit 1: something was refused, each with its place, the problem and the remedy.
Exit 2: wrong use, or the file cannot be read. Exit 3: not finished, and nothing was written.`;
}
