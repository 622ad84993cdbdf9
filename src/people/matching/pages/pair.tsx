import { SummaryList } from '@throughline/govuk-jsx';
import { asShown } from '../../../platform/web/as-shown.tsx';
import { page } from '../../../platform/web/page.tsx';
import { longText, radios } from '../../../platform/web/questions.tsx';
import { sayBirth, sayName } from '../../child.ts';
import { rememberLikely } from '../likely.db.ts';
import type { OnRecord } from '../on-record.ts';
import { childrenOf, type Side, sayOfPair, sidesOf, whatIsKnown } from '../pair.ts';
import { findPair, sayOfPairs, takeTurnToSay } from '../pairs.db.ts';
import { SaidBefore, Why } from '../shown.tsx';

/** Two records beside each other: the same person, or not, and why. Nothing is merged. */
export const comparePair = page({
  path: '/same-child/:pair',
  may: 'people.match',
  load: (tx, { pair }) => findPair(tx, pair),
  says: 'Are these the same person?',
  about: childrenOf,
  asks: (pair) => ({
    verdict: radios({
      ask: 'Are they the same person?',
      options: { same: 'Same person', not_same: 'Not the same' },
      missing: 'Say whether they are the same person',
    }),
    reason: longText({ ask: 'Why?', missing: 'Enter what tells you', atMost: 2000 }),
    // What was known when the page was read: somebody may have recorded more since.
    seen: asShown(whatIsKnown(pair)),
  }),
  async submit(tx, read, { verdict, reason, seen }, { worker, now }) {
    await takeTurnToSay(tx, read.id);
    const pair = (await findPair(tx, read.id)) ?? read;
    const refused = sayOfPair(pair, seen);
    if (refused) return refused;
    const [one, other] = sidesOf(pair);
    // Judged as it is known now, so that only what comes after this opens it again.
    if (one && other) {
      await rememberLikely(tx, [one.childId], now);
      const said = { one: one.childId, other: other.childId, same: verdict === 'same', reason };
      await sayOfPairs(tx, [said], { by: worker.id, at: now });
    }
    const did =
      verdict === 'same' ? 'said that two records are of one child' : 'said that two records are of two children';
    return { goTo: `/same-child/${pair.id}`, did, says: 'Recorded. It can be undone.' };
  },
  back: (_, { may }) =>
    may('people.sweep') ? { to: '/same-child', says: 'Records that may be of the same child' } : undefined,
  view: (pair, form) => (
    <>
      <p class="govuk-body">
        <Why pair={pair} />
      </p>
      <SaidBefore pair={pair} />
      <div class="beside">
        <Record side={pair.left} title="One record" />
        <Record side={pair.right} title="The other" />
      </div>
      {pair.said && !pair.waits ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`/same-child/${pair.id}/undo`}>
            Undo what was said
          </a>
        </p>
      ) : (
        pair.likely && form.show({ button: 'Save' })
      )}
    </>
  ),
});

function Record({ side: { known, ring }, title }: { side: Side; title: string }) {
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      {known ? (
        <SummaryList rows={rowsOf(known)} />
      ) : (
        <p class="govuk-body">
          A record you may not see: <strong>contact {ring}</strong>
        </p>
      )}
    </section>
  );
}

function rowsOf(known: OnRecord) {
  const names = known.otherNames.map((name) => name.filter(Boolean).join(' '));
  return [
    { key: 'Name', value: sayName(known) },
    { key: 'Reference', value: known.reference },
    { key: 'Born', value: sayBirth(known) },
    { key: 'Other names', value: names.join('; ') || 'None recorded' },
    { key: 'Lives at', value: known.addresses.join('; ') || 'Not shown or not recorded' },
    { key: 'Numbers', value: Object.values(known.numbers).join('; ') || 'None recorded' },
  ];
}
