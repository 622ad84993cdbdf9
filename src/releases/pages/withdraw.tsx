import { InsetText } from '@throughline/govuk-jsx';
import { londonDay, refuse, sayDay } from '../../platform/kernel/index.ts';
import { nobody, page } from '../../platform/web/page.tsx';
import { longText } from '../../platform/web/questions.tsx';
import { nameOf, type Release } from '../release.ts';
import { findRelease, holdLedger, recordWithdrawal } from '../releases.db.ts';

/** The figures go, the listing and the reason stay, and whoever read them still knows them: the attack remembers. */
export const withdrawRelease = page({
  path: '/releases/:reference/withdraw',
  may: 'figures.approve',
  about: nobody,
  says: ({ reference }: Release) => `Withdraw release ${reference}`,
  async load(tx, { reference }) {
    const release = await findRelease(tx, reference);
    return release?.approved ? release : undefined;
  },
  asks: {
    reason: longText({
      ask: 'Why is it withdrawn?',
      hint: 'Published with the listing.',
      missing: 'Say why',
      rows: 3,
      atMost: 1000,
    }),
  },
  async submit(tx, { id, reference }, { reason }, { worker, now }) {
    await holdLedger(tx);
    const withdrawn = (await findRelease(tx, reference))?.withdrawn;
    if (withdrawn) return refuse(`It is withdrawn already: by ${withdrawn.name}.`);
    await recordWithdrawal(tx, { id, by: worker.id, at: now, reason });
    return {
      goTo: `/releases/${reference}`,
      did: 'withdrew a release',
      says: 'It is withdrawn. Its listing and your reason stay.',
    };
  },
  back: ({ reference }) => ({ to: `/releases/${reference}`, says: `Release ${reference}` }),
  heading: (release) => `Withdraw ${nameOf(release)}?`,
  view: (release, form) => (
    <>
      {release.withdrawn && (
        <InsetText>
          It is withdrawn already: {release.withdrawn.name}, {sayDay(londonDay(release.withdrawn.at))}:{' '}
          {release.withdrawn.reason}
        </InsetText>
      )}
      <p class="govuk-body">
        Its figures are no longer shown. Whoever read them still knows them, so later releases are attacked together
        with these all the same.
      </p>
      {/* What was typed in a second window is not lost, though it comes too late. */}
      {(!release.withdrawn || Object.keys(form.errors).length > 0) && form.show({ button: 'Withdraw', warning: true })}
    </>
  ),
});
