import type { Prepared } from './checking.ts';
import { cellsOf } from './composition.ts';
import { TOTAL } from './layout.ts';
import type { HiddenCell } from './release.ts';

/** Every cell that is hidden, and why: for whoever composes and approves, never for a reader. */
export function hiddenIn({ release, laidOut }: Prepared): HiddenCell[] {
  const cells = cellsOf(release, laidOut);
  return laidOut.flatMap(({ words: { title, lines, columns } }, at) =>
    (cells[at] ?? []).flatMap((line, row) =>
      line.flatMap(({ why }, place) => {
        const cell = nameOfCell(lines[row] ?? '', columns.length > 1 ? columns[place] : undefined);
        return why ? [{ table: title, cell, why }] : [];
      }),
    ),
  );
}

/** The whole of all is called so once. */
const nameOfCell = (line: string, column: string | undefined): string =>
  column === undefined || (line === TOTAL && column === TOTAL) ? line : `${line}, ${column}`;
