import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../src/platform/root.ts';

export type Started = { readyMs: number; residentMb: number };

/**
 * `start` on a data folder that is planted already, as a person does it: from the command to the first page served; and
 * what the web process holds in memory after `idleSeconds` with nobody there.
 */
export async function timeStart(dataFolder: string, port: number, idleSeconds: number): Promise<Started> {
  const start = performance.now();
  const child = spawn(process.execPath, [join(root, 'scripts/run.mjs'), 'start'], {
    cwd: root,
    env: { ...process.env, THROUGHLINE_DATA: dataFolder, PORT: String(port), DATABASE_URL: '' },
    stdio: 'ignore',
  });
  try {
    await untilServed(`http://localhost:${port}/sign-in`, child);
    const readyMs = performance.now() - start;
    await pause(idleSeconds * 1000);
    return { readyMs, residentMb: residentOf(webProcess(child.pid ?? 0)) };
  } finally {
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
  }
}

async function untilServed(address: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 1200 && child.exitCode === null; tries++) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
    await pause(50);
  }
  throw new Error(`nothing was served at ${address}`);
}

/** The node process that serves: the youngest node below the command. */
function webProcess(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number);
  const node = children.find((child) => readFileSync(`/proc/${child}/comm`, 'utf8').trim() === 'node');
  return node ? webProcess(node) : pid;
}

function residentOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}
