import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import {
  both,
  compose,
  either,
  type FileTable,
  grouping,
  having,
  type Interval,
  inWorker,
  neither,
  type Protected,
  type Publication,
  profiles,
  readTables,
  type TableSpec,
} from '@throughline/disclosure';
import {
  annualReport,
  assessments,
  monthlyReleases,
  setUpA,
  setUpB,
  wide,
} from '../packages/disclosure/src/testing/cohort.ts';
import { twoWayTable } from '../packages/disclosure/src/testing/tables.ts';
import { isRefusal } from '../src/platform/kernel/index.ts';
import { root } from '../src/platform/root.ts';
import { type Line, median } from './measure.ts';

const COHORTS = Array.from({ length: 20 }, (_, at) => at + 1);
const LONG = 300;
const sayS = (seconds: number) => `${seconds.toFixed(2)} s`;

/** All of it in a worker thread, its start included the first time. */
export async function timeDisclosure(say: (text: string) => void): Promise<Line[]> {
  const lines: Line[] = [];
  lines.push(...(await developmentTables(say)));
  for (const [name, setUp] of [
    ['A, nested', setUpA],
    ['B, not nested', setUpB],
  ] as const) {
    lines.push(...(await annualReports(name, setUp)));
    say(`  protected and attacked set-up ${name}`);
  }
  lines.push(...(await ledgers()));
  say('  protected and attacked the ledgers');
  lines.push(await wideReport(), ...(await largeTable()));
  return lines;
}

async function timed<T>(work: () => Promise<T>): Promise<[Exclude<T, { refused: string }>, number]> {
  const start = performance.now();
  const done = await work();
  if (isRefusal(done)) throw new Error(done.refused);
  return [done as Exclude<T, { refused: string }>, (performance.now() - start) / 1000];
}

const protecting = (publication: Publication, earlier: readonly Protected[] = []) =>
  timed(() => inWorker({ job: 'protect', publication, profile: profiles.public, earlier }, LONG));
const attacking = (releases: readonly Protected[]) =>
  timed(() => inWorker({ job: 'attack', releases, seconds: LONG }, LONG));

const line = (what: string, measured: string, asked: string, met: boolean): Line => ({ what, measured, asked, met });

async function annualReports(name: string, setUp: readonly TableSpec[]): Promise<Line[]> {
  const [protects, attacks]: [number[], number[]] = [[], []];
  let [found, afterAnswer, hidden] = [0, 0, 0];
  for (const seed of COHORTS) {
    const publication = annualReport(seed, setUp, [question149]);
    const [report, protect] = await protecting(publication);
    const [findings, attack] = await attacking([report]);
    const [answer] = await protecting(answerTo149(seed), [report]);
    const [after] = await attacking([report, answer]);
    protects.push(protect);
    attacks.push(attack);
    found += findings.found.length;
    afterAnswer += after.found.length;
    hidden += report.tables.flatMap(({ cells }) => cells).filter((cell) => cell.hidden).length;
  }
  const about = `disclosure ${name}, seeds 1-20 (${(hidden / COHORTS.length).toFixed(0)} cells hidden a report)`;
  return [
    line(`${about}: found by the attack`, String(found), '0', found === 0),
    line(`${about}: protect, median`, sayS(median(protects)), '≤ 0.5 s', median(protects) <= 0.5),
    line(`${about}: attack, longest`, sayS(Math.max(...attacks)), '≤ 20 s', Math.max(...attacks) <= 20),
    line(`${about}: found after the answer to 149(2)`, String(afterAnswer), '0', afterAnswer === 0),
  ];
}

/** Looked after and SEND, or, neither, by type: known to be asked, as the product's own reports know it. */
const question149 = ((): TableSpec => {
  const lookedAfter = having('status', 'looked after');
  const send = having('send', 'SEN support', 'EHCP');
  const groups = [
    { name: 'and', where: both(lookedAfter, send) },
    { name: 'or', where: either(lookedAfter, send) },
    { name: 'neither', where: neither(lookedAfter, send) },
  ];
  const type = grouping('Type', 'type', { CCE: ['CCE'], CSE: ['CSE'], both: ['both'], none: ['none'] });
  const by = [type, { title: 'Looked after, SEND', groups, total: 'Total' }];
  return { id: '149(2)', title: 'Looked after and SEND', of: 'assessments', by };
})();

/** From the report's own records. */
const answerTo149 = (seed: number): Publication =>
  compose(`answer-${seed}`, '2023-12-31', [assessments(seed)], [question149]);

async function ledgers(): Promise<Line[]> {
  const [protects, attacks]: [number[], number[]] = [[], []];
  let found = 0;
  for (const seed of COHORTS) {
    const done: Protected[] = [];
    for (const release of monthlyReleases(seed)) {
      const [safe, seconds] = await protecting(release, done);
      done.push(safe);
      protects.push(seconds);
    }
    const [findings, seconds] = await attacking(done);
    attacks.push(seconds);
    found += findings.found.length;
  }
  const about = 'disclosure, 12 monthly releases with joiners and leavers, seeds 1-20';
  return [
    line(`${about}: found by the attack on all 12`, String(found), '0', found === 0),
    line(`${about}: protect a release, median`, sayS(median(protects)), '≤ 0.5 s', median(protects) <= 0.5),
    line(`${about}: attack all 12, longest`, sayS(Math.max(...attacks)), '≤ 20 s', Math.max(...attacks) <= 20),
  ];
}

async function wideReport(): Promise<Line> {
  const [report, seconds] = await protecting(compose('wide', '2023-12-31', [assessments(1)], wide));
  const cells = report.tables.flatMap((table) => table.cells);
  const small = cells.filter(({ people }) => people > 0 && people <= 5).length;
  return line(
    `disclosure, ${cells.length} cells of which ${small} small, seed 1: protect`,
    sayS(seconds),
    '≤ 3 s',
    seconds <= 3 && report.unguarded.length === 0,
  );
}

async function largeTable(): Promise<Line[]> {
  const table = tablesOf(JSON.stringify(twoWayTable(140, 99, 5, 0.19)))[0];
  if (!table) return [];
  const [hidden, protect] = await timed(() => inWorker({ job: 'protect table', table, against: 'exact' }, LONG));
  const [found, attack] = await attackingTable(table, hidden);
  const small = table.cells.filter(({ primary }) => primary).length;
  const about = `disclosure, two-way table of ${table.cells.length} cells, ${small} small, seed 5`;
  const { exact } = count(table, found);
  return [
    line(`${about}: protect`, sayS(protect), '≤ 90 s', protect <= 90),
    line(`${about}: attack (${exact} exact)`, sayS(attack), '≤ 90 s', attack <= 90 && exact === 0),
  ];
}

const attackingTable = (table: FileTable, hidden: readonly boolean[]) => {
  const cells = table.cells.map((cell, at) => ({ ...cell, hidden: hidden[at] }));
  return timed(() => inWorker({ job: 'attack table', table: { ...table, cells }, seconds: LONG }, LONG));
};

function tablesOf(text: string): FileTable[] {
  const file = readTables(text);
  if (isRefusal(file)) throw new Error(file.refused);
  return file.tables;
}

/** Small cells found exactly, and those known to be at or below the threshold. */
function count({ cells, threshold = 0 }: FileTable, found: readonly (Interval | undefined)[]) {
  const small = cells.flatMap(({ primary }, at) => (primary ? [found[at] ?? { low: 0, high: 0 }] : []));
  return {
    exact: small.filter(({ low, high }) => low === high).length,
    within: small.filter(({ high }) => high <= threshold).length,
  };
}

/** Tables of which the least number of cells to hide is proven: 73 in all. */
async function developmentTables(say: (text: string) => void): Promise<Line[]> {
  const path = join(root, '..', 'shared', 'data', 'sdc-tables', 'tables-dev.json');
  if (!existsSync(path)) {
    say('  The development tables are not at hand (../shared/data/sdc-tables): they are left out.');
    return [];
  }
  const lines: Line[] = [];
  for (const [against, most] of [
    ['exact', 76],
    ['threshold', 82],
  ] as const) {
    let [hiddenInAll, failed] = [0, 0];
    for (const table of tablesOf(readFileSync(path, 'utf8'))) {
      const [hidden] = await timed(() => inWorker({ job: 'protect table', table, against }, LONG));
      const [found] = await attackingTable(table, hidden);
      const { exact, within } = count(table, found);
      hiddenInAll += hidden.filter(Boolean).length;
      failed += against === 'exact' ? exact : within;
    }
    const about = `disclosure, eight development tables, no small cell ${against === 'exact' ? 'exact' : 'within its threshold'}`;
    lines.push(line(`${about}: found`, String(failed), '0', failed === 0));
    lines.push(line(`${about}: hidden`, String(hiddenInAll), `≤ ${most}`, hiddenInAll <= most));
  }
  return lines;
}
