/** Which Node to use, and how to hand over to it. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { Trouble } from './trouble.mjs';

/** Where the packaged Node finds its C library; a system without it (Alpine, NixOS) cannot run that Node. */
export const LOADERS = { x64: '/lib64/ld-linux-x86-64.so.2', arm64: '/lib/ld-linux-aarch64.so.1' };

/** The Node that came with the packages, or else the one running now if it is young enough. */
export function findNode(root) {
  const packaged = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(packaged) && existsSync(LOADERS[process.arch] ?? '')) return packaged;
  if (Number.parseInt(process.versions.node, 10) >= 22) return process.execPath;
  throw new Trouble(`No Node.js comes packaged for ${process.platform} ${process.arch}: install Node.js 22 or later.`);
}

/** Runs a tool to its end and gives its exit code. */
export function run(file, args, options = {}) {
  const child = spawn(file, args, { stdio: 'inherit', ...options });
  const pass = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, pass);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      for (const name of signals) process.off(name, pass);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

/**
 * Becomes the command: same process, so that a signal, even kill -9, reaches it and nothing is left behind. A Node too
 * old to do that (before 22.15) stays beside the command, passes signals on, and takes over its exit code.
 */
export async function become(file, args, environment = {}) {
  const env = { ...process.env, ...environment };
  if (process.execve === undefined) process.exit(await run(file, args, { env }));
  // Node announces execve as experimental, on a later turn that never comes; nothing may be printed here.
  process.removeAllListeners('warning');
  process.execve(file, [file, ...args], env);
}
