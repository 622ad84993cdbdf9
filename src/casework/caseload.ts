import { type PlainDate, plainDate } from '../platform/kernel/index.ts';
import { dangerRank } from '../referrals/index.ts';
import { type ExploitationType, exploitationTypes, type Level, levels } from '../risk/index.ts';
import { type CaseRecord, datesOf } from './case-record.ts';
import { type Due, lateness, orderingLateness, whatIsDue } from './progress.ts';

/** One open case on a list: what it waits for, by how many days it is late, and by how many what orders it is. */
export type Line = { record: CaseRecord; dues: Due[]; late: number; slips: number };

export function lineOf(record: CaseRecord, today: PlainDate): Line {
  const dues = whatIsDue(datesOf(record));
  return { record, dues, late: lateness(dues, today), slips: orderingLateness(dues, today) };
}

/** Danger and RED first, then the most late, then what is due soonest; the reference settles the rest. */
type CaseloadKey = { danger: number; late: number; next: PlainDate; reference: string };
export const caseloadKey = ({ slips, dues: [first], record: { reference, danger } }: Line): CaseloadKey => ({
  danger: rankOfDanger(danger),
  late: slips,
  next: first?.on ?? NEVER,
  reference,
});
export const byCaseloadKey = (a: CaseloadKey, b: CaseloadKey): number =>
  a.danger - b.danger || b.late - a.late || a.next.localeCompare(b.next) || a.reference.localeCompare(b.reference);
/** 0 in danger, 1 RED, 2 neither. */
export const rankOfDanger = (danger: CaseRecord['danger']): number => (danger ? dangerRank(danger) : 2);
const NEVER = plainDate('9999-12-31');

export type Filter = {
  whose: 'mine' | 'team';
  /** A worker's key, or `nobody` for cases that wait to be allocated. */
  holder: string | undefined;
  level: Level | 'NOT_ASSESSED' | undefined;
  type: ExploitationType | undefined;
  late: boolean;
};

/** What an address asks for; what it cannot mean is left out. */
export function readFilter(query: URLSearchParams, usual: Filter['whose']): Filter {
  const asked = (name: string) => query.get(name) ?? '';
  const whose = asked('whose');
  return {
    whose: whose === 'mine' || whose === 'team' ? whose : usual,
    holder: asked('holder') || undefined,
    level: [...levels, 'NOT_ASSESSED' as const].find((level) => level === asked('level')),
    type: exploitationTypes.find((type) => type === asked('type')),
    late: asked('late') === 'yes',
  };
}

export function addressOf({ whose, holder, level, type, late }: Filter): string {
  const chosen = { whose, holder, level, type, late: late ? 'yes' : undefined };
  return `/cases?${new URLSearchParams(Object.entries(chosen).flatMap(([name, is]) => (is ? [[name, is]] : [])))}`;
}

export function matches({ record, late }: Line, filter: Filter): boolean {
  const latest = record.levels.series.at(-1);
  const holder = record.allocation?.workerKey ?? 'nobody';
  return (
    (!filter.holder || filter.whose === 'mine' || filter.holder === holder) &&
    (!filter.level || filter.level === (latest?.level ?? 'NOT_ASSESSED')) &&
    (!filter.type || filter.type === latest?.type) &&
    (!filter.late || late > 0)
  );
}

export type Held = { key: string; name: string; cases: number; late: number };
/** How many cases each worker holds and how many of them are late, and those nobody holds yet. */
export function byHolder(lines: readonly Line[]): Held[] {
  const held = Map.groupBy(lines, ({ record }) => record.allocation?.workerKey ?? 'nobody');
  return [...held]
    .map(([key, some]) => ({
      key,
      name: some[0]?.record.allocation?.workerName ?? 'Not allocated yet',
      cases: some.length,
      late: some.filter(({ late }) => late > 0).length,
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
