import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Refusal, refuse } from '@throughline/commands';
import type { Interval } from './attack/seen.ts';
import type { Findings } from './findings.ts';
import type { Profile } from './profile.ts';
import type { Rule } from './protect/rule.ts';
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

/** A thread that has loaded its solver is kept for the next question, and let go when none comes. */
let resting: { worker: Worker; letGo: NodeJS.Timeout } | undefined;
const REST_SECONDS = 60;

/** Does a job in a thread of its own. What fails or takes too long comes back as a refusal: nothing passes for want of an answer. */
export function inWorker<J extends Job>(job: J, seconds: number): Promise<Done[J['job']] | Refusal> {
  return new Promise((resolve) => {
    const worker = takeWorker();
    const end = (outcome: Done[J['job']] | Refusal, again: boolean) => {
      clearTimeout(alarm);
      worker.off('message', answered).off('error', failed).off('exit', ended);
      if (again) rest(worker);
      else void worker.terminate();
      resolve(outcome);
    };
    const late = refuse(`It was not worked out within ${seconds} seconds, so nothing is released.`);
    const alarm = setTimeout(() => end(late, false), seconds * 1000);
    const answered = (said: { done: Done[J['job']] } | { trouble: string }) =>
      'done' in said
        ? end(said.done, true)
        : end(refuse(`It could not be worked out, so nothing is released (${said.trouble})`), false);
    const failed = (error: Error) => end(refuse(`It could not be worked out: ${error.message}`), false);
    const ended = () => end(refuse('It could not be worked out: its thread ended.'), false);
    worker.on('message', answered).on('error', failed).on('exit', ended);
    worker.postMessage(job);
  });
}

function takeWorker(): Worker {
  if (!resting) return new Worker(workerFile());
  const { worker, letGo } = resting;
  clearTimeout(letGo);
  resting = undefined;
  worker.ref();
  return worker;
}

function rest(worker: Worker): void {
  if (resting) return void worker.terminate();
  worker.unref();
  const letGo = setTimeout(() => {
    resting = undefined;
    void worker.terminate();
  }, REST_SECONDS * 1000).unref();
  resting = { worker, letGo };
}

/** Beside this file in the package; bundled into a program, in its own place of that program's build. */
function workerFile(): string {
  const beside = join(import.meta.dirname, 'worker.js');
  return existsSync(beside) ? beside : inBuild(import.meta.dirname);
}

function inBuild(folder: string): string {
  const file = join(folder, 'packages', 'disclosure', 'src', 'worker.js');
  if (existsSync(file)) return file;
  if (dirname(folder) === folder) throw new Error('The worker that protects figures is not in the build.');
  return inBuild(dirname(folder));
}
