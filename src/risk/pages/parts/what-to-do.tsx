import { WarningText } from '@throughline/govuk-jsx';
import type { AssessmentInstrument } from '../../instrument.ts';
import { callsForStrategyDiscussion, type Level, levelWords } from '../../judgement.ts';

/** `at` is the page that says what to do, where that is another. */
export const StrategyDiscussion = ({ level, at = '' }: { level: Level; at?: string }) =>
  callsForStrategyDiscussion(level) ? (
    <WarningText>
      High calls for a strategy discussion to be considered the same day.{' '}
      <a class="govuk-link" href={`${at}#what-to-do`}>
        What to do
      </a>
    </WarningText>
  ) : null;

/** What the instrument asks for at this level. */
export function WhatToDo({ instrument, level }: { instrument: AssessmentInstrument; level: Level }) {
  const band = instrument.bands.find((each) => each.level === level);
  if (!band) return null;
  return (
    <section id="what-to-do" aria-labelledby="what-to-do-heading">
      <h2 class="govuk-heading-m" id="what-to-do-heading">
        What to do: {levelWords[level].toLowerCase()}
      </h2>
      <p class="govuk-body">{band.means}</p>
      <ul class="govuk-list govuk-list--bullet">
        {band.response
          .split(/[;.]\s*/)
          .filter(Boolean)
          .map((step) => (
            <li>{step.slice(0, 1).toUpperCase() + step.slice(1)}</li>
          ))}
      </ul>
    </section>
  );
}
