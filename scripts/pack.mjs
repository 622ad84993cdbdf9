/**
 * Makes a package ready for the registry, from inside its folder: JavaScript and types in dist/. Run by `npm pack`.
 *
 * Inside the house a package is read as it stands (build.mjs); Node loads no .tsx and strips no types below node_modules.
 */
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './node.mjs';
import { Trouble } from './trouble.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What a package may be entered by: what it exports, its command, a thread of its own. */
const ENTRIES = ['index.ts', 'main.ts', 'worker.ts'];

export async function pack(folder) {
  const { build } = await import('esbuild');
  rmSync(join(folder, 'dist'), { recursive: true, force: true });
  await build({
    absWorkingDir: folder,
    entryPoints: ENTRIES.map((name) => join(folder, 'src', name)).filter((file) => existsSync(file)),
    outdir: join(folder, 'dist'),
    bundle: true,
    splitting: true,
    packages: 'external',
    tsconfigRaw: { compilerOptions: { jsx: 'react-jsx', jsxImportSource: 'preact' } },
    platform: 'node',
    format: 'esm',
    target: 'node20',
    chunkNames: '[name]-[hash]',
    logLevel: 'warning',
  });
  await declare(folder);
}

async function declare(folder) {
  const half = mkdtempSync(join(folder, 'types-'));
  try {
    const project = join(half, 'tsconfig.json');
    const compilerOptions = {
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      rootDir: join(root, 'packages'),
    };
    writeFileSync(
      project,
      JSON.stringify({
        extends: join(root, 'tsconfig.json'),
        compilerOptions: { ...compilerOptions, outDir: half },
        include: [join(folder, 'src', 'index.ts')],
      }),
    );
    const tsc = join(root, 'node_modules', 'typescript-7', 'bin', 'tsc');
    const code = await run(process.execPath, [tsc, '--project', project]);
    if (code !== 0) throw new Trouble(`The types of ${basename(folder)} could not be written.`, 1);
    cpSync(join(half, basename(folder), 'src'), join(folder, 'dist'), { recursive: true });
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await pack(process.cwd());
