export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new RangeError('no values');
  return middle;
}

/** One asked-for figure beside the measured one. */
export type Line = { what: string; measured: string; asked: string; met: boolean };

export function printLines(lines: readonly Line[]): void {
  const widest = Math.max(...lines.map(({ what }) => what.length));
  for (const { what, measured, asked, met } of lines) {
    console.log(`${met ? '  met ' : 'SHORT '} ${what.padEnd(widest)}  ${measured.padStart(24)}   asked ${asked}`);
  }
}

export const ms = (value: number) => `${value.toFixed(2)} ms`;
export const times = (value: number) => `× ${value.toFixed(2)}`;
