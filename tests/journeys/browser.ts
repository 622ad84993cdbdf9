import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { nameProcess, withLock } from '../../scripts/lock.mjs';
import { root } from '../../src/platform/root.ts';

/** The browser that comes inside an npm package; or the one CHROMIUM names. Whoever opens it closes it. */
export async function openBrowser(): Promise<Browser> {
  const { path, env } = process.env.CHROMIUM ? { path: process.env.CHROMIUM, env: {} } : await prepare();
  return chromium.launch({
    executablePath: path,
    // The package's own list has --single-process, with which a second person (a second context) brings it down.
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'],
      // No page lives long enough to repay the optimising of its scripts.
      '--js-flags=--no-opt --no-maglev',
    ],
    env: { ...process.env, ...env },
  });
}

/** axe, and where whoever serves a page for it to read serves it: our pages run no script but those of their own server. */
export const AXE = '/assets/axe.js';
export const axeScript = (): string =>
  readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
declare const axe: typeof import('axe-core');

/** What WCAG 2.0 to 2.2, levels A and AA, find wrong with a page: a line for each element, none when all is well. */
export async function axeViolations(page: Page): Promise<string[]> {
  // Fetched by the page, axe is compiled once a person; handed over by Playwright, it takes longer than it then reads.
  await page.addScriptTag({ url: AXE });
  const found = await page.evaluate(async () => {
    const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
    const { violations } = await axe.run({ runOnly: wcag, resultTypes: ['violations'] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, failureSummary }) => ({ id, help, html, failureSummary })),
    );
  });
  return found.map(
    ({ id, help, html, failureSummary }) => `${id}: ${help}. ${oneLine(html)} ${oneLine(failureSummary)}`,
  );
}

function oneLine(text = ''): string {
  return text.replace(/\s*\n\s*/g, ' ');
}

type Prepared = { path: string; env: Record<string, string> };

async function prepare(): Promise<Prepared> {
  const folder = await unpack();
  const path = join(folder, 'chromium');
  const fonts = { FONTCONFIG_PATH: join(folder, 'fonts') };
  const libraries = {
    LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
  };
  // A bare system lacks the security libraries that Chromium wants; the package brings them, but they come second.
  for (const env of [fonts, { ...fonts, ...libraries }]) {
    if (spawnSync(path, ['--version'], { env: { ...process.env, ...env }, stdio: 'ignore' }).status === 0)
      return { path, env };
  }
  throw new Error('The packaged Chromium does not run on this system: set CHROMIUM to the path of one that does.');
}

/** Into a folder of our own, once and whole: left to itself the package unpacks to fixed names in the shared /tmp. */
async function unpack(): Promise<string> {
  const packed = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'));
  const builds = join(root, 'build');
  const folder = join(builds, `chromium-${version}`);
  mkdirSync(builds, { recursive: true });
  await withLock(join(builds, 'chromium.lock'), async () => {
    if (existsSync(folder)) return;
    const half = mkdtempSync(join(builds, `half-${nameProcess()}-`));
    await inflateInto(half, join(packed, 'bin'));
    writeFileSync(join(half, 'fonts', 'fonts.conf'), fontsConfiguration(folder));
    renameSync(half, folder);
  });
  return folder;
}

async function inflateInto(half: string, packed: string): Promise<void> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = half;
  try {
    const { default: packaged, inflate } = await import('@sparticuz/chromium');
    await packaged.executablePath();
    await inflate(join(packed, 'al2023.tar.br'));
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    throw error;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** The package's own fonts, then the system's, where it has any: names in the trial are written in several alphabets. */
function fontsConfiguration(folder: string): string {
  const path = folder.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path}/fonts</dir>
  <cachedir>${path}/fonts-cache</cachedir>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
</fontconfig>
`;
}
