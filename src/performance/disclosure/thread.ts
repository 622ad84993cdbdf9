import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Refusal, refuse } from '../../platform/kernel/index.ts';
import type { Interval } from './attack/seen.ts';
import type { Findings } from './findings.ts';
import type { Profile } from './profile.ts';
import type { Rule } from './protect/suppress.ts';
import type { Protected, Publication } from './publication.ts';
import type { FileTable } from './tables-file.ts';

export type Job =
  | { job: 'protect'; publication: Publication; profile: Profile; earlier: readonly Protected[] }
  | { job: 'attack'; releases: readonly Protected[]; seconds: number }
  | { job: 'protect table'; table: FileTable; against: Rule['against'] }
  | { job: 'attack table'; table: FileTable; seconds: number };
type Done = {
  protect: Protected;
  attack: Findings;
  'protect table': boolean[];
  'attack table': (Interval | undefined)[];
};

/** Does a job in a thread of its own. What fails or takes too long comes back as a refusal: nothing passes for want of an answer. */
export function inWorker<J extends Job>(job: J, seconds: number): Promise<Done[J['job']] | Refusal> {
  return new Promise((resolve) => {
    const worker = new Worker(workerFile(), { workerData: job });
    const end = (outcome: Done[J['job']] | Refusal) => {
      clearTimeout(alarm);
      void worker.terminate();
      resolve(outcome);
    };
    const alarm = setTimeout(
      () => end(refuse(`It was not worked out within ${seconds} seconds, so nothing is released.`)),
      seconds * 1000,
    );
    worker.on('message', (said: { done: Done[J['job']] } | { trouble: string }) =>
      end('done' in said ? said.done : refuse(said.trouble)),
    );
    worker.on('error', (error) => end(refuse(`It could not be worked out: ${error.message}`)));
    worker.on('exit', () => end(refuse('It could not be worked out: its thread ended.')));
  });
}

/** Bundled code runs at a depth that varies; the worker keeps its place in the build. */
function workerFile(folder = import.meta.dirname): string {
  const file = join(folder, 'src', 'performance', 'disclosure', 'worker.js');
  if (existsSync(file)) return file;
  if (dirname(folder) === folder) throw new Error('The worker that protects figures is not in the build.');
  return workerFile(dirname(folder));
}
