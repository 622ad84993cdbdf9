import type { Attribute, Countable } from '../platform/module.ts';
import { type AskedTable, readTable } from './asked.ts';
import { withinSentence } from './dimension.ts';
import { attributesOf, type Offered } from './offered.ts';

type Choice = { value: string; text: string };

/** What a kind may be told apart by: each attribute, and any two yes-or-no ones as a set. */
export function waysToTell(countable: Countable, offered: Offered): { alone: Choice[]; sets: Choice[] } {
  const several = Object.entries(countable.several ?? {});
  const together = new Set(several.flatMap(([, { of }]) => of));
  const told = tellable(countable, offered).filter(([name]) => !together.has(name));
  const yesOrNo = told.filter(([, { values }]) => Object.hasOwn(values, 'yes') && Object.keys(values).length === 2);
  return {
    alone: [...told, ...several].map(([value, { label }]) => ({ value, text: label })),
    sets: yesOrNo.flatMap(([first, one], at) =>
      yesOrNo.slice(at + 1).map(([second, other]) => ({
        value: `${first}+${second}`,
        text: `${one.label}, ${withinSentence(other.label)}, or both`,
      })),
    ),
  };
}

/** Of whom alone a table may be: the period says when, and what nobody recorded is no group. */
export function cohortsOf(countable: Countable, offered: Offered): { label: string; choices: Choice[] }[] {
  const answers = countable.within?.answers ?? {};
  return tellable(countable, offered)
    .filter(([, { ofTheYear }]) => !ofTheYear)
    .map(([name, { label, values }]) => ({
      label,
      choices: Object.entries(values)
        .filter(([code]) => code !== 'not_recorded' && code !== 'U' && (answers[name]?.includes(code) ?? true))
        .map(([code, says]) => ({
          value: `${name}=${code}`,
          text: `Only: ${says === label ? says : `${withinSentence(label)}, ${withinSentence(says)}`}`,
        })),
    }));
}

const tellable = (countable: Countable, offered: Offered): [string, Attribute][] =>
  Object.entries(attributesOf(countable, offered)).filter(([name]) => !countable.means?.includes(name));

const whyNoRate = ({ population }: Countable): string =>
  population
    ? `A rate is of all ${population.says} in the area. How many of them are of each age, sex or status is not known: choose something else, of all of them`
    : 'There is no rate of these, since how many people they are among is not known: choose counts or percentages';

type Choosing = { table: AskedTable; wrong?: undefined } | { table?: undefined; wrong: string };

/** The table put together from the lists, or why it would say nothing. */
export function readChoice(query: URLSearchParams, offered: Offered): Choosing {
  const chosen = (name: string) => query.get(name) ?? '';
  const kind = chosen('count');
  const by = [chosen('by'), chosen('and')].filter((name) => name !== '');
  const only = chosen('only');
  const named = [...by.flatMap((name) => name.split('+')), ...(only ? [only.split('=')[0]] : [])];
  if (new Set(named).size < named.length)
    return {
      wrong: 'Choose something else beside it: a thing cannot be told apart by itself, or by what all of it is',
    };
  const countable = offered.countables.find((one) => one.kind === kind);
  const as = chosen('as');
  if (as === 'percent' && by.length === 0)
    return { wrong: 'Choose by what: a percentage is of the whole, so a table by nothing has none' };
  const [counted, ofWhom] = [[kind, ...by].join('.'), only && `@${only}`];
  const table = readTable(counted + (as && `:${as}`) + ofWhom, offered);
  if (!table && as === 'rate' && countable && readTable(counted + ofWhom, offered))
    return { wrong: whyNoRate(countable) };
  if (!table || named.some((name) => name !== undefined && countable?.means?.includes(name)))
    return { wrong: 'That table cannot be made: choose from the lists' };
  return { table };
}
