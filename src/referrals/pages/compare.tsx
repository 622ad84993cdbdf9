import { SummaryList } from '@throughline/govuk-jsx';
import { allocatedWorkers, GradeTag, sayAge, sayName } from '../../people/index.ts';
import { sayDay } from '../../platform/kernel/index.ts';
import { onlyIf } from '../../platform/web/asked-within.tsx';
import { page } from '../../platform/web/page.tsx';
import { longText, radios } from '../../platform/web/questions.tsx';
import { findCandidates, recordConcernedWorker, recordMatches, takeTurnToMatch } from '../matches.db.ts';
import { markSame, sayKnownTo, sayLikeness, sayNews } from '../matching.ts';
import { findReceived, listReferredChildren } from '../received.db.ts';
import { knownChildren } from '../received.ts';
import { AsReferred } from '../told.tsx';
import { toReferral } from './to-referral.ts';

/** A referred child beside one on record: the same person, or not, and why. */
export const compareChild = page({
  path: '/mash/:reference/children/:place/:candidate',
  may: 'referrals.match',
  async load(tx, { reference, place, candidate: wanted }, { now }) {
    const referral = await findReceived(tx, reference);
    const child = referral?.children.find((one) => String(one.place) === place);
    if (!referral || !child) return undefined;
    const { open } = await findCandidates(tx, child, now);
    const candidate = open.find((one) => one.reference === wanted);
    return candidate && { referral, child, candidate };
  },
  says: ({ candidate }) => `Is this ${sayName(candidate)}?`,
  about: ({ referral, candidate }) => [...knownChildren(referral), candidate.childId],
  asks: ({ candidate }) => ({
    verdict: radios({
      ask: 'Are they the same person?',
      options: { same: 'Same person', not_same: 'Not the same' },
      missing: 'Say whether they are the same person',
    }),
    concernsWorker: onlyIf(
      candidate.workers.length > 0,
      radios({
        ask: `Is the concern about ${candidate.workers.join(' or ')}?`,
        hint: 'If it is, the referral is hidden from them and goes to duty.',
        options: { yes: 'Yes', no: 'No' },
        missing: 'Say whether the concern is about the child’s worker',
      }),
    ),
    reason: longText({ ask: 'Why?', missing: 'Enter what tells you', atMost: 2000 }),
  }),
  async submit(tx, { referral, child, candidate }, { verdict, concernsWorker, reason }, { worker, now, today }) {
    await takeTurnToMatch(tx, referral.id);
    const same = verdict === 'same';
    const others = (await listReferredChildren(tx, referral.id)).map(({ id, match }) => ({
      id,
      childId: match?.childId ?? null,
    }));
    const refused = same && markSame(child.id, candidate.childId, others);
    if (refused) return refused;
    const done = { by: worker.id, at: now };
    const match = { subjectId: child.id, referralId: referral.id, childId: candidate.childId, same, reason };
    await recordMatches(tx, [{ ...match, ...done }]);
    if (same && concernsWorker === 'yes') {
      for (const { workerId } of await allocatedWorkers(tx, [candidate.childId], today))
        await recordConcernedWorker(tx, referral.id, workerId, done);
    }
    return { goTo: `/mash/${referral.reference}`, did: same ? 'matched a child' : 'ruled out a child' };
  },
  back: ({ referral }) => toReferral(referral),
  view: ({ child, candidate }, form, world) => (
    <>
      <p class="govuk-body">
        <GradeTag grade={candidate.grade} /> {sayLikeness(candidate)}
      </p>
      {candidate.ruledOut && (
        <p class="govuk-body">
          {candidate.ruledOut.by ?? 'An import'} said: not the same ({candidate.ruledOut.reason}). New since:{' '}
          {sayNews(candidate).join('; ') || 'nothing'}.
        </p>
      )}
      <div class="beside">
        <section aria-labelledby="referred">
          <h2 class="govuk-heading-m" id="referred">
            As referred
          </h2>
          <AsReferred child={child} world={world} />
        </section>
        <section aria-labelledby="recorded">
          <h2 class="govuk-heading-m" id="recorded">
            On record
          </h2>
          <SummaryList
            rows={[
              { key: 'Name', value: sayName(candidate) },
              { key: 'Reference', value: candidate.reference },
              {
                key: 'Born',
                value: candidate.bornOn
                  ? `${sayDay(candidate.bornOn)} (${sayAge({ ...candidate, diedOn: null }, world.today)})`
                  : 'Not known',
              },
              { key: 'Worked with', value: sayKnownTo(candidate) },
            ]}
          />
        </section>
      </div>
      <p class="govuk-body">
        Nothing is merged: this says only who is meant, and can be undone. Once it is said, the child’s record opens.
      </p>
      {form.show({ button: 'Save' })}
    </>
  ),
});
