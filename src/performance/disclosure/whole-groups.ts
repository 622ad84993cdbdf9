import type { Profile } from './profile.ts';
import type { Cell, Publication } from './publication.ts';

/** A total whose children all fall in one cell: whoever knows a child is among them knows which cell. */
export type WholeGroup = { table: string; total: Cell; cell: Cell };

/** For the analyst to weigh: such a row may say no more than a definition does (no risk identified has no level). */
export function wholeGroups({ tables }: Publication, profile: Profile): WholeGroup[] {
  if (profile.wholeGroups === 'let be') return [];
  return tables.flatMap(({ id, cells }) =>
    cells
      .filter(({ rank, children }) => rank !== 'cell' && children > profile.threshold)
      .flatMap((total) => {
        const cell = cells.find((one) => oneStepIn(total, one) && one.value === total.value);
        return cell ? [{ table: id, total, cell }] : [];
      }),
  );
}

/** The same but for one dimension, of which the one is the total and the other a group. */
function oneStepIn(total: Cell, cell: Cell): boolean {
  const ranks = ['cell', 'margin', 'grand total'];
  const differing = Object.keys(total.key).filter((name) => total.key[name] !== cell.key[name]);
  return differing.length === 1 && ranks.indexOf(cell.rank) < ranks.indexOf(total.rank);
}
