import { addDays, type PlainDate, sayDay } from '../platform/kernel/index.ts';
import { type Level, levels, levelWords } from '../risk/index.ts';
import { type Line, rankOfDanger } from './caseload.ts';
import { type DirectWork, inWeekTo, workKinds } from './direct-work.ts';
import { isLate, type PlanAction } from './plan.ts';

/** What the weekly meeting is shown of one open child. */
export type Week = { done: string[]; due: string[] };
type Happened = { work: readonly DirectWork[]; actions: readonly PlanAction[] };

export function weekOf({ record }: Line, { work, actions }: Happened, today: PlainDate): Week {
  const { plan, levels: known } = record;
  const authorised = known.series.filter(({ authorisedOn }) => inWeekTo(today, { on: authorisedOn }));
  return {
    done: [
      ...work.map(({ on, kind, topic }) => `${workKinds[kind]} on ${sayDay(on)}: ${topic}`),
      ...authorised.map(({ level }) => `Assessment authorised: ${levelWords[level].toLowerCase()}`),
      ...(plan && inWeekTo(today, { on: plan.writtenOn }) ? [`Safety plan, version ${plan.version}`] : []),
      ...actions
        .filter(({ done }) => done?.became === 'done' && inWeekTo(today, done))
        .map(({ what }) => `Action done: ${what}`),
    ],
    due: actions
      .filter(({ done, dueOn }) => !done && dueOn <= addDays(today, 7))
      .map(
        (action) =>
          `${action.what}, ${action.who}, ${isLate(action, today) ? 'late since' : 'by'} ${sayDay(action.dueOn)}`,
      ),
  };
}

const rank = (level: Level | undefined): number => (level ? levels.length - levels.indexOf(level) : 0);
const rankOf = ({ record }: Line): number => rank(record.levels.series.at(-1)?.level);

/** Danger and RED first, then whoever nobody has assessed yet, then high to none: the order a meeting takes them in. */
type MeetingKey = { danger: number; rank: number; reference: string };
export const meetingKey = (line: Line): MeetingKey => ({
  danger: rankOfDanger(line.record.danger),
  rank: rankOf(line),
  reference: line.record.reference,
});
export const byMeetingKey = (a: MeetingKey, b: MeetingKey): number =>
  a.danger - b.danger || a.rank - b.rank || a.reference.localeCompare(b.reference);
