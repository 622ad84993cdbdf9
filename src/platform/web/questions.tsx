import { Checkboxes, DateInput, Input, Radios, Select, Textarea } from '@throughline/govuk-jsx';
import type { VNode } from 'preact';
import { dayOf, findPlainDate, isRefusal, type PlainDate, type Refusal, refuse, sayDay } from '../kernel/index.ts';

/** What a form sent: every value a name was given, in order. */
export type Raw = Readonly<Record<string, readonly string[]>>;

/** `heading`: the question's words are the main heading of its page. */
type Shown = { name: string; raw: Raw; error: string | undefined; heading?: boolean };

/**
 * One question: its words, how an answer is read, how it is shown again, how it is said on check-your-answers, and what
 * a form would have sent for it. Form, error summary, summary page and the stored answer's type all come from here.
 */
export type Question<Answer> = {
  ask: string;
  read(raw: Raw, name: string): Answer | Refusal;
  /** Null where the question is not asked now. */
  show(shown: Shown): VNode | null;
  say(answer: Answer): string;
  write(answer: Answer, name: string): Record<string, string[]>;
};
export type Questions = Record<string, Question<unknown>>;
export type Answers<Q extends Questions> = {
  [Name in keyof Q]: Q[Name] extends Question<infer Answer> ? Answer : never;
};

/** `missing` is the sentence for no answer; a question without it may be left empty. */
type Asked<Missing extends string | undefined> = { ask: string; hint?: string; missing?: Missing };
type Maybe<Answer, Missing> = Missing extends string ? Answer : Answer | null;

type Words = { ask: string; hint?: string };
/** A question's words, hint and error as a field of one control has them, and as a group of controls does. */
const labelled = ({ ask, hint }: Words, { name, error, heading }: Shown) =>
  ({ ...{ name, label: ask, hint, error, heading }, labelSize: heading ? 'l' : 's' }) as const;
const legended = ({ ask, hint }: Words, { name, error, heading }: Shown) =>
  ({ ...{ name, legend: ask, hint, error, heading }, legendSize: heading ? 'l' : 's' }) as const;

const first = (raw: Raw, name: string): string => (raw[name]?.[0] ?? '').trim();

/** One line of words. */
export function text<Missing extends string | undefined = undefined>(
  asked: Asked<Missing> & { atMost?: number; width?: 2 | 3 | 4 | 5 | 10 | 20; autocomplete?: string },
): Question<Maybe<string, Missing>> {
  const { width, autocomplete } = asked;
  return {
    ask: asked.ask,
    read: (raw, name) => readWords(first(raw, name), asked, asked.atMost ?? 200),
    show: (shown) => (
      <Input
        {...labelled(asked, shown)}
        value={first(shown.raw, shown.name)}
        width={width}
        autocomplete={autocomplete}
      />
    ),
    say: (answer) => answer ?? 'Not given',
    write: (answer, name) => (answer === null ? {} : { [name]: [answer] }),
  };
}

/** Words over several lines. */
export function longText<Missing extends string | undefined = undefined>(
  asked: Asked<Missing> & { atMost?: number; rows?: number },
): Question<Maybe<string, Missing>> {
  return {
    ask: asked.ask,
    read: (raw, name) => readWords(first(raw, name), asked, asked.atMost ?? 5000),
    show: (shown) => (
      <Textarea {...labelled(asked, shown)} value={first(shown.raw, shown.name)} rows={asked.rows ?? 4} />
    ),
    say: (answer) => answer ?? 'Not given',
    write: (answer, name) => (answer === null ? {} : { [name]: [answer] }),
  };
}

function readWords<Missing extends string | undefined>(
  words: string,
  asked: Asked<Missing>,
  atMost: number,
): Maybe<string, Missing> | Refusal {
  if (words.length > atMost)
    return refuse(`“${asked.ask}”: use ${atMost} characters or fewer (this is ${words.length})`);
  if (words !== '') return words as Maybe<string, Missing>;
  return asked.missing === undefined ? (null as Maybe<string, Missing>) : refuse(asked.missing);
}

/** A whole number. `unit` stands behind it, on the page and in the record: “12 weeks”. */
export function number<Missing extends string | undefined = undefined>(
  asked: Asked<Missing> & { least?: number; most?: number; unit?: string },
): Question<Maybe<number, Missing>> {
  const { unit, most = MOST } = asked;
  return {
    ask: asked.ask,
    read: (raw, name) => readNumber(first(raw, name), asked),
    show: (shown) => (
      <Input
        {...labelled(asked, shown)}
        value={first(shown.raw, shown.name)}
        width={most < 1000 ? 3 : most < 100_000 ? 5 : 10}
        suffix={unit}
        inputmode="numeric"
        spellcheck={false}
      />
    ),
    say: (answer) => (answer === null ? 'Not given' : [answer.toLocaleString('en-GB'), unit].filter(Boolean).join(' ')),
    write: (answer, name) => (answer === null ? {} : { [name]: [String(answer)] }),
  };
}

/** More than this no column holds. */
const MOST = 999_999_999;

function readNumber<Missing extends string | undefined>(
  typed: string,
  asked: Asked<Missing> & { least?: number; most?: number },
): Maybe<number, Missing> | Refusal {
  const { ask, missing, least = 0, most = MOST } = asked;
  if (typed === '') return missing === undefined ? (null as Maybe<number, Missing>) : refuse(missing);
  const bare = typed.replaceAll(/(?<=\d)[, ](?=\d{3}(\D|$))/g, '');
  if (!/^-?\d+$/.test(bare)) return refuse(`“${ask}”: enter a whole number in figures, such as ${Math.max(least, 12)}`);
  const answer = Number(bare);
  if (answer >= least && answer <= most) return answer as Maybe<number, Missing>;
  if (asked.most === undefined)
    return refuse(`“${ask}”: enter ${answer < least ? `${least} or more` : 'a smaller number'}`);
  return refuse(`“${ask}”: enter a number from ${least} to ${most.toLocaleString('en-GB')}`);
}

export type Options<Code extends string> = Readonly<Record<Code, string | { says: string; hint: string }>>;
const saysOption = (option: string | { says: string; hint: string }) =>
  typeof option === 'string' ? option : option.says;
const codesOf = <Code extends string>(options: Options<Code>) => Object.keys(options) as Code[];

/** One of a few, all of them shown. What is accepted is what is shown. */
export function radios<Code extends string, Missing extends string | undefined = undefined>(
  asked: Asked<Missing> & { options: Options<Code>; inline?: boolean },
): Question<Maybe<Code, Missing>> {
  const { options, inline } = asked;
  return {
    ask: asked.ask,
    read: (raw, name) => readCode(first(raw, name), asked),
    show: (shown) => (
      <Radios
        {...legended(asked, shown)}
        inline={inline}
        value={first(shown.raw, shown.name)}
        items={itemsOf(options)}
      />
    ),
    say: (answer) => (answer === null ? 'Not given' : saysOption(options[answer as Code])),
    write: (answer, name) => (answer === null ? {} : { [name]: [answer] }),
  };
}

function itemsOf<Code extends string>(options: Options<Code>) {
  return codesOf(options).map((value) => {
    const option = options[value];
    return typeof option === 'string' ? { value, text: option } : { value, text: option.says, hint: option.hint };
  });
}

function readCode<Code extends string, Missing extends string | undefined>(
  sent: string,
  asked: Asked<Missing> & { options: Options<Code> },
): Maybe<Code, Missing> | Refusal {
  const code = codesOf(asked.options).find((one) => one === sent);
  if (code) return code as Maybe<Code, Missing>;
  if (sent === '' && asked.missing === undefined) return null as Maybe<Code, Missing>;
  return refuse(asked.missing ?? 'Choose one of the answers listed');
}

/** One of many, from a list that folds away. */
export function select<Code extends string, Missing extends string | undefined = undefined>(
  asked: Asked<Missing> & { options: Options<Code>; none?: string },
): Question<Maybe<Code, Missing>> {
  const { options, none = 'Choose' } = asked;
  const items = [
    { value: '', text: none },
    ...codesOf(options).map((value) => ({ value, text: saysOption(options[value]) })),
  ];
  return {
    ...radios(asked),
    show: (shown) => <Select {...labelled(asked, shown)} value={first(shown.raw, shown.name)} items={items} />,
  };
}

export function yesNo<Missing extends string | undefined = undefined>(
  asked: Asked<Missing>,
): Question<Maybe<boolean, Missing>> {
  const choice = radios({ ...asked, options: { yes: 'Yes', no: 'No' }, inline: true });
  return {
    ask: asked.ask,
    read: (raw, name) => {
      const answer = choice.read(raw, name);
      return (isRefusal(answer) || answer === null ? answer : answer === 'yes') as Maybe<boolean, Missing> | Refusal;
    },
    show: choice.show,
    say: (answer) => (answer === null ? 'Not given' : answer ? 'Yes' : 'No'),
    write: (answer, name) => (answer === null ? {} : { [name]: [answer ? 'yes' : 'no'] }),
  };
}

/** Any number of a few. With `missing`, at least one. Those in `alone` ("None") stand with no other. */
export function checkboxes<Code extends string>(
  asked: Asked<string | undefined> & { options: Options<Code>; alone?: readonly NoInfer<Code>[] },
): Question<Code[]> {
  const { options, missing, alone = [] } = asked;
  return {
    ask: asked.ask,
    read: (raw, name) => {
      const chosen = codesOf(options).filter((code) => raw[name]?.includes(code));
      const lonely = alone.find((code) => chosen.includes(code));
      if (lonely && chosen.length > 1) return refuse(`Choose “${saysOption(options[lonely])}” alone, or leave it out`);
      return chosen.length === 0 && missing !== undefined ? refuse(missing) : chosen;
    },
    show: (shown) => (
      <Checkboxes
        {...legended(asked, shown)}
        values={shown.raw[shown.name] ?? []}
        items={itemsOf(options).map((item) => ({ ...item, exclusive: alone.includes(item.value) }))}
      />
    ),
    say: (answer) => answer.map((code) => saysOption(options[code])).join(', ') || 'None',
    write: (answer, name) => ({ [name]: [...answer] }),
  };
}

/** A day, asked as day, month and year. */
export function day<Missing extends string | undefined = undefined>(
  asked: Asked<Missing> & { notAfter?: PlainDate; notBefore?: PlainDate },
): Question<Maybe<PlainDate, Missing>> {
  const parts = (raw: Raw, name: string) =>
    (['day', 'month', 'year'] as const).map((part) => first(raw, `${name}-${part}`));
  return {
    ask: asked.ask,
    read: (raw, name) => readDay(parts(raw, name), asked),
    show: (shown) => {
      const [d, m, y] = parts(shown.raw, shown.name);
      return <DateInput {...legended(asked, shown)} value={{ day: d, month: m, year: y }} />;
    },
    say: (answer) => (answer === null ? 'Not given' : sayDay(answer)),
    write: (answer, name): Record<string, string[]> => {
      const found = answer === null ? undefined : findPlainDate(answer);
      if (!found) return {};
      const [y = '', m = '', d = ''] = found.split('-');
      return { [`${name}-day`]: [String(Number(d))], [`${name}-month`]: [String(Number(m))], [`${name}-year`]: [y] };
    },
  };
}

function readDay<Missing extends string | undefined>(
  [d = '', m = '', y = '']: string[],
  asked: Asked<Missing> & { notAfter?: PlainDate; notBefore?: PlainDate },
): Maybe<PlainDate, Missing> | Refusal {
  if (d === '' && m === '' && y === '')
    return asked.missing === undefined ? (null as Maybe<PlainDate, Missing>) : refuse(asked.missing);
  const found =
    /^\d{1,2}$/.test(d) && /^\d{1,2}$/.test(m) && /^\d{4}$/.test(y)
      ? dayOf(Number(y), Number(m), Number(d))
      : undefined;
  if (!found) return refuse('Enter a real day, month and year, such as 30 1 2024');
  if (asked.notAfter && found > asked.notAfter) return refuse(`Enter a day no later than ${sayDay(asked.notAfter)}`);
  if (asked.notBefore && found < asked.notBefore)
    return refuse(`Enter a day no earlier than ${sayDay(asked.notBefore)}`);
  return found as Maybe<PlainDate, Missing>;
}
