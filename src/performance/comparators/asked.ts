import { addMonths, findPlainDate, type PlainDate, sayDay } from '../../platform/kernel/index.ts';
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
  wrong: readonly string[];
};

export function readAsked(query: URLSearchParams, today: PlainDate, lists: readonly NeighbourList[]): Asked {
  const wrong: string[] = [];
  const day = (name: string, called: string, instead: PlainDate, latest: PlainDate): PlainDate => {
    const written = query.get(name);
    if (!written) return instead;
    const found = findPlainDate(written);
    if (found && found <= latest) return found;
    wrong.push(
      `${found ? `${called} is after ${sayDay(latest)}` : `${called} is not a real day`}: ${sayDay(instead)} is shown instead.`,
    );
    return instead;
  };
  const asAt = day('as-at', 'The day of our records', today, today);
  const yearBefore = addMonths(asAt, -12);
  const before = day('before', 'The earlier day', yearBefore, asAt);
  const inForce = listInForce(lists, today);
  const wanted = lists.filter(({ model }) => query.getAll('list').includes(model));
  return {
    topic: topics.find(({ id }) => id === query.get('topic')) ?? FIRST,
    chosen: wanted.length > 0 ? wanted : inForce ? [inForce] : [],
    asAt,
    before: before === asAt ? yearBefore : before,
    upTo: findPlainDate(query.get('up-to') ?? '') ?? today,
    wrong,
  };
}

const [FIRST] = topics as [Topic];
