import { page } from '../../../platform/web/page.tsx';
import { longText } from '../../../platform/web/questions.tsx';
import { childrenOf } from '../pair.ts';
import { findPair, undoSaid } from '../pairs.db.ts';
import { WhoItIs } from '../shown.tsx';

/** What was said of two records is undone with a reason; what was said stays. */
export const undoPair = page({
  path: '/same-child/:pair/undo',
  may: 'people.match',
  async load(tx, { pair: id }) {
    const pair = await findPair(tx, id);
    return pair?.said && pair.likely && { pair, said: pair.said };
  },
  says: 'Undo what was said of two records',
  about: ({ pair }) => childrenOf(pair),
  asks: { reason: longText({ ask: 'Why was it wrong?', missing: 'Enter why it was wrong', atMost: 2000 }) },
  async submit(tx, { pair, said }, { reason }, { worker, now }) {
    await undoSaid(tx, said.id, reason, { by: worker.id, at: now });
    return { goTo: `/same-child/${pair.id}`, did: 'undid what was said of two records' };
  },
  back: ({ pair }) => ({ to: `/same-child/${pair.id}`, says: 'The two records' }),
  heading: ({ said }) => `Undo “${said.same ? 'same person' : 'not the same'}”`,
  view: ({ pair, said }, form) => (
    <>
      <p class="govuk-body">
        <WhoItIs side={pair.left} />; <WhoItIs side={pair.right} />
      </p>
      <p class="govuk-body">
        {said.by}: {said.reason}
      </p>
      {form.show({ button: 'Undo' })}
    </>
  ),
});
