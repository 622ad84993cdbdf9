import { Tag, type TagColour } from '@throughline/govuk-jsx';
import { type PlainDate, sayCount } from '../../platform/kernel/index.ts';
import { type ChildsDanger, sayChildsDanger } from '../../referrals/index.ts';
import { type Level, levelTrend, levelWords, trendWords, typeWords } from '../../risk/index.ts';
import type { CaseRecord } from '../case-record.ts';
import { type Due, daysLate, sayDue } from '../progress.ts';

const levelColours = { HIGH: 'red', MEDIUM: 'orange', LOW: 'yellow', NONE: 'grey' } as const satisfies Record<
  Level,
  TagColour
>;

/** The level of record in words, its type, and which way it went since the assessment before. */
export function LevelNow({ record: { levels } }: { record: CaseRecord }) {
  const latest = levels.series.at(-1);
  const trend = levelTrend(levels.series);
  if (!latest) return <>{levels.waitingSince ? 'First assessment waits to be authorised' : 'Not assessed yet'}</>;
  return (
    <>
      <Tag colour={levelColours[latest.level]}>{levelWords[latest.level]}</Tag>{' '}
      {latest.type !== 'NO_RISK' && <span class="case-type">{typeWords[latest.type]}</span>}{' '}
      {trend && <span class="case-trend">{trendWords[trend]}</span>}
    </>
  );
}

/** What is due, the late in words and not by colour alone. */
export function Dues({ dues, today }: { dues: readonly Due[]; today: PlainDate }) {
  if (dues.length === 0) return <>Nothing</>;
  return (
    <ul class="govuk-list case-dues">
      {dues.map((due) => (
        <li class={daysLate(due, today) > 0 ? 'case-late' : undefined}>{sayDue(due, today)}</li>
      ))}
    </ul>
  );
}

/** Said in words above all else of a child. */
export const DangerSaid = ({ danger }: { danger: ChildsDanger | undefined }) =>
  danger ? <span class="late line">{sayChildsDanger(danger)}</span> : null;

/** Counted apart, above a list. */
export function DangerCounted({ all }: { all: readonly (ChildsDanger | undefined)[] }) {
  const count = all.filter(Boolean).length;
  return count > 0 ? (
    <p class="govuk-body late">
      First: {sayCount(count, 'child', 'children')} in danger, missing or RED, and not assessed since.
    </p>
  ) : null;
}

export const sayWaited = (days: number): string => (days === 0 ? 'Today' : `Waiting for ${sayCount(days, 'day')}`);
