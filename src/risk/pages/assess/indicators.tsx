import { Checkboxes, ErrorMessage, Fieldset, Input, Radios, Select, Textarea } from '@throughline/govuk-jsx';
import type { VNode } from 'preact';
import { refuse } from '../../../platform/kernel/index.ts';
import type { Question, Raw } from '../../../platform/web/questions.tsx';
import { type Basis, basisWords, type IndicatorAnswer } from '../../answer.ts';
import { type AnswerSoFar, type DomainSoFar, gapsIn } from '../../draft.ts';
import {
  type AssessmentInstrument,
  type Domain,
  type Presence,
  presenceWords,
  type Recency,
} from '../../instrument.ts';

const REST = 'rest';
const LONGEST = 5000;

/**
 * All indicators of one domain as one question. Whatever is typed is taken and saved: what is still missing is said
 * beside each indicator whenever the page is shown again, and stands in the way only of completing.
 */
export function domainQuestion(
  domain: Domain,
  instrument: AssessmentInstrument,
  lastTime: ReadonlyMap<string, IndicatorAnswer>,
): Question<DomainSoFar> {
  const { recencies } = instrument;
  return {
    ask: domain.name,
    read: (raw) => {
      const soFar = readDomain(domain, recencies, raw);
      const long = soFar.answers.find(({ evidence = '' }) => evidence.length > LONGEST);
      return long ? refuse(`${long.indicator}: use ${LONGEST} characters or fewer for the evidence`) : soFar;
    },
    show: ({ name, raw, error }) => {
      const soFar = readDomain(domain, recencies, raw);
      const begun = soFar.answers.length > 0 || soFar.nothingOnTheRest;
      const gaps = new Map((begun ? gapsIn(domain, soFar) : []).map(({ indicator, says }) => [indicator, says]));
      return (
        <div id={name}>
          {error && <ErrorMessage>{error}</ErrorMessage>}
          {domain.indicators.map(({ code, says }) => (
            <IndicatorRow
              says={says}
              answer={soFar.answers.find(({ indicator }) => indicator === code) ?? { indicator: code }}
              gap={gaps.get(code)}
              recencies={recencies}
              lastTime={lastTime.get(code)}
            />
          ))}
          <Checkboxes
            name={REST}
            values={soFar.nothingOnTheRest ? ['nothing'] : []}
            items={[
              { value: 'nothing', text: 'No information on the rest of this part', hint: 'Not known is not “no”.' },
            ]}
          />
        </div>
      );
    },
    say: ({ answers }) => `${answers.length} answered`,
    write: writeDomain,
  };
}

type Recencies = AssessmentInstrument['recencies'];

function readDomain({ indicators }: Domain, recencies: Recencies, raw: Raw): DomainSoFar {
  const first = (name: string) => raw[name]?.[0]?.trim() || undefined;
  const code = <Code extends string>(name: string, words: Readonly<Record<Code, string>>): Code | undefined =>
    (Object.keys(words) as Code[]).find((one) => one === first(name));
  const answers = indicators.map(
    ({ code: indicator }): AnswerSoFar => ({
      indicator,
      present: code<Presence>(indicator, presenceWords),
      recency: code<Recency>(`${indicator}-recency`, recencies),
      basis: code<Basis>(`${indicator}-basis`, basisWords),
      evidence: first(`${indicator}-evidence`),
      sourceAgency: first(`${indicator}-source`),
    }),
  );
  const isBegun = ({ indicator: _, ...said }: AnswerSoFar) => Object.values(said).some(Boolean);
  return { answers: answers.filter(isBegun), nothingOnTheRest: raw[REST]?.includes('nothing') ?? false };
}

function writeDomain({ answers, nothingOnTheRest }: DomainSoFar): Record<string, string[]> {
  const sent = answers.flatMap(({ indicator, present, recency, basis, evidence, sourceAgency }) => [
    [indicator, present],
    [`${indicator}-recency`, recency],
    [`${indicator}-basis`, basis],
    [`${indicator}-evidence`, evidence],
    [`${indicator}-source`, sourceAgency],
  ]);
  const given = sent.flatMap(([name, value]) => (name && value ? [[name, [value]]] : []));
  return { ...Object.fromEntries(given), ...(nothingOnTheRest && { [REST]: ['nothing'] }) };
}

type Row = {
  says: string;
  answer: AnswerSoFar;
  gap: string | undefined;
  recencies: Recencies;
  lastTime: IndicatorAnswer | undefined;
};

/** One line to answer; the evidence is asked below it when the answer is yes or possible. */
function IndicatorRow({ says, answer, gap, recencies, lastTime }: Row): VNode {
  const name = answer.indicator;
  return (
    <div class="indicator">
      <Fieldset legend={`${name} ${says}`} legendSize="s" describedBy={gap && `${name}-gap`}>
        {lastTime && <p class="govuk-hint indicator__last">{sayLastTime(lastTime, recencies)}</p>}
        {gap && <ErrorMessage id={`${name}-gap`}>{gap}</ErrorMessage>}
        <Radios small inline name={name} value={answer.present} items={itemsOf(presenceWords)} />
        <div class="indicator__evidence">
          <Select
            name={`${name}-recency`}
            label="How recent"
            value={answer.recency ?? ''}
            items={[{ value: '', text: 'Choose' }, ...itemsOf(recencies)]}
          />
          <Select
            name={`${name}-basis`}
            label="What it rests on"
            value={answer.basis ?? ''}
            items={[{ value: '', text: 'Choose' }, ...itemsOf(basisWords)]}
          />
          <Input name={`${name}-source`} label="From which agency" value={answer.sourceAgency} />
          <Textarea
            name={`${name}-evidence`}
            label="Evidence"
            rows={2}
            value={answer.evidence}
            groupClass="indicator__words"
          />
        </div>
      </Fieldset>
    </div>
  );
}

const itemsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }));

function sayLastTime({ present, recency, evidence }: IndicatorAnswer, recencies: Recencies): string {
  const when = recency ? `, ${recencies[recency].toLowerCase()}` : '';
  return `Last time: ${presenceWords[present].toLowerCase()}${when}.${evidence ? ` ${evidence}` : ''}`;
}
