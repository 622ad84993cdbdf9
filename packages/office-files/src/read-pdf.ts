import type { Refusal } from '@throughline/commands';
import type { Line } from './line.ts';

/** The lines of a PDF as they stand on its pages, or one sentence why not. Its reader is large, and fetched only here. */
export async function readPdf(bytes: Uint8Array): Promise<readonly Line[] | Refusal> {
  const { linesOfPdf } = await import('./pdf.ts');
  return linesOfPdf(bytes);
}
