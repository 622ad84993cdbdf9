import { isRefusal } from '../kernel/index.ts';
import type { Answers, Questions, Raw } from './questions.tsx';

/** Of what was sent, what answers these questions. A day is sent in parts, each under the question's name. */
export function onlyAsked(raw: Raw, questions: Questions): Raw {
  const names = Object.keys(questions);
  return Object.fromEntries(
    Object.entries(raw).filter(([sent]) => names.some((name) => sent === name || sent.startsWith(`${name}-`))),
  );
}

/** All answers, or the sentence beside each question that was not answered. */
export function readAnswers<Q extends Questions>(
  questions: Q,
  raw: Raw,
): { answers: Answers<Q> } | { errors: Record<string, string> } {
  const answers: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  for (const [name, question] of Object.entries(questions)) {
    const answer = question.read(raw, name);
    if (isRefusal(answer)) errors[name] = answer.refused;
    else answers[name] = answer;
  }
  return Object.keys(errors).length > 0 ? { errors } : { answers: answers as Answers<Q> };
}

/** What a form would have sent for these answers: fills the form of a saved draft. */
export function writeAnswers<Q extends Questions>(questions: Q, answers: Partial<Answers<Q>>): Raw {
  return Object.assign(
    {},
    ...Object.entries(questions).map(([name, question]) =>
      name in answers ? question.write(answers[name], name) : {},
    ),
  );
}

/** Each question with its answer in words, for check-your-answers and for the record. What was not asked says ''. */
export function sayAnswers<Q extends Questions>(
  questions: Q,
  answers: Partial<Answers<Q>>,
): { ask: string; answer: string }[] {
  return Object.entries(questions)
    .map(([name, question]) => ({
      ask: question.ask,
      answer: name in answers ? question.say(answers[name]) : 'Not answered yet',
    }))
    .filter(({ answer }) => answer !== '');
}
