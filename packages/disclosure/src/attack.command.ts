import { type Command, isRefusal, WrongUse } from '@throughline/commands';
import type { Interval } from './attack/seen.ts';
import { readTablesFile, readWords, writeJson } from './protect.command.ts';
import type { FileCell, FileTable } from './tables-file.ts';
import { inWorker } from './thread.ts';

export const attackCommand: Command = {
  name: 'attack',
  says: 'works out what hidden cells of tables give away',
  help: `
$0 P.json --out A.json [--no-worse-than exact|threshold] [--seconds 120]

Reads tables whose cells say “hidden”, and works out for each hidden cell the least and greatest value over all tables
of whole numbers that agree with what is shown. Writes { seconds, tables: [{ id, cells: [{ key, low, high, exact,
withinThreshold }] }] }, the hidden cells only.

Exit 0: nothing found. Exit 1: a small cell (“primary”) is shown or exact; with --no-worse-than threshold, also if it
is known to be at or below its table's threshold. Exit 2: the file cannot be read or is not of the form. Exit 3: a table
could not be worked out, and nothing is written.`,
  async run(args, console) {
    const { positionals, values } = readWords(args);
    const file = readTablesFile(positionals);
    if (values.out === undefined) throw new WrongUse('Say where to write: --out A.json.');
    const undecided = file.tables.find(({ cells }) => cells.some(({ hidden }) => hidden === undefined));
    if (undecided) throw new WrongUse(`Table “${undecided.id}” has cells that do not say “hidden”: protect it first.`);
    const start = performance.now();
    const tables: Attacked[] = [];
    for (const table of file.tables) {
      const found = await inWorker({ job: 'attack table', table, seconds: values.seconds }, values.seconds + 5);
      if (isRefusal(found)) {
        console.progress(`Table “${table.id}”: ${found.refused}`);
        return 3;
      }
      tables.push(judge(table, found, values.against === 'threshold'));
    }
    const seconds = (performance.now() - start) / 1000;
    writeJson(values.out, { seconds, tables: tables.map(({ id, cells }) => ({ id, cells })) });
    for (const { id, failed } of tables)
      if (failed > 0) console.print(`Table “${id}”: ${failed} small cells are given away`);
    return tables.some(({ failed }) => failed > 0) ? 1 : 0;
  },
};

type Attacked = { id: string; cells: unknown[]; failed: number };

function judge(table: FileTable, found: readonly (Interval | undefined)[], strictly: boolean): Attacked {
  const threshold = table.threshold ?? Math.max(0, ...table.cells.filter(isPrimary).map(({ value }) => value));
  const cells = table.cells.flatMap((cell, at) => {
    const interval = found[at];
    if (!interval) return [];
    const exact = interval.low === interval.high;
    return [{ cell, said: { key: cell.key, ...interval, exact, withinThreshold: interval.high <= threshold } }];
  });
  const given = cells.filter(({ cell, said }) => cell.primary && (said.exact || (strictly && said.withinThreshold)));
  const showing = table.cells.filter(({ primary, hidden }) => primary && !hidden);
  return { id: table.id, cells: cells.map(({ said }) => said), failed: given.length + showing.length };
}

const isPrimary = ({ primary }: FileCell) => primary;
