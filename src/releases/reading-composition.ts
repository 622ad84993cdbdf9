import { profiles } from '@throughline/disclosure';
import { lastCalendarYear, readPeriod } from '../figures/index.ts';
import { isRefusal, type PlainDate, sayDay } from '../platform/kernel/index.ts';
import { type AskedTable, readTable, writeTable } from './asked.ts';
import { readChoice } from './choices.ts';
import type { Composition, ProfileId } from './composition.ts';
import { attributesOf, countableOf, type Offered } from './offered.ts';
import { namesQuartersTwice } from './quarters.ts';
import type { FrozenTable, Release } from './release.ts';
import { annualReport, inOrderOfSections } from './sections.ts';

/** Of each question, what is wrong with what was typed. */
export type Wrong = Partial<Record<'from' | 'to' | 'profile' | 'table' | 'count' | 'by', string>>;
export type ReadComposition = Composition & {
  /** As typed, a real day or not. */
  typed: { from: string; to: string };
  wrong: Wrong;
  /** The table that was just put together from the lists. */
  added: AskedTable | undefined;
  /** Nothing can be counted as it was asked: the sentence stands beside its question. */
  stopped: boolean;
};

/** Of what was asked for, what can be. What cannot stays as it was typed, with one sentence beside it. */
export function readComposition(query: URLSearchParams, offered: Offered, today: PlainDate): ReadComposition {
  const usual = lastCalendarYear(today);
  const typed = query.has('from') ? { from: query.get('from') ?? '', to: query.get('to') ?? '' } : usual;
  const period = readPeriod(typed.from, typed.to);
  const profile = readProfile(query);
  const { tables, left, added, count, by } = readTables(query, offered);
  const wrong: Wrong = {
    ...(isRefusal(period) && { [period.beside ?? 'from']: period.refused }),
    ...(!isRefusal(period) && whyNotOver(period, tables, offered, today)),
    ...(profile === undefined && { profile: `“${query.get('profile')}” is no kind of reader: choose one` }),
    ...((left.length > 0 || tables.length === 0) && { table: sayLeft(left, tables.length === 0) }),
    ...(count !== undefined && { count }),
    ...(by !== undefined && { by }),
  };
  const sectioned = query.has('table') ? query.get('sections') === 'yes' : true;
  return {
    ...{ profile: profile ?? 'public', period: isRefusal(period) ? usual : period, sectioned, typed, wrong },
    tables: sectioned ? inOrderOfSections(tables) : tables,
    added,
    stopped: tables.length === 0 || ['from', 'to', 'profile'].some((name) => name in wrong),
  };
}

function readProfile(query: URLSearchParams): ProfileId | undefined {
  const typed = query.get('profile') ?? 'public';
  return (Object.keys(profiles) as ProfileId[]).find((id) => id === typed);
}

function readTables(query: URLSearchParams, offered: Offered) {
  const texts = query.has('table') ? query.getAll('table').filter((text) => text !== '') : annualReport;
  const read = [...new Set(texts)].map((text) => ({ text, table: readTable(text, offered) }));
  const tables: AskedTable[] = read.flatMap(({ table }) => table ?? []);
  const { table: added, wrong: by } = query.get('step') === 'add' ? readAdded(query, tables, offered) : {};
  return {
    tables: added ? [...tables, added] : tables,
    left: read.flatMap(({ text, table }) => (table ? [] : [text])),
    added,
    count: query.get('step') === 'choose' && !query.get('count') ? 'Choose what is counted' : undefined,
    by,
  };
}

function readAdded(query: URLSearchParams, tables: readonly AskedTable[], offered: Offered) {
  const chosen = readChoice(query, offered);
  return chosen.table && tables.some((one) => writeTable(one) === writeTable(chosen.table))
    ? { wrong: 'This table is chosen already: choose something else' }
    : chosen;
}

function whyNotOver(period: Composition['period'], tables: AskedTable[], offered: Offered, today: PlainDate): Wrong {
  if (period.from > today)
    return { from: `Nothing can be counted yet: the first day is after today, ${sayDay(today)}` };
  const byQuarter = tables.some((asked) =>
    asked.by.some((name) => attributesOf(countableOf(asked, offered), offered)[name]?.ofTheYear),
  );
  return byQuarter && namesQuartersTwice({ from: period.from, to: period.to < today ? period.to : today })
    ? { to: 'A table by quarter needs a period with no quarter twice: take a year or less, or leave that table out' }
    : {};
}

function sayLeft(left: readonly string[], noneElse: boolean): string {
  if (left.length === 0) return 'Choose at least one table';
  const named = left.map((text) => `“${text}”`).join(', ');
  if (noneElse) return `${named} cannot be made: choose at least one table`;
  return `${named} cannot be made, and ${left.length === 1 ? 'is' : 'are'} left out`;
}

/** The address of a composition: what is asked for, and nothing of what was counted. */
export const addressOf = ({ tables, ...rest }: Composition): string =>
  `/releases/compose?${queryOf(rest, tables.map(writeTable))}`;

/** The same composition again, with the words of that release, to go on from. */
export function addressAgain(release: Release, tables: readonly FrozenTable[]): string {
  const sectioned = tables.some(({ words }) => words.opens !== undefined);
  const query = queryOf(
    { ...release, sectioned },
    tables.map(({ asked }) => asked),
  );
  query.append('again', release.reference);
  return `/releases/compose?${query}`;
}

function queryOf({ period, profile, sectioned }: Omit<Composition, 'tables'>, tables: readonly string[]) {
  const query = new URLSearchParams({ from: period.from, to: period.to, profile });
  if (sectioned) query.append('sections', 'yes');
  // None at all is none, and not the annual report.
  for (const table of tables.length > 0 ? tables : ['']) query.append('table', table);
  return query;
}
