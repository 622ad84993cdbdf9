import type { PaperTable } from './paper.ts';
import { AROUND, type Bar, barHeight, barsSvg, type Group, groupedBarsSvg, groupHeight } from './picture.ts';
import { decimals, printed } from './wording.ts';

/** A bar for every figure that is no total; undefined where there would be one alone. */
export const tableSvg = (table: PaperTable): string | undefined => tableSvgs(table, Number.POSITIVE_INFINITY)[0];

/** The same over as many pictures as it takes for none to be taller, all of one scale. */
export function tableSvgs(table: PaperTable, tallest: number): string[] {
  const groups = table.drawnAs === 'bars' ? groupsIn(table) : [];
  if (groups.length < 2) return [];
  const alone = groups.map(({ label, bars: [bar] }): Bar => ({ ...(bar ?? { value: 'x' }), label }));
  return table.columns.length === 1
    ? inParts(alone, barHeight(alone), tallest).map((bars) => barsSvg(bars, table.title, alone))
    : inParts(groups, groupHeight(groups), tallest).map((some) => groupedBarsSvg(some, table.title, groups));
}

function groupsIn({ rows, columns, total, ...table }: PaperTable): Group[] {
  const places = columns.map((_, at) => decimals({ ...table, rows, columns }, at));
  return rows
    .filter(({ label }) => label !== total)
    .map(({ label, cells }) => ({
      label,
      bars: columns.flatMap((column, at) => {
        const value = cells[at] ?? 'x';
        return column === total ? [] : [{ label: column, value, says: printed(value, places[at] ?? 0) }];
      }),
    }));
}

function inParts<One>(all: readonly One[], each: number, tallest: number): One[][] {
  const most = Math.max(1, Math.min(all.length, Math.floor((tallest - AROUND) / each)));
  const size = Math.ceil(all.length / Math.ceil(all.length / most));
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}
