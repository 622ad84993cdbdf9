import type { PlainDate, Refusal } from '../../platform/kernel/index.ts';
import type { Answers, Questions } from '../../platform/web/questions.tsx';
import type { SourceCode } from '../codes.ts';

/** What decides which questions somebody is asked. */
export type Asked = {
  today: PlainDate;
  /** They write down what somebody says on the telephone. */
  writesDown: boolean;
  /** The census source, where the agency they work for tells it. */
  source: SourceCode | undefined;
};

/** A section of the referral form. */
export type Section<Q extends Questions = Questions> = {
  key: string;
  title: string;
  asks(asked: Asked): Q;
  /** What holds between answers, beyond each question's own rule. */
  check?(answers: Answers<Q>): Refusal | undefined;
  /** Headings, each above the question named. */
  headings?: Partial<Record<keyof Q & string, string>>;
  repeats?: Repeats<Q>;
};

type Repeats<Q extends Questions> = {
  /** "child", "person": what one is called. */
  one: string;
  calls(answers: Answers<Q>): string;
  /** What is said when there is none to name; without it there must be at least one. */
  none?: string;
};
/** A section with a page for each child or person named. */
export type Repeating<Q extends Questions = Questions> = Section<Q> & { repeats: Repeats<Q> };

export function section<const Q extends Questions>(defined: Section<Q>): Section<Q> {
  return defined;
}

export function repeating<const Q extends Questions>(defined: Repeating<Q>): Repeating<Q> {
  return defined;
}

export const notKnown = { not_known: 'Not known' } as const;
