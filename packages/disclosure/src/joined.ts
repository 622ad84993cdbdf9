import { wholeOf } from './printed.ts';
import { isSmall, type Profile } from './profile.ts';
import type { Cell, Protected, ProtectedCell, Publication, Rate, Sheet, Why } from './publication.ts';
import { unprintedOf } from './unprinted.ts';
import { attributesIn, both, having, neither, ofWhatIsAsked, renamed, type Where } from './where.ts';

/** A cell among all that counts records of one kind, in this release or an earlier one. */
export type JointCell = Cell & {
  release: string;
  table: string;
  /** Earlier releases stand as they were read; the cells of a new one are still undecided; what none prints is hidden. */
  state: 'shown' | 'hidden' | 'undecided';
  /** What it is printed as a percentage of, and whether that is itself shown. */
  percentOf?: { where: Where; count: number; shown: boolean };
  /** What it is printed as a rate of. */
  rate?: Rate;
  why?: Why;
};

/** Records with the same attributes, and how many they are. */
export type Alike = { attributes: Readonly<Record<string, string>>; times: number };

/** Everything ever said of records of one kind, over one set of attributes. */
export type Joint = {
  kind: string;
  attributes: Readonly<Record<string, readonly string[]>>;
  records: readonly Alike[];
  /** Of the tables, of groups none of them prints, and of who joined and left between two releases. */
  cells: readonly JointCell[];
};

/** A release, or a publication still to be protected by its profile. */
type Release = (Publication & { profile: Profile }) | Protected;

/**
 * Releases put together as a reader would: a record is the same record in each, keeps the attributes that last, and may
 * join or leave in between. How many joined and left is taken as known, because reports say so; unless they are so few
 * that no report may.
 */
export function join(releases: readonly Release[]): Joint[] {
  const kinds = [...new Set(releases.flatMap(({ sheets }) => sheets.map(({ kind }) => kind)))];
  return kinds.map((kind) => joinKind(kind, releases));
}

type Dated = { release: Release; sheet: Sheet };

function joinKind(kind: string, releases: readonly Release[]): Joint {
  const dated = releases.flatMap((release) => {
    const sheet = release.sheets.find((one) => one.kind === kind);
    return sheet ? [{ release, sheet }] : [];
  });
  const moving = haveMoved(dated);
  const shared = sharedAttributes(dated);
  const nameIn = (release: Release) => (name: string) => (shared.has(name) ? name : `${name}@${release.id}`);
  const present = ({ id }: Release) => having(`in@${id}`, 'yes');
  const whereOf = (release: Release, where: Where) => {
    const known = renamed(where, nameIn(release));
    return moving ? both(present(release), known) : known;
  };
  const said = dated.flatMap(({ release }) => {
    const whereIn = ({ where }: Cell) => ({ release: release.id, where: whereOf(release, where) });
    const printed = release.tables
      .filter(({ of }) => of === kind)
      .flatMap((table) => {
        const whole = table.printedAs === 'percentage' ? wholeOf<Cell | ProtectedCell>(table) : undefined;
        const percentOf = whole && { ...whereIn(whole), count: whole.value, shown: standing(whole).state === 'shown' };
        return table.cells.map((cell): JointCell => {
          const printed = {
            ...(percentOf && cell !== whole && { percentOf }),
            ...(typeof table.printedAs === 'object' && { rate: table.printedAs }),
          };
          return { ...cell, table: table.id, ...whereIn(cell), ...standing(cell), ...printed };
        });
      });
    const unprinted = unprintedOf(release, kind, release.profile);
    return [...printed, ...unprinted.map((cell): JointCell => ({ ...cell, ...whereIn(cell), state: 'hidden' }))];
  });
  const asked = new Set(said.flatMap(({ where }) => attributesIn(where)));
  const cells = [
    ...said,
    ...dated.flatMap(({ release, sheet }) => {
      const isAsked = (name: string) => asked.has(nameIn(release)(name));
      const never = ofWhatIsAsked(sheet.never ?? [], sheet.attributes, isAsked);
      return ruledOut(never, (where) => whereOf(release, where)).map((one) => ({ ...one, release: release.id }));
    }),
  ];
  const attributes: Record<string, readonly string[]> = {};
  for (const { release, sheet } of dated) {
    if (moving) attributes[`in@${release.id}`] = ['yes', 'no'];
    for (const [name, { values }] of Object.entries(sheet.attributes)) {
      const known = nameIn(release)(name);
      attributes[known] = [...new Set([...(attributes[known] ?? []), ...values])];
    }
  }
  const records = recordsOf(dated, moving, nameIn);
  return {
    kind,
    attributes,
    records,
    cells: moving ? [...cells, ...movementsOf(dated, present), ...periodsWithin(dated, present)] : cells,
  };
}

/** What is so by definition is a 0 that every reader has. */
const ruledOut = (never: readonly Where[], inRelease: (where: Where) => Where) =>
  never.map((where) => ({
    ...{ table: 'by definition', key: {}, where: inRelease(where), value: 0, people: 0 },
    ...{ rank: 'cell' as const, state: 'shown' as const },
  }));

function standing(cell: Cell | ProtectedCell): Pick<JointCell, 'state' | 'why'> {
  if (!('hidden' in cell)) return { state: 'undecided' };
  return { state: cell.hidden ? 'hidden' : 'shown', ...(cell.why && { why: cell.why }) };
}

function haveMoved(dated: readonly Dated[]): boolean {
  const sets = dated.map(({ sheet }) =>
    sheet.records
      .map(({ id }) => id)
      .sort()
      .join('\n'),
  );
  return new Set(sets).size > 1;
}

/** As many releases as are joined by what may change and has not: over more the tables cross too much to be worked out. */
const GUESSED = 3;

/**
 * An attribute is one over all releases if no record has changed its value and it lasts, or all are of the same day; and
 * over a few releases even if it may change, for a reader would guess that it did not.
 */
function sharedAttributes(dated: readonly Dated[]): Set<string> {
  const names = [...new Set(dated.flatMap(({ sheet }) => Object.keys(sheet.attributes)))];
  const oneDay = new Set(dated.map(({ release }) => release.on)).size === 1;
  const lasts = (name: string) => dated.every(({ sheet }) => sheet.attributes[name]?.lasts ?? true);
  return new Set(
    names.filter((name) => {
      if (!oneDay && dated.length > GUESSED && !lasts(name)) return false;
      const held = new Map<string, string>();
      return dated.every(({ sheet }) =>
        sheet.records.every(({ id, attributes }) => {
          const value = attributes[name];
          if (value === undefined) return true;
          const before = held.get(id);
          held.set(id, value);
          return before === undefined || before === value;
        }),
      );
    }),
  );
}

function recordsOf(dated: readonly Dated[], moving: boolean, nameIn: (release: Release) => (name: string) => string) {
  const joined = new Map<string, Record<string, string>>();
  for (const { release, sheet } of dated)
    for (const { id, attributes } of sheet.records) {
      const record = joined.get(id) ?? {};
      if (moving) record[`in@${release.id}`] = 'yes';
      for (const [name, value] of Object.entries(attributes)) record[nameIn(release)(name)] = value;
      joined.set(id, record);
    }
  if (moving)
    for (const record of joined.values()) for (const { release } of dated) record[`in@${release.id}`] ??= 'no';
  return [...joined.values()].map((attributes) => ({ attributes, times: 1 }));
}

/** What no report may print is not taken as known: that one to five joined. */
function movementsOf(dated: readonly Dated[], present: (release: Release) => Where): JointCell[] {
  return dated.slice(1).flatMap((after, at) => {
    const before = dated[at];
    if (!before) return [];
    const [then, now] = [present(before.release), present(after.release)];
    return [
      movement('joined since the release before', after, both(now, neither(then)), without(after, before)),
      movement('left since the release before', after, both(then, neither(now)), without(before, after)),
    ].filter(({ people }) => !isSmall(people, after.release.profile));
  });
}

/** That a shorter period lies within a longer one is known whatever was released between them. */
function periodsWithin(dated: readonly Dated[], present: (release: Release) => Where): JointCell[] {
  const pairs = dated.flatMap((inner) => dated.map((outer) => ({ inner, outer })));
  return pairs.flatMap(({ inner, outer }) => {
    const [days, longer] = [inner.sheet.over, outer.sheet.over];
    if (inner === outer || !days || !longer || days.from < longer.from || longer.to < days.to) return [];
    const outside = without(inner, outer);
    const where = both(present(inner.release), neither(present(outer.release)));
    return outside.length === 0 ? [movement('within a longer period', inner, where, outside)] : [];
  });
}

function without({ sheet: { records } }: Dated, other: Dated): Sheet['records'] {
  const there = new Set(other.sheet.records.map(({ id }) => id));
  return records.filter(({ id }) => !there.has(id));
}

function movement(table: string, { release }: Dated, where: Where, records: Sheet['records']): JointCell {
  const people = new Set(records.map(({ person }) => person)).size;
  const place = { release: release.id, table, key: {}, rank: 'grand total' as const };
  return { ...place, where, value: records.length, people, state: 'shown' };
}
