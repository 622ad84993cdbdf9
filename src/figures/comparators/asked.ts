import { addDays, addMonths, findPlainDate, type PlainDate, sayDay } from '../../platform/kernel/index.ts';
import { listInForce, type NeighbourList } from './comparator.ts';
import { type Topic, topics } from './topics.ts';

/** What the reader asks to compare. What cannot be read is said, and something sensible is shown instead. */
export type Asked = {
  topic: Topic;
  chosen: readonly NeighbourList[];
  /** Our records as at this day, and as at an earlier one. */
  asAt: PlainDate;
  before: PlainDate;
  /** Published figures up to this day. */
  upTo: PlainDate;
  /** By the question it stands beside: what cannot be read, and what is shown instead. */
  wrong: Readonly<Partial<Record<Question, string>>>;
  /** A day that was written and is not used: it stays where it was written. */
  written: Readonly<Partial<Record<Question, string>>>;
};
export type Question = 'topic' | 'list' | 'as-at' | 'before' | 'up-to';

/** As far back as a report may reach. */
const MONTHS_BACK = 120;

export function readAsked(query: URLSearchParams, today: PlainDate, lists: readonly NeighbourList[]): Asked {
  const wrong: Partial<Record<Question, string>> = {};
  const written: Partial<Record<Question, string>> = {};
  const earliest = addMonths(today, -MONTHS_BACK);
  const day = (name: 'as-at' | 'before', called: string, instead: PlainDate, latest: PlainDate): PlainDate => {
    const typed = query.get(name);
    if (!typed) return instead;
    const found = findPlainDate(typed);
    const why = whyNot(found, earliest, latest);
    if (found && !why) return found;
    wrong[name] = `${called} ${why}: ${sayDay(instead)} is shown instead.`;
    written[name] = typed;
    return instead;
  };
  const asAt = day('as-at', 'The day of our records', today, today);
  const before = day('before', 'The earlier day', addMonths(asAt, -12), addDays(asAt, -1));
  const topic = topics.find(({ id }) => id === query.get('topic'));
  if (query.has('topic') && !topic) wrong.topic = `There is no such measure: ${FIRST.title} is shown instead.`;
  const models = query.getAll('list');
  const wanted = lists.filter(({ model }) => models.includes(model));
  if (wanted.length < new Set(models).size) wrong.list = 'A list that was asked for is not held, and is left out.';
  const inForce = listInForce(lists, today);
  const upTo = findPlainDate(query.get('up-to') ?? '');
  if (query.get('up-to') && !upTo) wrong['up-to'] = `That is not a real day: ${sayDay(today)} is used instead.`;
  return {
    topic: topic ?? FIRST,
    chosen: wanted.length > 0 ? wanted : inForce ? [inForce] : [],
    ...{ asAt, before, upTo: upTo ?? today, wrong, written },
  };
}

function whyNot(found: PlainDate | undefined, earliest: PlainDate, latest: PlainDate): string | undefined {
  if (!found) return 'is not a real day';
  if (found > latest) return `is after ${sayDay(latest)}`;
  return found < earliest ? `is before ${sayDay(earliest)}` : undefined;
}

const [FIRST] = topics as [Topic];
