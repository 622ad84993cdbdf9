/** A command in a process of its own, to be killed: starts or joins, says so, and leaves when its input ends. */
import { text } from 'node:stream/consumers';
import { startEmbedded } from './embedded.ts';

const { url, joined, stop } = await startEmbedded(process.argv[2] ?? '', { forTests: process.argv[3] === 'hasty' });
process.stdout.write(`${JSON.stringify({ url, joined })}\n`);
await text(process.stdin);
await stop();
