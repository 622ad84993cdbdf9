import { allocatedWorkers } from '../../people/index.ts';
import { page } from '../../platform/web/page.tsx';
import { checkboxes } from '../../platform/web/questions.tsx';
import { recordConcernedWorker } from '../matches.db.ts';
import { findReceived } from '../received.db.ts';
import { knownChildren } from '../received.ts';
import { toReferral } from './to-referral.ts';

/** The concern turns out to be about a child's own worker: it is hidden from them, and comes back to duty. */
export const sayWhomItConcerns = page({
  path: '/mash/:reference/concerns',
  may: 'referrals.match',
  async load(tx, { reference }, { today }) {
    const referral = await findReceived(tx, reference);
    const workers = referral ? await allocatedWorkers(tx, knownChildren(referral), today) : [];
    return referral && workers.length > 0 ? { referral, workers } : undefined;
  },
  says: ({ referral: { reference } }) => `Whom referral ${reference} concerns`,
  about: ({ referral }) => knownChildren(referral),
  asks: ({ workers }) => ({
    workers: checkboxes({
      ask: 'Which worker is the concern about?',
      options: Object.fromEntries(workers.map(({ workerId, name }) => [workerId, name])),
      missing: 'Choose the worker the concern is about',
    }),
  }),
  async submit(tx, { referral, workers }, { workers: chosen }, { worker, now }) {
    for (const { workerId } of workers.filter((one) => chosen.includes(one.workerId)))
      await recordConcernedWorker(tx, referral.id, workerId, { by: worker.id, at: now });
    return { goTo: `/mash/${referral.reference}`, did: 'shut a worker out of a referral' };
  },
  back: ({ referral }) => toReferral(referral),
  heading: 'Whom it concerns',
  view: ({ referral: _ }, form) => (
    <>
      <p class="govuk-body">
        They no longer see the referral, and it does not wait for them: duty takes it. This cannot be undone here.
      </p>
      {form.show({ button: 'Hide it from them', warning: true })}
    </>
  ),
});
