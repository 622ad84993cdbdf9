import { Pagination } from '@throughline/govuk-jsx';
import { sayDay } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { pagedBy, part } from '../../platform/web/paging.ts';
import { Decided, Waiting } from '../lines.tsx';
import { listDecidedOn, listUndecided } from '../queue.db.ts';
import { byQueueKey, placeOf, queueKey } from '../queue.ts';

const paged = pagedBy({ danger: part.whole, rating: part.whole, receivedAt: part.whole, id: part.id }, 50);

const lists = {
  waiting: {
    says: 'Waiting for the MASH',
    none: 'Nothing waits for the MASH. New referrals appear here as they arrive.',
  },
  'to-acknowledge': {
    says: 'Waiting for an allocated worker',
    none: 'No referral waits for a child’s allocated worker to acknowledge it.',
  },
  decided: { says: 'Decided today', none: 'Nothing has been decided today yet.' },
} as const;
type List = keyof typeof lists;

/** What waits at the MASH, danger first, then by rating and time left; what waits for allocated workers; and today's decisions. */
export const queue = page({
  path: '/mash',
  says: 'Referrals at the MASH',
  may: 'referrals.queue',
  async load(tx, _, { today, now }, query) {
    const undecided = await listUndecided(tx, today);
    const all = {
      waiting: undecided.filter((one) => placeOf(one, now) === 'mash'),
      'to-acknowledge': undecided.filter((one) => placeOf(one, now) === 'to_acknowledge'),
      decided: await listDecidedOn(tx, today),
    };
    const list = Object.keys(lists).find((one): one is List => one === query.get('list')) ?? 'waiting';
    const decided = list === 'decided' ? paged.take(query, all.decided, queueKey, byQueueKey) : undefined;
    return { all, list, decided, ...(decided ?? paged.take(query, all[list], queueKey, byQueueKey)) };
  },
  about: ({ shown }) => shown.flatMap(({ children }) => children.flatMap(({ childId }) => childId ?? [])),
  heading: 'Multi-Agency Safeguarding Hub (MASH)',
  view: ({ all, list, decided, shown, next }, _, world) => (
    <>
      <nav aria-label="Lists of referrals">
        <ul class="lists">
          {Object.entries(lists).map(([name, { says }]) => (
            <li>
              <a class="govuk-link" href={`/mash?list=${name}`} aria-current={name === list ? 'page' : undefined}>
                {says} ({all[name as List].length})
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {shown.length === 0 && <p class="govuk-body">{lists[list].none}</p>}
      {shown.length > 0 && !decided && (
        <Waiting listed={shown} all={all[list]} world={world} caption={lists[list].says} />
      )}
      {shown.length > 0 && decided && (
        <Decided listed={decided.shown} world={world} caption={`Decided on ${sayDay(world.today)}`} />
      )}
      {next && <Pagination next={{ href: next, text: 'Later in the queue' }} />}
    </>
  ),
});
