import { parentPort } from 'node:worker_threads';
import { attackTable } from './attack/file.ts';
import { attack } from './findings.ts';
import { protectTable } from './protect/file.ts';
import { protect } from './protect/protect.ts';
import type { Job } from './thread.ts';

/** One job after another, in a thread of its own: nothing else waits for it, and it can be ended. */
async function work(job: Job): Promise<unknown> {
  if (job.job === 'protect') return protect(job.publication, job.profile, job.earlier);
  if (job.job === 'attack') return attack(job.releases, job.seconds);
  if (job.job === 'protect table') return protectTable(job.table, job.against);
  return attackTable(job.table, job.seconds);
}

parentPort?.on('message', (job: Job) => {
  work(job).then(
    (done) => parentPort?.postMessage({ done }),
    (error: unknown) => parentPort?.postMessage({ trouble: error instanceof Error ? error.message : String(error) }),
  );
});
