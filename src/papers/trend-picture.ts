import * as Plot from '@observablehq/plot';
import { draw } from './picture.ts';

export type TrendLine = { who: string; points: readonly { when: string; value: number }[] };

const MARK = '#1d3a57';
const [WIDTH, HEIGHT, ABOVE, BELOW, A_LINE] = [620, 300, 12, 40, 18];
// Lines are told apart by how they are broken and by their names at the end, never by colour.
const DASHES = ['', '8 4', '2 3', '10 3 2 3', '4 4', '1 4'];

/** One line for each area over the years, on an axis that begins at 0 and holds one kind of unit. */
export function trendSvg(lines: readonly TrendLine[], when: readonly string[], caption: string): string {
  const top = Math.max(1, ...lines.flatMap(({ points }) => points.map(({ value }) => value))) * 1.05;
  const said = lines.map(
    ({ who, points }) => `${who} ${points.map(({ when, value }) => `${when} ${value}`).join(', ')}`,
  );
  return draw(caption, said.join('; '), {
    width: WIDTH,
    height: HEIGHT,
    marginTop: ABOVE,
    marginBottom: BELOW,
    marginRight: 200,
    x: { type: 'point', domain: [...when], label: null, tickFormat: (words: string) => words.slice(-4) },
    y: { domain: [0, top], label: null, grid: true, ticks: 5 },
    marks: [
      Plot.ruleY([0]),
      ...lines.map(({ points }, place) =>
        Plot.line([...points], {
          x: 'when',
          y: 'value',
          stroke: MARK,
          strokeWidth: place === 0 ? 3.5 : 1.75,
          strokeDasharray: DASHES[place % DASHES.length] ?? '',
        }),
      ),
      Plot.text(namesAtTheEnd(lines, when.at(-1) ?? '', top), {
        ...{ x: 'when', y: 'at', text: 'who', dx: 8, textAnchor: 'start', fontSize: 13, fill: MARK },
      }),
    ],
  });
}

/** Names stand at the ends of their lines, moved down just far enough that none lies on another. */
function namesAtTheEnd(lines: readonly TrendLine[], when: string, top: number) {
  const apart = (A_LINE / (HEIGHT - ABOVE - BELOW)) * top;
  const ends = lines.flatMap(({ who, points }) => {
    const last = points.at(-1);
    return last ? [{ who, value: last.value }] : [];
  });
  let above = Number.POSITIVE_INFINITY;
  return ends
    .toSorted((a, b) => b.value - a.value)
    .map(({ who, value }) => {
      above = Math.min(value, above - apart);
      return { who, when, at: above };
    });
}
