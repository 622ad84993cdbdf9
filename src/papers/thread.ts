import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Paper } from './paper.ts';
import type { FormatName } from './writers.ts';

export type Asked = { format: FormatName; paper: Paper };
export type Written = { bytes: Uint8Array } | { trouble: string };

/** A thread that has loaded its libraries is kept for the next file, and let go, with all their memory, when none comes. */
let resting: { worker: Worker; letGo: NodeJS.Timeout } | undefined;
const REST_SECONDS = 60;
const MOST_SECONDS = 60;

/** Files are written one after another: many asked for at once take no more memory than one, and of very many some are refused. */
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;
const MOST_WAITING = 40;

/** Written in a thread of its own: a long paper is some tenths of a second of work, and nobody else's page waits for it. */
export function writeInThread(asked: Asked): Promise<Uint8Array> {
  if (waiting >= MOST_WAITING)
    throw Object.assign(new Error('Too many papers are asked for at once.'), { statusCode: 503 });
  waiting += 1;
  const written = last.then(() => write(asked));
  last = written.catch(() => undefined).finally(() => (waiting -= 1));
  return written;
}

function write(asked: Asked): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = takeWorker();
    const end = () => {
      clearTimeout(alarm);
      worker.off('message', answered).off('error', failed).off('exit', ended);
    };
    const failed = (error: Error) => {
      end();
      void worker.terminate();
      reject(error);
    };
    const ended = () => failed(new Error('The thread that writes papers ended.'));
    const alarm = setTimeout(() => failed(new Error(`No paper in ${MOST_SECONDS} seconds.`)), MOST_SECONDS * 1000);
    const answered = (said: Written) => {
      if ('trouble' in said) return failed(new Error(said.trouble));
      end();
      rest(worker);
      resolve(said.bytes);
    };
    worker.on('message', answered).on('error', failed).on('exit', ended);
    worker.postMessage(asked);
  });
}

function takeWorker(): Worker {
  if (!resting) return new Worker(workerFile(import.meta.dirname));
  const { worker, letGo } = resting;
  clearTimeout(letGo);
  resting = undefined;
  worker.ref();
  return worker;
}

function rest(worker: Worker): void {
  worker.unref();
  const letGo = setTimeout(() => {
    resting = undefined;
    void worker.terminate();
  }, REST_SECONDS * 1000).unref();
  resting = { worker, letGo };
}

/** Bundled code runs at a depth that varies; the worker keeps its place in the build. */
function workerFile(folder: string): string {
  const file = join(folder, 'src', 'papers', 'worker.js');
  if (existsSync(file)) return file;
  if (dirname(folder) === folder) throw new Error('The worker that writes papers is not in the build.');
  return workerFile(dirname(folder));
}
