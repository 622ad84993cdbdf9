import { basisWords, type IndicatorAnswer, isPresent } from '../../answer.ts';
import { type AssessmentInstrument, type Domain, presenceWords } from '../../instrument.ts';

type Shown = { instrument: AssessmentInstrument; answers: readonly IndicatorAnswer[] };

/** What was found, part by part, with its evidence; what was answered "no" or not known in one line each. */
export function Answers({ instrument, answers }: Shown) {
  const given = new Map(answers.map((answer) => [answer.indicator, answer]));
  const begun = instrument.domains.filter(({ indicators }) => indicators.some(({ code }) => given.has(code)));
  return (
    <>
      <h2 class="govuk-heading-m">Evidence</h2>
      {begun.length === 0 && <p class="govuk-body">No indicator was answered.</p>}
      {begun.map((domain) => (
        <DomainAnswers domain={domain} given={given} recencies={instrument.recencies} />
      ))}
    </>
  );
}

type InDomain = {
  domain: Domain;
  given: ReadonlyMap<string, IndicatorAnswer>;
  recencies: AssessmentInstrument['recencies'];
};

function DomainAnswers({ domain: { code, name, indicators }, given, recencies }: InDomain) {
  const answered = indicators.flatMap((indicator) => {
    const answer = given.get(indicator.code);
    return answer ? [{ indicator, answer }] : [];
  });
  const found = answered.filter(({ answer }) => isPresent(answer));
  const rest = (present: IndicatorAnswer['present']) =>
    answered.filter(({ answer }) => answer.present === present).map(({ indicator }) => indicator.says);
  return (
    <section class="evidence" aria-label={name}>
      <h3 class="govuk-heading-s">
        {code} {name}
      </h3>
      <ul class="govuk-list">
        {found.map(({ indicator, answer }) => (
          <li class="evidence__found">
            <strong>{indicator.says}</strong>: {presenceWords[answer.present].toLowerCase()}
            {answer.recency && `, ${recencies[answer.recency].toLowerCase()}`}
            <br />
            {answer.evidence}{' '}
            <span class="evidence__source">
              {[answer.basis && basisWords[answer.basis], answer.sourceAgency].filter(Boolean).join(', ')}
            </span>
          </li>
        ))}
      </ul>
      <Rest says="No" indicators={rest('no')} />
      {rest('not_known').length === indicators.length ? (
        <p class="govuk-body-s">No information on this part.</p>
      ) : (
        <Rest says="Not known" indicators={rest('not_known')} />
      )}
    </section>
  );
}

const Rest = ({ says, indicators }: { says: string; indicators: string[] }) =>
  indicators.length === 0 ? null : (
    <p class="govuk-body-s">
      {says}: {indicators.join('; ')}.
    </p>
  );
