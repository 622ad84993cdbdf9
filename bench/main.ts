import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { modules } from '../src/modules.ts';
import { startEmbedded } from '../src/platform/db/embedded.ts';
import { House } from '../src/platform/db/index.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { findPartnership } from '../src/platform/web/partnership.db.ts';
import type { Partnership } from '../src/platform/web/world.ts';
import { printAblation } from './ablation.ts';
import { timeDisclosure } from './disclosure.ts';
import { timeMatching } from './match.ts';
import { timeMeanwhile } from './meanwhile.ts';
import { type Line, ms, printLines, times } from './measure.ts';
import { type PageTimes, timeGrowth, timePage } from './pages.ts';
import { timeReport } from './report.ts';
import { practitionerKey, type Size, seed } from './seed.ts';
import { timeStart } from './start.ts';

const { values: asked } = parseArgs({
  options: {
    children: { type: 'string', default: '100000' },
    runs: { type: 'string', default: '5' },
    idle: { type: 'string', default: '60' },
    plans: { type: 'boolean', default: false },
    'only-disclosure': { type: 'boolean', default: false },
    'only-matching': { type: 'boolean', default: false },
    'only-pages': { type: 'boolean', default: false },
    ablation: { type: 'boolean', default: false },
  },
});
const big: Size = {
  children: Number(asked.children),
  assessmentsEach: 10,
  practitioners: Number(asked.children) / 100,
  caseload: 25,
  waiting: 40,
};
const small: Size = { ...big, children: 1000, practitioners: 10 };
const lines: Line[] = [];
/** Pages of a worker with 25 children. */
const OWN_PAGES = [
  [practitionerKey(0), '/cases'],
  [practitionerKey(0), '/children/C-B000000'],
  [practitionerKey(0), '/children?name=Khan'],
] as const;
/** The list, and one referral whose child is looked for among everybody on record. */
const MASH_PAGES = [
  ['asha', '/mash'],
  ['asha', '/mash/R-B000000'],
] as const;
const say = (text: string) => console.log(text);

say(`${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`);
if (asked.ablation) {
  printAblation(say);
  process.exit(0);
}
if (!asked['only-disclosure'] && !asked['only-pages']) lines.push(...(await timeMatching(say)));
if (!asked['only-matching'] && !asked['only-pages']) lines.push(...(await timeDisclosure(say)));
if (asked['only-matching'] || asked['only-disclosure']) {
  printLines(lines);
  process.exit(lines.every(({ met }) => met) ? 0 : 1);
}
await withPartnership(small, (few) => withPartnership(big, (many) => measure(few.url, many)));

async function measure(smallUrl: string, { url, planted }: { url: string; planted: Planted }): Promise<void> {
  lines.push({
    what: `${big.children.toLocaleString('en-GB')} children planted (${planted.rows.toLocaleString('en-GB')} rows)`,
    measured: `${(planted.seconds / 60).toFixed(1)} min`,
    asked: '≤ 10 min',
    met: planted.seconds <= 600,
  });
  for (const page of await timePages(url)) {
    const budget = page.floor * 1.5 + 5;
    lines.push({
      what: `${page.path} page, one client (floor ${ms(page.floor)})`,
      measured: ms(page.page),
      asked: `≤ ${ms(budget)}`,
      met: page.page <= budget,
    });
    lines.push({
      what: `${page.path} page, ten clients (ten floors ${ms(page.tenFloors)})`,
      measured: ms(page.tenClients),
      asked: 'for the record',
      met: true,
    });
    if (asked.plans) say(`\nSlowest question of ${page.path}:\n${page.slowest}`);
  }

  for (const [key, path] of OWN_PAGES) {
    const growth = await growthOf(smallUrl, url, key, path);
    lines.push({
      what: `${path} page, 1,000 → ${big.children.toLocaleString('en-GB')} children`,
      measured: times(growth),
      asked: '≤ × 1.30',
      met: growth <= 1.3,
    });
  }

  for (const [key, path] of [OWN_PAGES[0], OWN_PAGES[2], MASH_PAGES[0]]) {
    const { quiet, meanwhile } = await withHouse(url, 4, (house, partnership) =>
      timeMeanwhile(house, partnership, key, path),
    );
    lines.push({
      what: `${path} page while a table of 14,100 cells is protected and attacked (${ms(quiet)} before)`,
      measured: `${ms(meanwhile)} ${times(meanwhile / quiet)}`,
      asked: '≤ × 1.50',
      met: meanwhile / quiet <= 1.5,
    });
  }

  const house = new House(url, 4);
  const report = await timeReport(house, url, Number(asked.runs));
  await house.close();
  const ratio = report.report / report.byHand;
  lines.push({
    what: `year report over ${report.assessments.toLocaleString('en-GB')} assessments (by hand ${ms(report.byHand)})`,
    measured: `${ms(report.report)} ${times(ratio)}`,
    asked: '≤ × 1.20',
    met: ratio <= 1.2,
  });
  if (asked.plans) say(`\nThe report written by hand:\n${report.plan}`);
}

const trial = mkdtempSync(join(tmpdir(), 'throughline-trial-'));
try {
  const first = await timeStart(trial, 4390, 0);
  const warm = await timeStart(trial, 4391, Number(asked.idle));
  lines.push({
    what: 'first start of an installed clone, planting the trial',
    measured: `${(first.readyMs / 1000).toFixed(1)} s`,
    asked: 'for the record',
    met: true,
  });
  lines.push({
    what: 'warm start, command to first page',
    measured: `${(warm.readyMs / 1000).toFixed(2)} s`,
    asked: '≤ 2 s',
    met: warm.readyMs <= 2000,
  });
  lines.push({
    what: `resident memory of the web process, ${asked.idle} s idle`,
    measured: `${warm.residentMb.toFixed(0)} MB`,
    asked: '≤ 150 MB',
    met: warm.residentMb <= 150,
  });
} finally {
  rmSync(trial, { recursive: true, force: true });
}

say('');
printLines(lines);
process.exitCode = lines.every(({ met }) => met) ? 0 : 1;

/** A cluster of its own, durable as in real use, filled to this size, and gone afterwards. */
async function withPartnership<T>(
  size: Size,
  work: (filled: { url: string; planted: Planted }) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
  const server = await startEmbedded(folder);
  try {
    return await work({ url: server.url, planted: await plant(server.url, size) });
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Planted = { rows: number; seconds: number };

async function plant(url: string, size: Size): Promise<Planted> {
  await migrate(url, modules);
  const house = new House(url, 2);
  const start = performance.now();
  const rows = await seed(house, size, (text) => say(`  planted ${text}`));
  await house.asOwner(async (client) => void (await client.query('vacuum analyze')));
  await house.close();
  return { rows, seconds: (performance.now() - start) / 1000 };
}

async function growthOf(smallUrl: string, largeUrl: string, key: string, path: string): Promise<number> {
  const open = async (url: string) => {
    const house = new House(url, 2);
    const partnership = await house.as('console', {}, findPartnership);
    if (!partnership) throw new Error('nothing was planted');
    return { house, partnership };
  };
  const [small, large] = [await open(smallUrl), await open(largeUrl)];
  try {
    return await timeGrowth(small, large, key, path);
  } finally {
    await small.house.close();
    await large.house.close();
  }
}

function timePages(url: string): Promise<PageTimes[]> {
  return withHouse(url, 12, async (house, partnership) => {
    const pages: PageTimes[] = [];
    for (const [key, path] of [...OWN_PAGES, ...MASH_PAGES]) {
      pages.push(await timePage(house, url, partnership, key, path));
      say(`  timed ${path}`);
    }
    return pages;
  });
}

async function withHouse<T>(
  url: string,
  connections: number,
  work: (house: House, partnership: Partnership) => Promise<T>,
): Promise<T> {
  const house = new House(url, connections);
  try {
    const partnership = await house.as('console', {}, findPartnership);
    if (!partnership) throw new Error('nothing was planted');
    return await work(house, partnership);
  } finally {
    await house.close();
  }
}
