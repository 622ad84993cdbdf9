import { Checkboxes } from '@throughline/govuk-jsx';
import { isRefusal, refuse } from '../kernel/index.ts';
import type { Question, Raw } from './questions.tsx';

const NONE = 'none';
const NOTHING_MORE = 'nothing-more';

/**
 * A question that may have no answer, which must then be said: a tick for "No information", never a blank. `what`
 * finishes the sentence "Enter …". No information is `null`.
 */
export function orNoInformation<Answer>(what: string, question: Question<Answer | null>): Question<Answer | null> {
  const box = (name: string) => `${name}-none`;
  return {
    ask: question.ask,
    read: (raw, name) => {
      const answer = question.read(raw, name);
      if (isRefusal(answer)) return answer;
      const none = raw[box(name)]?.includes(NONE) ?? false;
      if (answer === null && !none && !raw[NOTHING_MORE]) return refuse(`Enter ${what}, or tick “No information”`);
      if (answer !== null && none) return refuse(`Enter ${what} or tick “No information”, not both`);
      return answer;
    },
    show: (shown) => (
      <div class="or-none">
        {question.show(shown)}
        <Checkboxes
          small
          name={box(shown.name)}
          values={shown.raw[box(shown.name)] ?? []}
          items={[
            {
              value: NONE,
              text: (
                <>
                  No information<span class="govuk-visually-hidden">: {question.ask}</span>
                </>
              ),
            },
          ]}
        />
      </div>
    ),
    say: (answer) => (answer === null ? 'No information' : question.say(answer)),
    write: (answer, name) => (answer === null ? { [box(name)]: [NONE] } : question.write(answer, name)),
  };
}

/** Last on a page of many such questions: one tick says there is no information on whatever was left blank. */
export const nothingMore = {
  [NOTHING_MORE]: {
    ask: 'What is left blank',
    read: () => undefined,
    show: ({ name, raw }) => (
      <Checkboxes
        name={name}
        values={raw[name] ?? []}
        items={[{ value: NONE, text: 'I have no information on anything I left blank above' }]}
      />
    ),
    say: () => '',
    write: () => ({}),
  } satisfies Question<undefined>,
};

/**
 * A question asked only of some readers, or only when another (named first) got one of these answers. Not asked, its
 * answer is undefined and nothing is said of it. With JavaScript it appears when it is asked; without, its own words
 * must say when.
 */
export function onlyIf<Answer>(
  when: boolean | readonly [other: string, ...answers: string[]],
  question: Question<Answer>,
): Question<Answer | undefined> {
  const isAsked = (raw: Raw): boolean => {
    if (typeof when === 'boolean') return when;
    const [other, ...answers] = when;
    return raw[other]?.some((sent) => answers.includes(sent)) ?? false;
  };
  return {
    ask: question.ask,
    read: (raw, name) => (isAsked(raw) ? question.read(raw, name) : undefined),
    show: (shown) => {
      if (typeof when === 'boolean') return when ? question.show(shown) : null;
      const [other, ...answers] = when;
      return (
        <div class="only-if" data-only-if={other} data-only-if-is={answers.join(' ')}>
          {question.show(shown)}
        </div>
      );
    },
    say: (answer) => (answer === undefined ? '' : question.say(answer)),
    write: (answer, name) => (answer === undefined ? {} : question.write(answer, name)),
  };
}
