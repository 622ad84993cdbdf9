/** How far an install is: a line that moves in a terminal, and elsewhere (a log) one line every ten seconds. */
import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const IN_A_LOG = 10_000;

/** Shows it until it is stopped; `packages` are the places below `folder` that are to be filled. */
export function showProgress(folder, { packages, megabytes }, out = process.stderr) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  let timer;
  const show = () => {
    const before = Date.now();
    const there = measure(folder, packages);
    const line = `${there.packages} of ${packages.length} packages, ${there.megabytes} of about ${megabytes} MB, ${seconds()} s`;
    out.write(out.isTTY ? `\r${line.slice(0, (out.columns || 80) - 1)}\x1b[K` : `${line}\n`);
    // To look is itself some work: on a slow machine it may not become the most of it.
    wait(Math.max(out.isTTY ? 1000 : IN_A_LOG, (Date.now() - before) * 20));
  };
  const wait = (milliseconds) => {
    timer = setTimeout(show, milliseconds);
  };
  wait(out.isTTY ? 0 : IN_A_LOG);
  return {
    stop() {
      clearTimeout(timer);
      if (out.isTTY) out.write('\r\x1b[K');
    },
    sayDone() {
      const there = measure(folder, packages);
      return `${there.packages} packages are installed, ${there.megabytes} MB, in ${seconds()} s.`;
    },
  };
}

function measure(folder, packages) {
  return {
    packages: packages.filter((path) => existsSync(join(folder, path, 'package.json'))).length,
    megabytes: Math.round(sizeOf(join(folder, 'node_modules')) / 2 ** 20),
  };
}

/** In bytes, on the disk. What goes while we look (npm unpacks beside and renames) counts nothing. */
export function sizeOf(path) {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found ? found.blocks * 512 : 0;
  return namesIn(path).reduce((sum, name) => sum + sizeOf(join(path, name)), found.blocks * 512);
}

function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
