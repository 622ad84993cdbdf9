import type { Learnt } from './learnt.ts';
import { isSmall } from './profile.ts';
import type { Protected, ProtectedCell, Sheet } from './publication.ts';
import { both, holds, isRuledOut, neither, type Where } from './where.ts';

type Period = NonNullable<Sheet['over']>;
/** A shown cell, and the records and people behind it. */
type Shown = {
  release: Protected;
  of: string;
  table: string;
  cell: ProtectedCell;
  over: Period;
  people: Map<string, string>;
};

const WITHOUT = 'in the days one release covers and others do not';

/**
 * A reader of a year and of its first fifty weeks takes one from the other and has the last week, which no table prints
 * and nothing hides. Found by plain subtraction: every shown figure of a period less the same figure of periods within.
 */
export function differences(releases: readonly Protected[]): Learnt[] {
  const latest = releases.at(-1);
  if (!latest) return [];
  return latest.sheets.flatMap((sheet) => {
    const shown = releases.flatMap(shownOver).filter(({ of }) => of === sheet.kind);
    const same = Map.groupBy(shown, meaningIn(sheet));
    return [...same.values()].flatMap((alike) => alike.flatMap((wide) => lessWhatIsWithin(wide, alike, latest)));
  });
}

/** Words for each group of records: the same words for two groups that are one by definition. */
function meaningIn({ attributes, never = [], records }: Sheet): (shown: Shown) => string {
  const meanings = new Map<string, string>();
  const alike = new Map<string, Where[]>();
  const isWithin = (one: Where, other: Where) => isRuledOut(both(one, neither(other)), attributes, never);
  return ({ cell: { where } }) => {
    const words = JSON.stringify(where);
    const known = meanings.get(words);
    if (known !== undefined) return known;
    // Only groups of the same records can be one by definition.
    const who = records.flatMap((record, at) => (holds(where, record.attributes) ? [at] : [])).join();
    const met = alike.get(who) ?? [];
    const same = met.find((one) => isWithin(one, where) && isWithin(where, one));
    if (!same) alike.set(who, [...met, where]);
    const meaning = same ? JSON.stringify(same) : words;
    meanings.set(words, meaning);
    return meaning;
  };
}

function lessWhatIsWithin(wide: Shown, alike: readonly Shown[], latest: Protected): Learnt[] {
  const within = alike.filter(({ over }) => isWithin(over, wide.over));
  const tried = [...within.map((one) => [one]), apart(within)];
  return tried
    .filter((taken) => taken.length > 0 && [wide, ...taken].some(({ release }) => release.id === latest.id))
    .flatMap((taken) => {
      const left = [...wide.people].filter(([record]) => taken.every(({ people }) => !people.has(record)));
      const people = new Set(left.map(([, person]) => person)).size;
      if (people === 0 || ![wide, ...taken].some(({ release }) => isSmall(people, release.profile))) return [];
      const known = { low: left.length, high: left.length, exact: true, withinThreshold: true, small: true };
      return [{ release: latest.id, table: wide.table, key: { ...wide.cell.key, '': WITHOUT }, ...known }];
    })
    .slice(0, 1);
}

/** Rounded figures are left out: what is left of them is not known to the one. */
function shownOver(release: Protected): Shown[] {
  if (release.profile.rounding > 1) return [];
  return release.tables.flatMap((table) => {
    const sheet = release.sheets.find(({ kind }) => kind === table.of);
    const over = sheet?.over;
    if (!sheet || !over) return [];
    return table.cells
      .filter(({ hidden }) => !hidden)
      .map((cell) => {
        const counted = sheet.records.filter(({ attributes }) => holds(cell.where, attributes));
        const people = new Map(counted.map(({ id, person }) => [id, person]));
        return { release, of: table.of, table: table.id, cell, over, people };
      });
  });
}

const isWithin = (one: Period, other: Period): boolean =>
  other.from <= one.from && one.to <= other.to && (one.from !== other.from || one.to !== other.to);

/** As many as can be taken together because no day is in two. */
function apart(within: readonly Shown[]): Shown[] {
  const taken: Shown[] = [];
  for (const one of within.toSorted((a, b) => (a.over.to < b.over.to ? -1 : 1)))
    if ((taken.at(-1)?.over.to ?? '') < one.over.from) taken.push(one);
  return taken;
}
