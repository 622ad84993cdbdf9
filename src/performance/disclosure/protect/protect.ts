import { type Joint, join } from '../joined.ts';
import { isSmall, type Profile } from '../profile.ts';
import type { Cell, Protected, ProtectedCell, Publication, Unguarded } from '../publication.ts';
import { factsOf, type Said } from './facts.ts';
import { suppress } from './suppress.ts';

/**
 * Decides what a publication may show, all its tables together and on top of what earlier releases showed. It finishes
 * with a proof for every small cell: another population, in whole numbers, that agrees with all that is shown.
 */
export async function protect(
  publication: Publication,
  profile: Profile,
  earlier: readonly Protected[] = [],
): Promise<Protected> {
  const hidden = new Map<string, boolean>();
  const unguarded: Unguarded[] = [];
  for (const joint of join([...earlier, publication])) {
    const said = saidOf(joint, profile, new Map(earlier.map((release) => [release.id, release.profile])));
    const known = factsOf(joint.attributes, joint.records, said);
    const { facts } = known;
    const decided = await suppress(known, { against: 'threshold', threshold: profile.threshold });
    const cellOf = (at: number) => joint.cells[at];
    facts.forEach((fact, at) => {
      for (const cell of fact.said.flatMap((one) => cellOf(one) ?? []))
        if (cell.release === publication.id) hidden.set(nameOf(cell.table, cell), decided.hidden[at] ?? true);
    });
    for (const at of decided.unguarded)
      for (const cell of (facts[at]?.said ?? []).flatMap((one) => cellOf(one) ?? []))
        unguarded.push({ release: cell.release, table: cell.table, key: cell.key });
  }
  const decide = (table: string, cell: Cell): ProtectedCell => {
    if (!hidden.get(nameOf(table, cell))) return { ...cell, hidden: false };
    return { ...cell, hidden: true, why: isSmall(cell.children, profile) ? 'small' : 'guards another' };
  };
  return {
    ...publication,
    profile,
    unguarded,
    tables: publication.tables.map((table) => ({ ...table, cells: table.cells.map((cell) => decide(table.id, cell)) })),
  };
}

const nameOf = (table: string, { key }: Pick<Cell, 'key'>) => JSON.stringify([table, key]);

function saidOf(joint: Joint, profile: Profile, profiles: ReadonlyMap<string, Profile>): Said[] {
  const cells = joint.cells.map(({ where, value, children, state, rank, release }): Said => {
    return { where, value, small: isSmall(children, profiles.get(release) ?? profile), state, rank };
  });
  const movements = joint.movements.map(({ where, value }): Said => {
    return { where, value, small: false, state: 'shown', rank: 'grand total' };
  });
  return [...cells, ...movements];
}
