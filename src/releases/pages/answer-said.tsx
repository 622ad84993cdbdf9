import type { Findings } from '@throughline/disclosure';
import { Radios } from '@throughline/govuk-jsx';
import type { Pictures } from '../../papers/index.ts';
import { type PlainDate, sayDay } from '../../platform/kernel/index.ts';
import type { Prepared } from '../checking.ts';
import { freeze } from '../freezing.db.ts';
import { questions } from '../known-questions.ts';
import { Tables } from './paper.tsx';

export type Answered = { prepared: Prepared; attacked: Findings; words: string[] };

/** Whoever chose a question comes to its answer. */
export const ANSWER = 'safe-answer';

/** What members are known to ask. */
export function Choose({ chosen }: { chosen: string }) {
  return (
    <form method="get" action={`/answers/new#${ANSWER}`} class="choose-question">
      <Radios
        name="question"
        legend="What was asked?"
        legendSize="s"
        value={chosen}
        items={Object.entries(questions).map(([value, { ask }]) => ({ value, text: ask }))}
      />
      <button class="govuk-button govuk-button--secondary" type="submit">
        Show the safe answer
      </button>
    </form>
  );
}

type SaidProps = { ask: string; answered: Answered; today: PlainDate; pictures: Pictures };
/** The answer in words, and the tables it is read from. */
export function Said({ ask, answered: { prepared, words }, today, pictures }: SaidProps) {
  const tables = freeze(prepared).map(({ words: { lines, ...rest }, cells }) => ({
    ...rest,
    rows: lines.map((label, line) => ({ label, cells: cells[line] ?? [] })),
  }));
  return (
    <>
      <h2 class="govuk-heading-m" id={ANSWER}>
        The safe answer, as at {sayDay(today)}
      </h2>
      <p class="govuk-body govuk-!-font-weight-bold">{ask}</p>
      <ul class="govuk-list govuk-list--bullet">
        {words.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <Tables paper={{ tables }} pictures={pictures} />
    </>
  );
}
