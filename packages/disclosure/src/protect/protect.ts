import { type Joint, join } from '../joined.ts';
import { wholeOf } from '../printed.ts';
import { isSmall, type Profile } from '../profile.ts';
import type { Cell, Protected, ProtectedCell, ProtectedTable, Publication, Unguarded } from '../publication.ts';
import { wholeGroups } from '../whole-groups.ts';
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
  const all = [...earlier, { ...publication, profile }];
  const wholeIn = new Map(all.map((one) => [one.id, wholeToGuard(one, one.profile)]));
  const whole = wholeIn.get(publication.id) ?? new Set();
  for (const joint of join(all)) {
    const isWhole = ({ release, table, key }: Joint['cells'][number]) =>
      wholeIn.get(release)?.has(nameOf(table, { key })) ?? false;
    const profiles = new Map(all.map((one) => [one.id, one.profile]));
    const said = saidOf(joint, profiles, isWhole);
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
  // What an earlier release prints guards nothing when it is hidden here; it is hidden all the same where its own readers
  // are to be shown no such figure.
  const decide = (table: string, cell: Cell): ProtectedCell => {
    const name = nameOf(table, cell);
    if (isSmall(cell.people, profile)) return { ...cell, hidden: true, why: 'small' };
    if (whole.has(name)) return { ...cell, hidden: true, why: 'one group whole' };
    return hidden.get(name) ? { ...cell, hidden: true, why: 'guards another' } : { ...cell, hidden: false };
  };
  return {
    ...publication,
    profile,
    unguarded,
    tables: publication.tables.map((table) =>
      withoutSharesOfHidden({ ...table, cells: table.cells.map((cell) => decide(table.id, cell)) }),
    ),
  };
}

/** What proves a table safe keeps its counts; of another whole these would be other shares, so none is of a hidden one. */
function withoutSharesOfHidden(table: ProtectedTable): ProtectedTable {
  if (table.printedAs !== 'percentage' || !wholeOf(table)?.hidden) return table;
  const hide = (cell: ProtectedCell): ProtectedCell =>
    cell.hidden || cell.value === 0 ? cell : { ...cell, hidden: true, why: 'guards another' };
  return { ...table, cells: table.cells.map(hide) };
}

const nameOf = (table: string, { key }: Pick<Cell, 'key'>) => JSON.stringify([table, key]);

/** Cells that hold all of their row, where the profile guards them. */
const wholeToGuard = (publication: Publication | Protected, profile: Profile): ReadonlySet<string> =>
  new Set(
    profile.wholeGroups === 'protect'
      ? wholeGroups(publication, profile).map(({ table, cell }) => nameOf(table, cell))
      : [],
  );

function saidOf(
  joint: Joint,
  profiles: ReadonlyMap<string, Profile>,
  isWhole: (cell: Joint['cells'][number]) => boolean,
): Said[] {
  return joint.cells.map((cell): Said => {
    const { where, value, people, state, rank, release } = cell;
    const reader = profiles.get(release);
    const small = reader !== undefined && isSmall(people, reader);
    return { where, value, small, ...(small && { threshold: reader.threshold }), whole: isWhole(cell), state, rank };
  });
}
