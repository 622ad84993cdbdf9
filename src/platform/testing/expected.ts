import type { RawBuilder } from 'kysely';
import type { PlainDate } from '../kernel/index.ts';
import type { Role } from '../module.ts';
import type { ChildId, TeamId, WorkerId } from '../web/world.ts';
import type { TestHouse } from './house.ts';
import type { Row, RowOf } from './rows.ts';
import type { Visitor } from './visitor.ts';

/** Whose child it is, to those of the cast who work in one team, and what stands in the way. */
export const kinds = [
  'own',
  'colleague’s',
  'other team’s',
  'other agency’s',
  'restricted',
  'excluded',
  'closed',
  'long closed',
  'adult and closed',
] as const;
export type Kind = (typeof kinds)[number];
/** A page that is about no record in particular. */
export const NOBODY = 'nobody';
export type About = Kind | typeof NOBODY;

/**
 * Who opens what. A role that is not named is told that the page is not theirs (403), whatever it is about. To a role
 * that is named the page opens for these kinds, and for every other kind there is nothing there (404).
 */
export type Needs = Partial<Record<Role, readonly About[]>>;

/** What rooms have made ready for the tests. Each room adds its own to what those below it have, and knows no other’s. */
export type Given = {
  /** One child with a record of every sort that a page or a row can be about. */
  subject: { child: Named & { id: ChildId } };
  /** What stands by itself and not on a child’s record: what workers write and are sent, and what governance keeps. */
  papers: object;
  /** What is so in the database, whoever asks, as `reads` is judged by. */
  facts: Facts;
  /** Records of the story, for those who visit pages. */
  story: { child: Named };
};
type Named = { id: string; reference: string };

/**
 * What one room’s pages and tables are expected to open and refuse, and to whom: written by hand, from who needs what for
 * their work and never from the code, and collected by `src/testing/expected.ts`. The tests in `tests/house` hold the whole house to it.
 */
export type Expectations<G extends Given> = {
  /** Every page, for looking and for posting alike. */
  pages?: readonly (readonly PageExpected<G>[])[];
  /** Every table and view the app may read or add to. */
  tables?: Readonly<Record<string, TableExpected<G>>>;
  /** Every function of the guard that is handed something, called with what belongs to somebody else; or why it cannot tell of a record. */
  guard?: Readonly<Record<string, ((a: With<G>) => RawBuilder<unknown>) | string>>;
  /** Where else a hidden child could leave a trace: a list’s filters, a search, the pages about the twin of one. */
  traces?: (own: G['subject']) => readonly string[];
  /** Adds this room’s records to a child of each kind. */
  subject?: (test: TestHouse, how: Arranged, s: G['subject']) => Promise<object>;
  papers?: (test: TestHouse, subjects: Record<Kind, G['subject']>) => Promise<object>;
  facts?: (ask: Ask, worker: string) => Promise<object>;
  /** Finds records of the story; what it has none of is begun here, as people would begin it. */
  story?: (test: TestHouse, story: G['story'], meet: (key: string) => Promise<Visitor>) => Promise<object>;
};

/** `G` is what this room adds, with what those below it have. */
export const expectations = <G extends Given = Given>(expected: Expectations<G>): Expectations<G> => expected;

/** How one kind of child differs from another. */
export type Arranged = {
  name: { givenNames: string; familyName: string; bornOn: PlainDate };
  openedOn: PlainDate;
  worker: WorkerId;
  workerTeam: TeamId;
  holder: WorkerId;
  team: TeamId;
  /** Decided in November; otherwise it waits at the MASH since nine this morning. */
  decidedLongAgo?: boolean;
  urgent?: boolean;
  closedOn?: PlainDate;
};

/** A page: who opens it about whom, what its address is filled with, and who of the cast visits it. */
export type PageExpected<G extends Given> = { path: string; needs: Needs; place: Place<G>; visitor: string };
export type Names = Readonly<Record<string, string | undefined>>;
export type Place<G extends Given> = {
  /** The names in the address, for each kind that there is of what it is about. */
  fill: (asked: Asked<G>) => Partial<Record<About, Names>>;
  /** A visitor goes to this record of the story; without it to their own. */
  visited?: (story: G['story']) => Names;
  /** It counts everybody, whoever reads it: what a hidden child changes there is no list’s doing. */
  countsEverybody?: true;
};
export type Asked<G extends Given> = {
  /** Who asks, and of others somebody of the same agency and somebody of another. */
  key: string;
  others: (among: readonly string[]) => { colleague: string; elsewhere: string };
  subjects: Record<Kind, G['subject']>;
  papers: G['papers'];
};

/** What has no name in its address. */
export const nothing: Place<Given> = { fill: () => ({ [NOBODY]: {} }) };

/** What stands in the addresses of a child’s records. */
export const ofEach = <G extends Given>(
  names: (s: G['subject']) => Names,
  visited?: (story: G['story']) => Names,
): Place<G> => ({
  fill: ({ subjects }) => Object.fromEntries(kinds.map((kind) => [kind, names(subjects[kind])])),
  ...(visited && { visited }),
});

/** Pages of one place that one of the cast visits, each with who opens it. A query is for the visitor. */
export const pages = <G extends Given>(
  visitor: string,
  place: Place<G>,
  needs: Readonly<Record<string, Needs>>,
): readonly PageExpected<G>[] => Object.entries(needs).map(([path, one]) => ({ path, needs: one, place, visitor }));

/** A table or view: what is read of it, and what is added. */
type TableExpected<G extends Given> = {
  /** The columns that say who or what a row is about. */
  reads?: Readonly<Record<string, Means<G>>>;
  adds?: Attempt<G>;
  /** The story leaves it empty: what is added stands there about a child of every kind, so that there is something to read. */
  untold?: true;
  /** A page that shows a reference with this letter names the child that the row is about. */
  letter?: string;
};

/** What a value in a column says about a row, to whoever reads it. */
export type Means<G extends Given> = {
  says: string;
  isRight: (value: string, seen: Seen<G['facts']>) => boolean;
  /** The value is the id of a child. */
  ofChild?: true;
};

/** What one worker reads, column by column, and what is so whoever asks: the two are compared. */
export type Seen<F> = {
  worker: string;
  values: Readonly<Record<string, readonly string[]>>;
  involved: ReadonlySet<string>;
  facts: F;
};
export type Facts = {
  roles: ReadonlySet<string>;
  permissions: ReadonlySet<string>;
  agency: string;
  /** Closed to this worker: excluded from, or restricted to others. */
  closed: ReadonlySet<string>;
  excluded: ReadonlySet<string>;
};
export type Ask = <Found>(query: RawBuilder<Found>) => Promise<Found[]>;

export const means = <G extends Given = Given>(says: string, isRight: Means<G>['isRight']): Means<G> => ({
  says,
  isRight,
});
/** Known to everyone signed in. */
export const everybody = means('everybody', () => true);
/** The reader’s own, and nobody else’s, whatever it is about. */
export const me = means('me', (value, { worker }) => value === worker);
export const isMine = (child: string, { involved, facts }: Seen<Facts>) =>
  involved.has(child) && !facts.closed.has(child);
/** About this child, so the reader is involved with the child, and the child is not closed to them. */
export const child = means('child', isMine);
export const aboutChild = { childId: child };
/** The same, by whoever has this permission too: a policy that forgets it is found. */
export const aboutChildTo = (permission: string) => ({
  childId: {
    says: `${child.says}, and who may ${permission}`,
    ofChild: true as const,
    isRight: (value: string, seen: Seen<Facts>) => child.isRight(value, seen) && seen.facts.permissions.has(permission),
  },
});
/** Read by whoever has this permission, and by nobody else. */
export const whoMay = (permission: string) =>
  means(`who may ${permission}`, (_, { facts }) => facts.permissions.has(permission));

/** What an attempt is made with: a child’s records, who signs, and what stands by itself. */
export type With<G extends Given = Given> = {
  s: G['subject'];
  me: string;
  workers: (key: string) => string;
  team: (code: string) => string;
  agency: (code: string) => string;
  papers: G['papers'];
  /** Another child whom Bartosz and Dev see. */
  also: string;
};

/** A row that its rightful author may add, and what of it is refused when somebody else tries, or about somebody else. */
export type Attempt<G extends Given> = {
  by: string;
  row: (a: With<G>) => Row;
  /** What stands before it, added by the console in the same transaction; `owner` is the rightful author. */
  first?: (a: With<G>, owner: string) => RowOf[];
  /** The columns that say who did it. */
  signed: readonly string[];
  /** About these kinds it is refused to its author. */
  refusedAbout: readonly Kind[];
  /** These may not add it, whoever they sign as. Kit where it is not said. */
  refusedTo?: readonly string[];
  /** Columns whose day may be yet to come. */
  mayBeAhead?: readonly string[];
  /** Columns that may hold an id of another’s record of these kinds. */
  mayName?: Readonly<Record<string, readonly Kind[]>>;
};
