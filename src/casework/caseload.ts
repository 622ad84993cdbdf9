import { type PlainDate, plainDate } from '../platform/kernel/index.ts';
import { type ExploitationType, exploitationTypes, type Level, levels } from '../risk/index.ts';
import { type CaseRecord, datesOf } from './case-record.ts';
import { type Due, lateness, whatIsDue } from './progress.ts';

/** One open case on a list: what it waits for, and by how many days it is late. */
export type Line = { record: CaseRecord; dues: Due[]; late: number };

export function lineOf(record: CaseRecord, today: PlainDate): Line {
  const dues = whatIsDue(datesOf(record), today);
  return { record, dues, late: lateness(dues, today) };
}

/** The most late first, then what is due soonest; the reference settles the rest. */
type CaseloadKey = { late: number; next: PlainDate; reference: string };
export const caseloadKey = ({ late, dues: [first], record: { reference } }: Line): CaseloadKey => ({
  late,
  next: first?.on ?? NEVER,
  reference,
});
export const byCaseloadKey = (a: CaseloadKey, b: CaseloadKey): number =>
  b.late - a.late || a.next.localeCompare(b.next) || a.reference.localeCompare(b.reference);
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
