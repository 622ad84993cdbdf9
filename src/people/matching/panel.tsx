import type { Panel } from '../../platform/module.ts';
import { childrenOf } from './pair.ts';
import { listPairsOf, listSameAs, type SameAs } from './pairs.db.ts';
import { SaidBefore, WhoItIs, Why } from './shown.tsx';

/** Other records that may be of this child, for those who may say so. */
export const likelyPanel: Panel = {
  may: 'people.match',
  order: 5,
  async ask(tx, child) {
    // Of a record one may not see nothing is said once somebody has spoken of it.
    const pairs = (await listPairsOf(tx, child)).filter(({ waits, likely }) => waits || likely);
    if (pairs.length === 0) return undefined;
    return {
      title: 'Perhaps on record twice',
      body: (
        <ul class="candidates">
          {pairs.map((pair) => (
            <li class="candidate">
              <p class="govuk-body">
                <WhoItIs side={pair.left.known?.childId === child ? pair.right : pair.left} />
              </p>
              <p class="govuk-body">
                <Why pair={pair} />
              </p>
              <SaidBefore pair={pair} />
              {pair.likely && (
                <p class="govuk-body">
                  <a class="govuk-link" href={`/same-child/${pair.id}`}>
                    {pair.waits ? 'Say whether they are the same' : 'See what was said'}
                  </a>
                </p>
              )}
            </li>
          ))}
        </ul>
      ),
      about: pairs.flatMap(childrenOf),
    };
  },
};

/** Other records said to be of this child, for those who see both. */
export const sameAsPanel: Panel = {
  may: 'people.see-child',
  order: 4,
  async ask(tx, child) {
    const same = await listSameAs(tx, child);
    return same.length > 0
      ? { title: 'Also on record as', body: <AlsoAs same={same} />, about: same.map(({ id }) => id) }
      : undefined;
  },
};

function AlsoAs({ same }: { same: readonly SameAs[] }) {
  return (
    <ul class="govuk-list">
      {same.map(({ reference, by, reason }) => (
        <li>
          <a class="govuk-link" href={`/children/${reference}`}>
            {reference}
          </a>
          : same person, said {by}: {reason}
        </li>
      ))}
    </ul>
  );
}
