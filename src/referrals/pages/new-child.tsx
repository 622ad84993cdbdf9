import { WarningText } from '@throughline/govuk-jsx';
import { grades, rememberLikely, sayName, sayOfPairs } from '../../people/index.ts';
import { page } from '../../platform/web/page.tsx';
import { longText } from '../../platform/web/questions.tsx';
import { findCandidates, recordMatches, takeTurnToMatch } from '../matches.db.ts';
import { isRuledOut, markNew, sayLikeness } from '../matching.ts';
import { recordAsReferred } from '../new-child.db.ts';
import { findReceived, listReferredChildren } from '../received.db.ts';
import { knownChildren, nameReferred } from '../received.ts';
import { AsReferred } from '../told.tsx';
import { toReferral } from './to-referral.ts';

/** None of those on record: the child is recorded as the referrer knew them, and is from then on the one referred. */
export const recordNewChild = page({
  path: '/mash/:reference/children/:place/new',
  may: 'referrals.match',
  async load(tx, { reference, place }, { now }) {
    const referral = await findReceived(tx, reference);
    const child = referral?.children.find((one) => String(one.place) === place);
    if (!referral || !child) return undefined;
    const { open, contacts } = await findCandidates(tx, child, now);
    return { referral, child, left: open.filter((one) => !isRuledOut(one)), out: open.filter(isRuledOut), contacts };
  },
  says: ({ child }) => `Record ${nameReferred(child)} as a new child`,
  about: ({ referral, left }) => [...knownChildren(referral), ...left.map(({ childId }) => childId)],
  asks: {
    reason: longText({
      ask: 'What did you look at, and why is this somebody new?',
      missing: 'Enter why this is somebody new',
      atMost: 2000,
    }),
  },
  async submit(tx, { referral, child, out }, { reason }, { worker, now }) {
    await takeTurnToMatch(tx, referral.id);
    const refused = markNew(child.id, await listReferredChildren(tx, referral.id));
    if (refused) return refused;
    const done = { by: worker.id, at: now };
    const childId = await recordAsReferred(tx, child, referral, done);
    const match = { subjectId: child.id, referralId: referral.id, childId, same: true, reason };
    await recordMatches(tx, [{ ...match, ...done }]);
    await rememberLikely(tx, [childId], now);
    const ruledOut = out.map(({ childId: other, ruledOut: said }) => ({ other, reason: said?.reason ?? reason }));
    await sayOfPairs(
      tx,
      ruledOut.map((said) => ({ one: childId, same: false, ...said })),
      done,
    );
    return { goTo: `/mash/${referral.reference}`, did: 'recorded a new child' };
  },
  back: ({ referral }) => toReferral(referral),
  view: ({ child, left, contacts }, form, world) => (
    <>
      {left.length > 0 && (
        <WarningText>
          On record and not yet ruled out:{' '}
          {left
            .map((one) => `${grades[one.grade]}: ${sayName(one)} (${one.reference}). ${sayLikeness(one)}`)
            .join('; ')}
          .
        </WarningText>
      )}
      {contacts.length > 0 && <WarningText>Ring {contacts.join(' and ')} first.</WarningText>}
      <AsReferred child={child} world={world} />
      {form.show({ button: 'Record a new child' })}
    </>
  ),
});
