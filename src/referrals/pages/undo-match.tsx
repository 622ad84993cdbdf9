import { page } from '../../platform/web/page.tsx';
import { longText } from '../../platform/web/questions.tsx';
import { findMatch, undoMatch } from '../matches.db.ts';
import { findReceived } from '../received.db.ts';
import { knownChildren, nameReferred } from '../received.ts';
import { toReferral } from './to-referral.ts';

/** "Same person" and "not the same" can both be undone, with a reason; what was said stays readable. */
export const undoWhoThisIs = page({
  path: '/mash/:reference/children/:place/undo/:match',
  may: 'referrals.match',
  async load(tx, { reference, place, match: id }) {
    const referral = await findReceived(tx, reference);
    const child = referral?.children.find((one) => String(one.place) === place);
    const match = child && (await findMatch(tx, child.id, id));
    return referral && child && match && { referral, child, match };
  },
  says: ({ child }) => `Undo who ${nameReferred(child)} is`,
  about: ({ referral, match }) => [...knownChildren(referral), match.childId],
  asks: { reason: longText({ ask: 'Why was it wrong?', missing: 'Enter why it was wrong', atMost: 2000 }) },
  async submit(tx, { referral, match }, { reason }, { worker, now }) {
    await undoMatch(tx, match.id, reason, { by: worker.id, at: now });
    return { goTo: `/mash/${referral.reference}`, did: 'undid who a child is' };
  },
  back: ({ referral }) => toReferral(referral),
  heading: ({ match }) => `Undo “${match.same ? 'same person' : 'not the same'}”`,
  view: ({ child, match }, form) => (
    <>
      <p class="govuk-body">
        {nameReferred(child)}: {match.reason}
      </p>
      {form.show({ button: 'Undo' })}
    </>
  ),
});
