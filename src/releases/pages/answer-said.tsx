import type { Findings } from '@throughline/disclosure';
import { Radios } from '@throughline/govuk-jsx';
import { PaperParts, type Pictures } from '../../papers/index.ts';
import { type PlainDate, sayDay } from '../../platform/kernel/index.ts';
import type { Prepared } from '../checking.ts';
import { freeze } from '../freezing.db.ts';
import { questions } from '../known-questions.ts';
import { tableParts } from '../paper-of.ts';

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
      <PaperParts parts={tableParts(freeze(prepared))} pictures={pictures} />
    </>
  );
}
