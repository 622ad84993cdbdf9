import { parentPort } from 'node:worker_threads';
import type { Asked, Written } from './thread.ts';
import { writers } from './writers.ts';

const answer = (said: Written) => parentPort?.postMessage(said);

parentPort?.on('message', async ({ format, paper }: Asked) => {
  try {
    const write = await writers[format]();
    answer({ bytes: await write(paper) });
  } catch (error) {
    answer({ trouble: error instanceof Error ? error.message : String(error) });
  }
});
