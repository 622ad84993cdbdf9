import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../src/platform/root.ts';
import { openTestHouse } from '../../src/testing/open.ts';

export const SCHEMA = join(root, 'src/platform/db/schema.ts');

/** The types of the tables, as they are in an empty database of today's shape. */
export async function generateSchema(): Promise<string> {
  const { url, close } = await openTestHouse('empty');
  const folder = mkdtempSync(join(tmpdir(), 'throughline-schema-'));
  const file = join(folder, 'schema.ts');
  try {
    run('kysely-codegen/dist/cli/bin.js', ['--url', url, '--out-file', file]);
    const types = camelColumns(readFileSync(file, 'utf8'));
    return run('@biomejs/biome/bin/biome', ['check', '--write', `--stdin-file-path=${SCHEMA}`], types);
  } finally {
    rmSync(folder, { recursive: true });
    await close();
  }
}

/** As the house reads them: columns in camelCase, tables under their own names. */
function camelColumns(types: string): string {
  const [columns = '', tables = ''] = types.split(/(?=export interface DB )/);
  const camel = (name: string) => name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return columns.replaceAll(/^ {2}\w+:/gm, camel) + tables;
}

function run(tool: string, args: string[], input = ''): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules', tool), ...args], {
    cwd: root,
    encoding: 'utf8',
    input,
  });
  if (status !== 0) throw new Error(`${tool}: ${stdout}${stderr}`);
  return stdout;
}
