import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { withLock } from '../../scripts/lock.mjs';
import { type Embedded, findProcessOn, startEmbedded } from '../platform/db/embedded.ts';
import { House } from '../platform/db/index.ts';
import { isRefusal, type PlainDate, type Refusal, refuse } from '../platform/kernel/index.ts';
import { findPartnership } from '../platform/web/partnership.db.ts';

type Means = {
  /** Makes an empty database today's trial. */
  plant: (url: string) => Promise<void>;
  today: PlainDate;
  open?: (folder: string) => Promise<Embedded>;
};

/**
 * Plants a new trial in place of the one in a data folder, which is kept beside it and never changed. The new one is
 * planted first, then they change places: whatever interrupts this, one whole trial is where it was looked for, or the
 * next start plants it there.
 * @returns the folder in which the older one is kept now
 */
export async function plantAnew(
  dataFolder: string,
  { plant, today, open = startEmbedded }: Means,
): Promise<{ kept: string } | Refusal> {
  const folder = resolve(dataFolder);
  const beside = `${folder}-anew`;
  if (!existsSync(join(folder, 'postgres'))) return refuse(`There is no trial in ${folder}: npm start plants one.`);
  return withLock(`${beside}.lock`, async () => {
    const inTheWay = await whyNot(folder, open);
    if (inTheWay) return inTheWay;
    clear(beside);
    await within(open, beside, ({ url }) => plant(url));
    const kept = await changePlaces(folder, beside, today);
    if (isRefusal(kept)) clear(beside);
    return kept;
  });
}

/** What an interrupted planting left there, nobody has ever worked in. */
function clear(beside: string): void {
  rmSync(beside, { recursive: true, force: true, maxRetries: 5 });
}

async function whyNot(folder: string, open: (folder: string) => Promise<Embedded>): Promise<Refusal | undefined> {
  const inUse = whyInUse(folder);
  if (inUse) return inUse;
  const kind = await within(open, folder, findKind);
  return kind === 'trial' ? undefined : refuse(`What is in ${folder} is not a trial: it stays where it is.`);
}

function whyInUse(folder: string): Refusal | undefined {
  const process = findProcessOn(folder);
  return process === undefined
    ? undefined
    : refuse(`Process ${process} works with the trial in ${folder}: stop it, then run the same command again.`);
}

async function within<T>(
  open: (folder: string) => Promise<Embedded>,
  folder: string,
  work: (server: Embedded) => Promise<T>,
): Promise<T> {
  const server = await open(folder);
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

/** Not brought to today's shape for that: it is kept as it is. */
async function findKind({ url }: Embedded): Promise<string | undefined> {
  const house = new House(url, 1);
  try {
    const made = await house.asOwner((client) => client.query(`select to_regclass('public.partnership') made`));
    return made.rows[0]?.made ? (await house.as('console', {}, findPartnership))?.kind : undefined;
  } finally {
    await house.close();
  }
}

/** Whoever starts on the folder at this moment finds the lock taken, and then the new trial or none. */
async function changePlaces(folder: string, beside: string, today: PlainDate): Promise<{ kept: string } | Refusal> {
  const kept = findName(folder, today);
  const moved = await withLock(join(folder, 'server.lock'), async () => whyInUse(folder) ?? move(folder, kept));
  if (moved) return moved;
  rmSync(join(kept, 'server.lock'), { force: true });
  const unmoved = move(beside, folder);
  return unmoved ? refuse(`${unmoved.refused} The older trial is kept in ${kept}.`) : { kept };
}

function move(from: string, to: string): Refusal | undefined {
  try {
    renameSync(from, to);
    return undefined;
  } catch (error) {
    return refuse(`${from} cannot be given the name ${to}: ${error instanceof Error ? error.message : error}.`);
  }
}

/** `data-kept-2026-11-30`, and `-2` after it where that is taken. */
function findName(folder: string, today: PlainDate): string {
  const name = join(dirname(folder), `${basename(folder)}-kept-${today}`);
  const names = [name, ...Array.from({ length: 998 }, (_, at) => `${name}-${at + 2}`)];
  return names.find((one) => !existsSync(one)) ?? `${name}-${Date.now()}`;
}
