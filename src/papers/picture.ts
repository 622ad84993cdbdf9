import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/**
 * `says` is how the number is printed, where that is not how it is written: `69.0`. A symbol in place of a number is
 * written where the number would stand, and has no length.
 */
export type Bar = { label: string; value: number | string; says?: string };
export type Group = { label: string; bars: readonly Bar[] };
export type MonthPoint = { month: string; label: string; value: number };

const MARK = '#1d3a57';
const MARGIN = 8;
/** Letters that two lines of a label hold, more or less. */
const TWO_LINES = 44;

/**
 * Bars lying down, longest label in full, the number at the end of each: read without the axis. `among` are those it is
 * read beside, and whose scale it shares.
 */
export function barsSvg(bars: readonly Bar[], caption: string, among = bars): string {
  return draw(caption, bars.map(({ label, value, says }) => `${label} ${says ?? value}`).join('; '), {
    width: 500,
    height: AROUND + bars.length * barHeight(among),
    marginTop: MARGIN,
    marginBottom: 2 * MARGIN,
    marginLeft: 200,
    ...scaleOf(among),
    y: { axis: null, domain: bars.map(({ label }) => label) },
    marks: [
      // Long labels break over two lines instead of running out of the picture.
      Plot.axisY({ label: null, tickSize: 0, lineWidth: 13, fontSize: 14 }),
      Plot.barX(bars, { x: lengthOf, y: 'label', fill: MARK, insetTop: 4, insetBottom: 4 }),
      Plot.text(bars, {
        x: lengthOf,
        y: 'label',
        text: numberOf,
        dx: 6,
        textAnchor: 'start',
        fontSize: 14,
      }),
      Plot.ruleX([0]),
    ],
  });
}

/** Of each group its bars, one under another and each with its name: read without colours and without a key. */
export function groupedBarsSvg(groups: readonly Group[], caption: string, among = groups): string {
  const rows = groups.flatMap(({ label, bars }) => bars.map((bar) => ({ ...bar, group: label })));
  const names = namesIn(groups);
  const described = groups
    .map(({ label, bars }) => `${label}: ${bars.map((bar) => `${bar.label} ${numberOf(bar)}`).join(', ')}`)
    .join('; ');
  const heads = groups.map(({ label }) => ({ group: label, label: '', value: 0 }));
  return draw(caption, described, {
    width: 500,
    height: AROUND + groups.length * groupHeight(groups),
    ...{ marginTop: MARGIN, marginBottom: 2 * MARGIN, marginLeft: 200 },
    ...scaleOf(among.flatMap(({ bars }) => bars)),
    y: { axis: null, domain: ['', ...names] },
    fy: { axis: null, domain: groups.map(({ label }) => label), padding: 0 },
    marks: [
      Plot.axisY({ label: null, tickSize: 0, lineWidth: 13, fontSize: 14 }),
      // The first line of each group holds its name, from the left edge of the picture.
      Plot.text(heads, {
        ...{ x: 0, y: 'label', fy: 'group', text: 'group', dx: -196 },
        ...{ textAnchor: 'start', fontSize: 14, fontWeight: 'bold' },
      }),
      Plot.barX(rows, { x: lengthOf, y: 'label', fy: 'group', fill: MARK, insetTop: 2, insetBottom: 2 }),
      Plot.text(rows, {
        ...{ x: lengthOf, y: 'label', fy: 'group', text: numberOf, dx: 6 },
        ...{ textAnchor: 'start', fontSize: 14 },
      }),
      Plot.tickX(rows, { x: () => 0, y: 'label', fy: 'group' }),
    ],
  });
}

/** What a picture has above and below its bars. */
export const AROUND = 3 * MARGIN;
export const barHeight = (bars: readonly Bar[]) => (bars.some(({ label }) => label.length > TWO_LINES) ? 48 : 36);
export const groupHeight = (groups: readonly Group[]) => 26 * (namesIn(groups).length + 1);

const namesIn = (groups: readonly Group[]) => [
  ...new Set(groups.flatMap(({ bars }) => bars.map(({ label }) => label))),
];
const scaleOf = (bars: readonly Bar[]): Pick<Plot.PlotOptions, 'marginRight' | 'x'> => ({
  marginRight: 16 + 9 * Math.max(1, ...bars.map((bar) => numberOf(bar).length)),
  x: { axis: null, domain: [0, Math.max(1, ...bars.map(lengthOf))] },
});
const numberOf = ({ says, value }: Bar): string => says ?? String(value);
const lengthOf = ({ value }: Bar): number => (typeof value === 'number' ? value : 0);

/** One bar a month, zero months included, so that a gap is seen. */
export function monthsSvg(points: readonly MonthPoint[], caption: string): string {
  return draw(caption, points.map(({ month, value }) => `${month} ${value}`).join('; '), {
    width: 500,
    height: 260,
    marginBottom: 50,
    x: { label: null, domain: points.map(({ month }) => month), tickRotate: points.length > 8 ? -45 : 0, type: 'band' },
    y: {
      label: null,
      grid: true,
      ticks: 5,
      tickFormat: 'd',
      domain: [0, Math.max(4, ...points.map(({ value }) => value))],
    },
    marks: [Plot.barY(points, { x: 'month', y: 'value', fill: MARK }), Plot.ruleY([0])],
  });
}

/** Plot's SVG as text, with its words for those who do not see it, and without the inline style our policy forbids. */
export function draw(title: string, described: string, options: Plot.PlotOptions): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const svg = Plot.plot({ ...options, document, style: { fontSize: '14px' } });
  for (const style of svg.querySelectorAll('style')) style.remove();
  // Plot names its groups "bar" and "rule": a group without a role may carry no name, and one image needs only its own.
  for (const group of svg.querySelectorAll('g')) group.removeAttribute('aria-label');
  svg.removeAttribute('style');
  svg.setAttribute('class', 'picture');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', `${title}: ${described}`);
  return svg.outerHTML.replaceAll(/ style="[^"]*"/g, '');
}
