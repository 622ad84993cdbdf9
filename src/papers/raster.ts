import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { font } from './font.ts';

/** Dots for one unit of the picture: as sharp as what shows it needs, and three would be twice the work. */
const DOTS = 2;

/** A picture as dots, for what draws no lines; the same on any machine, for it looks for no font of the machine's. */
export async function png(svg: string): Promise<Uint8Array> {
  ready ??= start();
  await ready;
  const fontBuffers = [await font(400), await font(700)];
  const drawing = new Resvg(svg, { fitTo: { mode: 'zoom', value: DOTS }, font: { fontBuffers } });
  const rendered = drawing.render();
  const bytes = rendered.asPng();
  rendered.free();
  drawing.free();
  return bytes;
}

let ready: Promise<void> | undefined;
const start = async () =>
  initWasm(await readFile(fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))));
