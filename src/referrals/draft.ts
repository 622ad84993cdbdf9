import { clock, dueAfter } from '../platform/clocks.ts';
import {
  daysBetween,
  type Id,
  londonDay,
  type PlainDate,
  type Refusal,
  refuse,
  sayCount,
  sayDay,
} from '../platform/kernel/index.ts';
import { readAnswers, sayAnswers, writeAnswers } from '../platform/web/answers.ts';
import type { Answers, Questions, Raw } from '../platform/web/questions.tsx';
import { entriesOf } from './entries.ts';
import { type Asked, type Section, sectionsFor } from './sections/index.ts';

export type DraftId = Id<'draft'>;
/** What has been saved of each section, as it came from the database. */
export type Saved = Readonly<Record<string, unknown>>;

/** A referral being written. Only its author sees it; it ends by being sent, or by expiring. */
export type Draft = {
  id: DraftId;
  startedAt: Date;
  expiresOn: PlainDate;
  asked: Asked;
  saved: Saved;
  /** The reference of the referral it became. */
  sentAs: string | null;
};

export const expiryOf = (startedOn: PlainDate): PlainDate => dueAfter('C29', startedOn);

/** Why nothing more can be written in it. The database refuses for the same reasons. */
export function whyClosed({ sentAs, startedAt, expiresOn, asked }: Draft): Refusal | undefined {
  if (sentAs) return refuse(`You have already sent this referral. Its reference is ${sentAs}.`);
  if (expiresOn >= asked.today) return undefined;
  return refuse(
    `This referral was not sent by ${sayDay(expiresOn)}, so it has expired and cannot be opened. You started it on ${sayDay(londonDay(startedAt))}.`,
  );
}

/** A reminder to its author in the last days before it expires. */
export function reminder(expiresOn: PlainDate, today: PlainDate): string | undefined {
  const left = daysBetween(today, expiresOn);
  if (left < 0 || left > clock('C29.remind').limit) return undefined;
  if (left === 0) return 'Send it today: tomorrow it can no longer be opened.';
  return `Send it by ${sayDay(expiresOn)} (${sayCount(left, 'day')} left): after that it can no longer be opened.`;
}

/** The answers saved for a section, if they still answer every question of it. */
export function findAnswers<Q extends Questions>(section: Section<Q>, draft: Draft): Answers<Q> | undefined {
  return answersTo(section, draft.saved[section.key], draft.asked);
}

/** A section left half way: what was typed, as it was typed. It answers nothing yet. */
type Unfinished = { typed: Raw };
export const unfinished = (typed: Raw): Unfinished => ({ typed });

const isUnfinished = (saved: unknown): saved is Unfinished =>
  typeof saved === 'object' && saved !== null && 'typed' in saved;

/** What fills the form of a section: whatever is saved, finished or not. */
export function fillWith(section: Section, saved: unknown, asked: Asked): Raw {
  if (isUnfinished(saved)) return saved.typed;
  return typeof saved === 'object' && saved !== null
    ? writeAnswers(section.asks(asked), saved as Record<string, unknown>)
    : {};
}

export function findEntries<Q extends Questions>(
  section: Section<Q>,
  draft: Draft,
): { id: string; answers: Answers<Q> | undefined }[] {
  return entriesOf(draft.saved[section.key]).entries.map(({ id, answers }) => ({
    id,
    answers: answersTo(section, answers, draft.asked),
  }));
}

/** What the children, or the people of the family, are called so far. */
export function namesIn(section: Section, draft: Draft): string[] {
  return findEntries(section, draft).flatMap(({ answers }) => (answers && section.repeats?.calls(answers)) ?? []);
}

/** Sections still to do, in the order of the form. */
export function whatIsMissing(draft: Draft): Section[] {
  return sectionsFor(draft.asked).filter((section) => !isDone(section, draft));
}

export function isDone(section: Section, draft: Draft): boolean {
  if (!section.repeats) return findAnswers(section, draft) !== undefined;
  const entries = findEntries(section, draft);
  if (entries.length > 0) return entries.every(({ answers }) => answers !== undefined);
  return section.repeats.none !== undefined && entriesOf(draft.saved[section.key]).none;
}

/** A section in the words it was asked and answered in; each child or person of the family is one of its own. */
export type AnsweredSection = {
  key: string;
  title: string;
  said: { ask: string; answer: string }[];
  /** The answers themselves, by question. */
  answers: unknown;
};

/** Something of it is saved, and more is to be answered. */
export const isBegun = (section: Section, draft: Draft): boolean =>
  isUnfinished(draft.saved[section.key]) || entriesOf(draft.saved[section.key]).entries.length > 0;

/** The form in words, for check-your-answers and for the record. Sections not yet answered are left out. */
export function sayDraft(draft: Draft): AnsweredSection[] {
  return sectionsFor(draft.asked).flatMap((section) => {
    const { key, title, repeats } = section;
    const say = (title: string, answers: object | undefined): AnsweredSection[] =>
      answers ? [{ key, title, said: sayAnswers(section.asks(draft.asked), answers), answers }] : [];
    if (!repeats) return say(title, findAnswers(section, draft));
    const entries = findEntries(section, draft);
    if (entries.length === 0 && repeats.none && isDone(section, draft))
      return [{ key, title, said: [{ ask: title, answer: repeats.none }], answers: null }];
    return entries.flatMap(({ answers }) => say(answers ? `${title}: ${repeats.calls(answers)}` : title, answers));
  });
}

/** Saved answers are read as a form is, by the same questions and rules: nothing else vouches for them. */
function answersTo<Q extends Questions>(section: Section<Q>, saved: unknown, asked: Asked): Answers<Q> | undefined {
  if (typeof saved !== 'object' || saved === null || isUnfinished(saved)) return undefined;
  const questions = section.asks(asked);
  const read = readAnswers(questions, writeAnswers(questions, saved as Partial<Answers<Q>>));
  return 'answers' in read && !section.check?.(read.answers) ? read.answers : undefined;
}
