import type { Command as AnyCommand, Console as Terminal } from '@throughline/commands';
import type { VNode } from 'preact';
import type { House, Tx } from './db/index.ts';
import type { PlainDate } from './kernel/index.ts';
import type { OpenPage } from './web/open-page.ts';
import type { Page } from './web/page.tsx';
import type { ChildId, World } from './web/world.ts';

/** A role is a word here and dated rows in `worker_role`. */
export const roles = {
  referrer: 'Referrer',
  mash_screener: 'MASH screener',
  mash_manager: 'MASH manager',
  edt: 'Emergency duty team',
  partner: 'Partner who answers information requests',
  social_worker: 'Social worker',
  social_work_manager: 'Social work manager',
  evolve_practitioner: 'Evolve practitioner',
  evolve_manager: 'Evolve manager',
  head_of_service: 'Head of service',
  missing_advocate: 'Missing advocate',
  police_intelligence: 'Police intelligence desk',
  performance_analyst: 'Performance analyst',
  information_governance: 'Information governance',
  governance_advisor: 'Governance advisor',
  councillor: 'Councillor',
  system_administrator: 'System administrator',
} as const;
export type Role = keyof typeof roles;

type Permission = { says: string; roles: readonly Role[] };

/**
 * A figure cannot be declared without saying what it counts, in what unit, over what, what is left out, and who answers
 * for it. A count is made from a view the room declares in `sql/measures.sql`; a share is one count of another, a rate one of
 * a population.
 */
export type Measure = {
  id: string;
  label: string;
  unit: 'children' | 'assessments' | 'referrals' | 'cases' | 'percent' | 'per 10,000 children';
  definition: string;
  exclusions: string;
  owner: Role;
  /** Counted over the period, or as it stood on its last day. */
  over: 'period' | 'as-at';
  /** Whether more of it is better or worse. Absent: neither, as for all recognition. */
  more?: 'better' | 'worse';
} & (Count | Share | Rate);

export type Count = {
  kind: 'count';
  /** The view of schema `fact` (and, for the counting role, `counting`). */
  from: string;
  counts: 'rows' | 'children';
  /** SQL over the view's columns; none counts all. */
  where?: string;
  /** The view's day, where the figure can be shown month by month. */
  on?: string;
  /** Without it a reader is shown no records behind the figure: to them what they may not see would look like nothing. */
  needs?: string;
};
/** The ids of the two counts. */
export type Share = { kind: 'share'; share: string; of: string };
/** The id of a count, for every 10,000 of a population that stands among the comparators under this id. */
export type Rate = { kind: 'rate'; rate: string; population: string };

/**
 * Records of one kind that published tables count, and what those may be told apart by. Declared with the same words as
 * a measure, because every table made from it says them.
 */
export type Countable = {
  /** The plural noun: `assessments`. */
  kind: string;
  label: string;
  unit: Exclude<Measure['unit'], 'percent'>;
  definition: string;
  exclusions: string;
  owner: Role;
  over: Measure['over'];
  /** The view of schema `counting`; it has a `child_key` and a `record_key`. */
  from: string;
  /** SQL over the view's columns; none counts all. */
  where?: string;
  /** Those of another kind that have these answers: counted from the same records, so that both are protected together. */
  within?: { kind: string; answers: Answers };
  attributes: Record<string, Attribute>;
  /**
   * What no record is, by definition or by law: every reader takes it as known, so it hides nothing and nothing is hidden
   * behind it. Left aside where a record says otherwise.
   */
  never?: readonly Answers[];
  /** Yes-or-no attributes told together, a row each: one record may be in several. */
  several?: Readonly<Record<string, { label: string; of: readonly string[] }>>;
  /** The population of which they can be told as a rate: its measure among the comparators, and in words. */
  population?: { measure: string; says: string };
  /** What all of its records are by definition, so that no table asks it of them. */
  means?: readonly string[];
};

/** One thing records differ in. Every code it may have is named, the absence of an answer included. */
export type Attribute = {
  label: string;
  /** SQL over the view's columns, giving one of the codes; null stands for `not_recorded`. */
  is: string;
  values: Readonly<Record<string, string>>;
  /** The same in every later count of the same record (a completed assessment's type); age is not. */
  lasts: boolean;
  /** Its values are the quarters of a year, `q1` to `q4`: a table has those that its period touches. */
  ofTheYear?: true;
};

/** Of each attribute, any of these answers. */
export type Answers = Readonly<Record<string, readonly string[]>>;

/** What may be told of the child behind any record, on the day counted: one row a child. */
export type Described = { from: string; attributes: Record<string, Attribute>; never?: readonly Answers[] };

/** What a command of the house is handed: no database is opened until it asks. */
export type Console = Terminal & {
  /** Who is at the keyboard: `console:<operating-system user>`, as the audit names them. */
  actor: `console:${string}`;
  /** Joins the running database, or starts it, and brings it to today's shape. Closed when the command ends. */
  open: () => Promise<House>;
};
export type Command = AnyCommand<Console>;

export type Job = {
  name: string;
  says: string;
  /** Crontab time, in graphile-worker's form. */
  when: string;
  run: (house: House) => Promise<void>;
};

/** What a room offers to the house. The rooms that serve everyone collect these; none of them imports the room. */
export type Module = {
  name: string;
  says: string;
  permissions?: Record<string, Permission>;
  pages?: readonly Page[];
  /** Pages for everybody, signed in or not: what is published. */
  openPages?: readonly OpenPage[];
  nav?: readonly { says: string; path: string; may: string }[];
  /** What waits for a worker on their first page: a sentence, how many, and where to go. */
  waiting?: readonly Waiting[];
  /** What stands first in a list of children, over all else that orders it: danger that this room knows of. */
  leads?: (tx: Tx, children: readonly ChildId[]) => Promise<ReadonlyMap<ChildId, Lead>>;
  /** What this room knows of a child by day, for the child's page. Runs as the reader, under policy. */
  timeline?: (tx: Tx, child: ChildId, world: World) => Promise<TimelineEntry[]>;
  /** This room's part of the child's page: the facts now, and what may be done next. */
  panels?: readonly Panel[];
  /** Pages made from what all the rooms offer: the child's page, the report. */
  collects?: (rooms: readonly Module[]) => readonly Page[];
  measures?: readonly Measure[];
  /** What published tables may be made from. */
  countables?: readonly Countable[];
  describes?: Described;
  commands?: readonly Command[];
  jobs?: readonly Job[];
};

/** One thing that happened: said without the child's name, with where to read it. */
export type TimelineEntry = { on: PlainDate; says: string; detail?: string; path?: string };

export type Panel = {
  may: string;
  /** Panels stand in this order on the child's page. */
  order: number;
  /** Undefined: nothing to show here for this child and reader. */
  ask: (tx: Tx, child: ChildId, world: World) => Promise<Shown | undefined>;
};

/** `about`: other children it names, for the audit. */
export type Shown = { title: string; body: VNode; about?: readonly ChildId[] };

/** One line of a worker's first page. It names how many wait, never who. */
/** A lower rank stands higher; said in words on the child's line. */
export type Lead = { rank: number; says: string };

export type Waiting = {
  may: string;
  ask: (tx: Tx, world: World) => Promise<WaitingLine[]>;
};
export type WaitingLine = {
  says: string;
  count: number;
  late: number;
  path: string;
  /** A child may be in danger: it stands above all else that waits. */
  danger?: true;
};

export function module<const M extends Module>(offered: M): M {
  return offered;
}
