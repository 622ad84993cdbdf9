import { type Cell, plainly, type Reading, readDay } from '@throughline/office-files';
import type { PlainDate } from '../kernel/index.ts';

/** `isName`: words that stand for nothing elsewhere may be what somebody is called. */
export type CellReader<T> = { isName?: true; read(cell: Cell): Reading<T> };

export const text: CellReader<string> = {
  read: ({ text }) =>
    text.length <= 4000
      ? { value: text }
      : { problem: 'is longer than 4,000 characters', remedy: 'Shorten it, or keep it in another document.' },
};

/** What somebody is called. */
export const name: CellReader<string> = { ...text, isName: true };

/** A number or name somebody else's system gave: letters and digits only, as the census wants a child's. In capitals. */
export const identifier: CellReader<string> = {
  read: ({ kind, text }) => {
    if (/^[\d.]+e\+\d+$/i.test(text) || (kind === 'number' && !Number.isSafeInteger(Number(text))))
      return {
        problem: 'was shortened by Excel, so digits are lost',
        remedy: 'Format the column as text in the system it came from.',
      };
    if (/^[A-Za-z0-9]{1,20}$/.test(text)) return { value: text.toUpperCase() };
    return { problem: 'is not an identifier', remedy: 'Use up to 20 letters and digits, nothing else.' };
  },
};

export const day: CellReader<PlainDate> = { read: (cell) => readDay(cell) as Reading<PlainDate> };

export const yesNo: CellReader<boolean> = {
  read: ({ text }) => {
    const { rest, prefix } = withoutLetter(text);
    const value = new Map(Object.entries({ yes: true, y: true, true: true, no: false, n: false, false: false })).get(
      rest.toLowerCase(),
    );
    if (value !== undefined) return prefix ? { value, repaired: prefix } : { value };
    return { problem: 'is neither yes nor no', remedy: 'Write Yes or No.' };
  },
};

export const whole: CellReader<number> = {
  read: ({ text }) =>
    /^\d{1,9}$/.test(text)
      ? { value: Number(text) }
      : { problem: 'is not a whole number', remedy: 'Write a whole number: 0, 1, 2.' },
};

/** The codes of a list with their words, and other ways of writing them that can mean nothing else. */
export type CodeList<Code extends string> = {
  name: string;
  codes: Readonly<Record<Code, string>>;
  also?: Readonly<Record<string, NoInfer<Code>>>;
};

/** Takes a code or its words. Ofsted's letter before it (`a) Male`) and words after it (`6: Police`) are repaired. */
export function code<Code extends string>(list: CodeList<Code>): CellReader<Code> {
  const known = spellings(list);
  return {
    read: ({ text }) => {
      if (isCode(list, text)) return { value: text };
      const plain = known.get(plainly(text));
      if (plain && plainly(list.codes[plain]) === plainly(text)) return { value: plain };
      if (plain) return { value: plain, repaired: 'another way of writing the code' };
      const { rest, prefix } = withoutLetter(text);
      const found = known.get(plainly(rest)) ?? leadingCode(list, known, rest);
      if (found) return { value: found, repaired: prefix ?? 'a code and words together' };
      return { problem: `is not a code for ${list.name}`, remedy: `Use one of: ${sayCodes(list)}.` };
    },
  };
}

function isCode<Code extends string>(list: CodeList<Code>, text: string): text is Code {
  return Object.hasOwn(list.codes, text);
}

function spellings<Code extends string>(list: CodeList<Code>): Map<string, Code> {
  const known = new Map<string, Code>();
  for (const [written, meant] of Object.entries(list.also ?? {})) known.set(plainly(written), meant as Code);
  for (const one of Object.keys(list.codes) as Code[]) known.set(plainly(list.codes[one]), one).set(plainly(one), one);
  return known;
}

/** `N1 - Abuse or neglect`, `6: Police`. Where the words are those of another code, nobody can tell which was meant. */
function leadingCode<Code extends string>(
  list: CodeList<Code>,
  known: Map<string, Code>,
  text: string,
): Code | undefined {
  const [, first = '', words = ''] = text.match(/^([0-9A-Za-z_]+)\s*(?:[:.–-]|\s(?=\S))\s*(.*)$/) ?? [];
  const found = (Object.keys(list.codes) as Code[]).find((one) => one.toLowerCase() === first.toLowerCase());
  if (!found || (!/\d/.test(found) && !/^\w+\s*[:.–-]/.test(text))) return undefined;
  const meant = known.get(plainly(words));
  return meant === undefined || meant === found ? found : undefined;
}

const sayCodes = <Code extends string>(list: CodeList<Code>) =>
  Object.entries<string>(list.codes)
    .map(([one, words]) => (plainly(one) === plainly(words) ? one : `${one} (${words})`))
    .join(', ');

function withoutLetter(text: string): { rest: string; prefix?: string } {
  const [, letter, rest = ''] = text.match(/^([a-z])\s*\)\s*(.+)$/i) ?? [];
  return letter ? { rest, prefix: 'the letter of the form before the code' } : { rest: text };
}
