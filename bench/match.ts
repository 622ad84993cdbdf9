import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parse } from 'csv-parse/sync';
import { root } from '../src/platform/root.ts';
import { COLUMNS, drawChildren } from './match-children.ts';
import type { Line } from './measure.ts';

export type Row = { person: string; cells: Record<string, string> };
type Run = { pairs: { left: string; right: string; verdict: string }[]; seconds: number; megabytes: number };
export type Quality = { bestF1: number; samePrecision: number; sameRecall: number; offered: number };

const DATA = join(root, '../shared/data');

/** The command itself on files whose truth is known: how well it finds, how fast, in how much memory. */
export async function timeMatching(say: (text: string) => void): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-match-bench-'));
  try {
    return [...(await matchKnown(folder, say)), ...(await matchGrowing(folder, say))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const KNOWN = [
  ['FEBRL1', () => readRows('linkage-febrl/dataset1.csv', febrl)],
  ['FEBRL2', () => readRows('linkage-febrl/dataset2.csv', febrl)],
  ['fake_1000', () => readRows('linkage-splink/fake_1000.csv', fake)],
] as const;

/** The files whose truth is known, where they are at hand. */
export const readKnown = (): { name: string; rows: Row[] }[] =>
  existsSync(DATA) ? KNOWN.map(([name, read]) => ({ name, rows: read() })) : [];

async function matchKnown(folder: string, say: (text: string) => void): Promise<Line[]> {
  if (!existsSync(DATA)) {
    say('  the linkage files are not here (../shared/data), so matching is not measured on them');
    return [];
  }
  const lines: Line[] = [];
  for (const { name, rows } of readKnown()) {
    const { bestF1, samePrecision, sameRecall, offered } = await judgeFile(folder, rows);
    const isFebrl = name !== 'fake_1000';
    lines.push(share(`matching ${name}: F1 at the best weight`, bestF1, isFebrl ? 0.99 : 0.92));
    if (isFebrl)
      lines.push(
        share(`matching ${name}: precision of “same”`, samePrecision, 0.999),
        share(`matching ${name}: recall of “same”`, sameRecall, 0.8),
        share(`matching ${name}: recall offered at one false offer per true one`, offered, 0.97),
      );
    say(`  matched ${name}`);
  }
  return lines;
}

async function matchGrowing(folder: string, say: (text: string) => void): Promise<Line[]> {
  const measured: { rows: number; seconds: number }[] = [];
  const lines: Line[] = [];
  for (const [rows, most] of [
    [20_000, 60],
    [100_000, 600],
  ] as const) {
    const children = drawChildren(rows, 7).map(({ child, cells }) => ({ person: String(child), cells }));
    const { run, truth } = await matchRows(folder, children, COLUMNS);
    const { samePrecision, sameRecall, offered } = judge(run, truth);
    measured.push({ rows, seconds: run.seconds });
    const what = `matching ${rows.toLocaleString('en-GB')} rows`;
    lines.push(
      { what, measured: `${run.seconds.toFixed(1)} s`, asked: `≤ ${most} s`, met: run.seconds <= most },
      {
        what: `${what}: most memory`,
        measured: `${run.megabytes.toFixed(0)} MB`,
        asked: '≤ 1,000 MB',
        met: run.megabytes <= 1000,
      },
      {
        what: `${what}, brothers, sisters and twins among them`,
        measured: `same ${samePrecision.toFixed(4)} of ${sameRecall.toFixed(3)}, offered ${offered.toFixed(3)}`,
        asked: 'for the record',
        met: true,
      },
    );
    say(`  matched ${rows.toLocaleString('en-GB')} rows`);
  }
  const [small, large] = measured;
  if (small && large)
    lines.push({
      what: 'matching, five times the rows',
      measured: `× ${(large.seconds / small.seconds).toFixed(1)} the time`,
      asked: 'for the record',
      met: true,
    });
  return lines;
}

const share = (what: string, value: number, least: number): Line => ({
  what,
  measured: value.toFixed(4),
  asked: `≥ ${least}`,
  met: value >= least,
});

async function judgeFile(folder: string, rows: Row[]): Promise<Quality> {
  const columns = Object.keys(rows[0]?.cells ?? {});
  const { run, truth } = await matchRows(folder, rows, columns);
  return judge(run, truth);
}

/** Truth stays here: the file has ids drawn anew, in an order of their own. */
async function matchRows(folder: string, rows: readonly Row[], columns: readonly string[]) {
  const truth = new Map<string, string>();
  let state = 11;
  const draw = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  };
  const lines = rows.map(({ person, cells }, at) => {
    const id = `${draw().toString(36)}${at.toString(36)}`;
    truth.set(id, person);
    return { order: draw(), text: [id, ...columns.map((column) => quote(cells[column] ?? ''))].join(',') };
  });
  lines.sort((one, other) => one.order - other.order);
  const [file, out] = [join(folder, 'people.csv'), join(folder, 'pairs.csv')];
  writeFileSync(file, [['id', ...columns].join(','), ...lines.map(({ text }) => text)].join('\n'));
  const { seconds, megabytes } = await runCommand(file, out);
  const pairs = parse(readFileSync(out), { columns: true }) as Run['pairs'];
  return { run: { pairs, seconds, megabytes }, truth };
}

const quote = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** As a process of its own, so that its memory is its own. */
async function runCommand(file: string, out: string): Promise<{ seconds: number; megabytes: number }> {
  const start = performance.now();
  const measuring = `process.on('exit', () => process.stderr.write('\\nmost memory ' + process.resourceUsage().maxRSS + '\\n'))`;
  const told: string[] = [];
  const child = spawn(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(measuring)}`,
      process.argv[1]?.replace(/bench\/main\.js$/, 'src/main.js') ?? '',
      'match',
      file,
      '--out',
      out,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  child.stderr.on('data', (chunk) => void told.push(String(chunk)));
  const code = await new Promise((resolve) => child.once('close', resolve));
  const text = told.join('');
  if (code !== 0 && code !== 1) throw new Error(`match ended with ${code}: ${text}`);
  return {
    seconds: (performance.now() - start) / 1000,
    megabytes: Number(/most memory (\d+)/.exec(text)?.[1] ?? Number.NaN) / 1024,
  };
}

export function judge({ pairs }: Pick<Run, 'pairs'>, truth: ReadonlyMap<string, string>): Quality {
  const sizes = new Map<string, number>();
  for (const person of truth.values()) sizes.set(person, (sizes.get(person) ?? 0) + 1);
  const all = [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  let [found, bestF1, offered, same, sameFound] = [0, 0, 0, 0, 0];
  pairs.forEach(({ left, right, verdict }, place) => {
    const isTrue = truth.get(left) === truth.get(right);
    if (isTrue) found++;
    bestF1 = Math.max(bestF1, (2 * found) / (place + 1 + all));
    if (place + 1 - found <= found) offered = found / all;
    if (verdict !== 'same') return;
    same++;
    if (isTrue) sameFound++;
  });
  return { bestF1, offered, samePrecision: sameFound / same, sameRecall: sameFound / all };
}

function readRows(path: string, row: (said: Record<string, string>) => Row): Row[] {
  const said = parse(readFileSync(join(DATA, path)), { columns: true, trim: true }) as Record<string, string>[];
  return said.map(row);
}

const febrl = (said: Record<string, string>): Row => ({
  person: said.rec_id?.split('-')[1] ?? '',
  cells: {
    given_name: said.given_name ?? '',
    surname: said.surname ?? '',
    date_of_birth: said.date_of_birth ?? '',
    address_line: `${said.street_number ?? ''} ${said.address_1 ?? ''}`.trim(),
    town: said.suburb ?? '',
    postcode: said.postcode ?? '',
  },
});

const fake = (said: Record<string, string>): Row => ({
  person: said.cluster ?? '',
  cells: {
    given_name: said.first_name ?? '',
    surname: said.surname ?? '',
    date_of_birth: said.dob ?? '',
    town: said.city ?? '',
    email: said.email ?? '',
  },
});
