import { accessSync, constants, existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Command, isRefusal, sayCount, WrongUse } from '@throughline/commands';
import { columns } from './columns.ts';
import { type Matched, type Matching, matchPeople } from './match-people.ts';
import { type PeopleFile, readPeople } from './read-file.ts';
import type { Trouble } from './rows.ts';

export const matchCommand: Command = {
  name: '',
  says: 'finds likely records of one person in a file, or across two',
  help: `
$0 FILE.csv [--with OTHER.csv] --out PAIRS.csv [--format text|json]

Weighs every pair of rows that could be one person, in FILE.csv or, with --with, one row from each file, and writes the
likely ones: left,right,weight,verdict, the heaviest first. Nothing is merged, and no database is needed.

Columns, in any order: ${columns.join(', ')}.
Only id is needed, and one column or more to know people by. Dates: 2010-05-31, 31/05/2010 or 20100531. UTF-8.

  weight   in bits: how much likelier it is that the two are one person than that they are not. 10 is a thousand to
           one, 0 is as likely as not, below it rather not. Brothers, sisters and twins are allowed for.
  verdict  same: fewer than one in a thousand of these is expected to be wrong, as this file has it.
           review: a person should look before anything is made of it.

  --with   another file of the same kind; only pairs across the two are looked for
  --out    where the pairs are written, whole or not at all
  --format json  prints {files, pairs, thresholds, refused: [{file, row, column, value, problem, remedy}], noticed: […]}

Exit 0: done. Exit 1: done, but rows were left out, each with its place, the problem and the remedy. Exit 2: wrong use,
or a file cannot be read. Exit 3: not finished, and nothing was written.`,
  async run(args, console) {
    const asked = readArgs(args);
    const files: PeopleFile[] = [];
    for (const path of asked.files) {
      console.progress(`Reading ${basename(path)}…`);
      const file = await readPeople(path);
      if (isRefusal(file)) {
        console.progress(file.refused);
        return 2;
      }
      console.progress(`${sayCount(file.people.length, 'person', 'people')} in ${basename(path)}.`);
      files.push(file);
    }
    const [file, others] = files;
    if (!file) return 2;
    const matching = matchPeople(file.people, others?.people, console.progress);
    writeWhole(asked.out, sayPairs(matching.pairs));
    const result = sum(
      asked.files.map((path) => basename(path)),
      files,
      matching,
    );
    console.print(asked.format === 'json' ? JSON.stringify(result, null, 2) : sayResult(result, basename(asked.out)));
    return result.refused.length > 0 ? 1 : 0;
  },
};

type Asked = { files: string[]; out: string; format: 'text' | 'json' };

function readArgs(args: string[]): Asked {
  const options = {
    with: { type: 'string' },
    out: { type: 'string' },
    format: { type: 'string', default: 'text' },
  } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [path, ...more] = positionals;
  const { out, format } = values;
  if (!path || more.length > 0) throw new WrongUse('Name one file: FILE.csv --out PAIRS.csv');
  if (!out) throw new WrongUse('Say where the pairs are to be written: --out PAIRS.csv');
  if (format !== 'text' && format !== 'json') throw new WrongUse('--format takes text or json.');
  const files = values.with === undefined ? [path] : [path, values.with];
  if (files.some((file) => resolve(file) === resolve(out)))
    throw new WrongUse('--out would write over a file that is to be read. Name another.');
  refusePlace(out);
  return { files, out, format };
}

/** Before anything is read: nobody waits for pairs that have nowhere to go. */
function refusePlace(out: string): void {
  const folder = dirname(resolve(out));
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new WrongUse(`There is no folder ${dirname(out)} to write the pairs to.`);
  const there = statSync(out, { throwIfNoEntry: false });
  if (there && !there.isFile())
    throw new WrongUse(`${out} is ${there.isDirectory() ? 'a folder' : 'a device'}. Name a file: --out PAIRS.csv`);
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw new WrongUse(`This account may not write in ${folder}. Name a file elsewhere: --out PAIRS.csv`);
  }
}

/** What a spreadsheet would calculate has an apostrophe in front (OWASP on CSV injection). */
const quote = (text: string) => {
  const plain = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

function sayPairs(pairs: readonly Matched[]): string {
  const lines = pairs.map(
    ({ left, right, weight, verdict }) => `${quote(left)},${quote(right)},${weight.toFixed(2)},${verdict}`,
  );
  return `${['left,right,weight,verdict', ...lines].join('\n')}\n`;
}

/** Written beside and renamed, so that whoever reads the file never meets half of it. */
function writeWhole(path: string, text: string): void {
  const half = `${path}.${process.pid}.part`;
  try {
    writeFileSync(half, text);
    renameSync(half, path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const why = code === 'ENOSPC' ? 'the disk is full' : `the system refused it (${code})`;
    throw new Error(`The pairs could not be written to ${path}: ${why}. Nothing is left of them.`, { cause: error });
  } finally {
    if (existsSync(half)) rmSync(half);
  }
}

type Result = {
  files: { file: string; read: number; matched: number; refused: number; blank: number; columnsNotRead: string[] }[];
  compared: number;
  pairs: { same: number; review: number };
  thresholds: { same: number | null; review: number; expectedWrongAmongSame: number };
  refused: Trouble[];
  noticed: Trouble[];
};

function sum(names: string[], files: readonly PeopleFile[], { pairs, thresholds, compared }: Matching): Result {
  const same = pairs.filter(({ verdict }) => verdict === 'same').length;
  return {
    files: files.map(({ people, read, blank, leftOut, unused }, at) => ({
      file: names[at] ?? '',
      read,
      matched: people.length,
      refused: leftOut.length,
      blank,
      columnsNotRead: unused,
    })),
    compared,
    pairs: { same, review: pairs.length - same },
    thresholds: {
      same: Number.isFinite(thresholds.same) ? thresholds.same : null,
      review: thresholds.review,
      expectedWrongAmongSame: thresholds.expectedWrong,
    },
    refused: files.flatMap(({ leftOut }) => leftOut),
    noticed: files.flatMap(({ noticed }) => noticed),
  };
}

/** Nobody knows the errors of a file to a millionth. */
const sayOdds = (wrong: number): string =>
  wrong < 1e-6 ? 'fewer than 1 in 1,000,000' : `1 in ${Math.round(1 / wrong).toLocaleString('en-GB')}`;

const SHOWN = 20;

function sayResult({ files, pairs, thresholds, refused, noticed }: Result, out: string): string {
  const list = (title: string, troubles: readonly Trouble[]) =>
    troubles.length === 0
      ? []
      : [
          '',
          title,
          ...troubles
            .slice(0, SHOWN)
            .map(
              ({ file, row, column, value, problem, remedy }) =>
                `  ${file}, row ${row}${column && `, ${column}`}${value && ` “${value}”`}: ${problem}. ${remedy}`,
            ),
          ...(troubles.length > SHOWN ? [`  … and ${troubles.length - SHOWN} more: --format json lists them all`] : []),
        ];
  return [
    ...files.map(
      ({ file, read, matched, refused, blank, columnsNotRead }) =>
        `${file}: ${sayCount(read, 'row')} read, ${matched} matched, ${refused} left out${blank > 0 ? `, ${blank} blank` : ''}${columnsNotRead.length > 0 ? `; columns not read: ${columnsNotRead.join(', ')}` : ''}`,
    ),
    `${sayCount(pairs.same, 'pair')} the same${thresholds.same === null ? '' : ` (${thresholds.same} bits or more; ${sayOdds(thresholds.expectedWrongAmongSame)} expected to be wrong)`}, ${pairs.review} for a person to look at (${thresholds.review} bits or more), in ${out}`,
    ...list('Left out:', refused),
    ...list('Matched without what is wrong:', noticed),
  ].join('\n');
}
