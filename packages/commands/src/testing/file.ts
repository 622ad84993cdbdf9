import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file for a command to read, gone when `work` is done. */
export async function withFile<T>(
  name: string,
  content: string | Uint8Array,
  work: (path: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-file-'));
  try {
    writeFileSync(join(folder, name), content);
    return await work(join(folder, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
