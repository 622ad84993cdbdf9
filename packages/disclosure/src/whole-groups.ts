import type { Profile } from './profile.ts';
import { type Cell, type Publication, type Sheet, sheetOf } from './publication.ts';
import { both, isRuledOut, neither } from './where.ts';

/** A total whose people all fall in one cell: whoever knows a person is among them knows which cell. */
export type WholeGroup = { table: string; total: Cell; cell: Cell };

/** Rows that say more than a definition does: that no risk identified has no level is no news. */
export function wholeGroups({ sheets, tables }: Publication, profile: Profile): WholeGroup[] {
  if (profile.wholeGroups === 'let be') return [];
  return tables.flatMap(({ id, of, cells }) =>
    cells
      .filter(({ rank, people }) => rank !== 'cell' && people > profile.threshold)
      .flatMap((total) => {
        const cell = cells.find(
          (one) =>
            oneStepIn(total, one) && one.value === total.value && !isByDefinition(total, one, sheetOf(sheets, of)),
        );
        return cell ? [{ table: id, total, cell }] : [];
      }),
  );
}

/** Nobody could be in the row and not in the cell. */
const isByDefinition = (total: Cell, cell: Cell, { attributes, never = [] }: Sheet): boolean =>
  isRuledOut(both(total.where, neither(cell.where)), attributes, never);

/** The same but for one dimension, of which the one is the total and the other a group. */
function oneStepIn(total: Cell, cell: Cell): boolean {
  const ranks = ['cell', 'margin', 'grand total'];
  const differing = Object.keys(total.key).filter((name) => total.key[name] !== cell.key[name]);
  return differing.length === 1 && ranks.indexOf(cell.rank) < ranks.indexOf(total.rank);
}
