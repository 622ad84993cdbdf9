import { Tag, type TagColour } from '@throughline/govuk-jsx';
import { type PlainDate, type Refusal, refuse, sayCount } from '../../platform/kernel/index.ts';
import type { Question } from '../../platform/web/questions.tsx';
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

export const sayWaited = (days: number): string => (days === 0 ? 'Today' : `Waiting for ${sayCount(days, 'day')}`);

/**
 * What a form was shown over, sent back with it: when somebody changed that meanwhile, the writer is told before anything
 * is added, keeps their words, and the next sending is over what they have now seen.
 */
export const shownOver = (current: string): Question<string> => ({
  ask: 'Shown over',
  read: (raw, name) => raw[name]?.[0] ?? '',
  show: ({ name }) => <input type="hidden" name={name} value={current} />,
  say: (answer) => answer,
  write: (answer, name) => ({ [name]: [answer] }),
});

export const changedMeanwhile = (over: string, current: string): Refusal | undefined =>
  over === current
    ? undefined
    : refuse(
        'Somebody else changed this while you were writing. Look at what is there now; your words are kept below.',
      );
