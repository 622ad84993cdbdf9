import { InsetText, SummaryList } from '@throughline/govuk-jsx';
import { findChildById, sayAge, sayName } from '../../people/index.ts';
import { findId, refuse, sayDay } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { longText, radios, select } from '../../platform/web/questions.tsx';
import { cannotHold, sayHolder } from '../allocation.ts';
import { allocateCases, canHold, listHolders } from '../allocations.db.ts';
import { engagements, mayOpen, sayLawfulBasis } from '../case.ts';
import { findCaseBefore, findDecided, listTeamsThatHold, openCases, recordEngagements } from '../opening.db.ts';
import { OpenedAlready } from './opened-already.tsx';

export const openCase = page({
  path: '/cases/open/:subject',
  may: 'cases.open',
  async load(tx, { subject }, world) {
    const decided = findId(subject) && (await findDecided(tx, subject));
    const child = decided && (await findChildById(tx, decided.childId));
    const [team] = await listTeamsThatHold(tx, world);
    if (!decided || !child || !team) return undefined;
    const before = await findCaseBefore(tx, child.id);
    return { ...decided, child, team, holders: await listHolders(tx, team.id, world), before };
  },
  says: 'Open a case',
  about: ({ child }) => [child.id],
  asks: ({ holders }) => ({
    engagement: radios({
      ask: 'Do the child and their family agree to work with Evolve?',
      hint: 'Kept apart from the lawful basis. Without it the case opens all the same.',
      options: engagements,
      missing: 'Say whether they agree, or that they have not been asked yet',
    }),
    words: longText({ ask: 'What they said about it', hint: 'If anything.', atMost: 2000 }),
    holder: select({
      ask: 'Who will hold the case?',
      hint: 'It can also be allocated later.',
      none: 'Allocate later',
      options: Object.fromEntries(holders.map((holder) => [holder.key, sayHolder(holder)])),
    }),
  }),
  async submit(tx, { child, team, holders, waiting, before }, { engagement, words, holder }, { worker, today, now }) {
    if (!waiting) return refuse('This decision has been answered already.');
    const refused = mayOpen(before);
    if (refused) return refused;
    const to = holders.find(({ key }) => key === holder);
    if (to && !(await canHold(tx, team.id, child.id, to.id))) return cannotHold(to, 'holder');
    const by = { by: worker.id, at: now };
    const [opened] = await openCases(tx, [
      { ...waiting, ...by, teamId: team.id, openedOn: today, previousId: before?.caseId },
    ]);
    if (!opened) throw new Error('the case was not opened');
    const on = { caseId: opened.id, childId: child.id, ...by };
    await recordEngagements(tx, [{ ...on, standing: engagement, words, on: today }]);
    const because = 'Allocated when the case was opened';
    if (to) await allocateCases(tx, [{ ...on, workerId: to.id, since: today, reason: because }]);
    return {
      goTo: `/cases/${opened.reference}`,
      did: to ? 'opened and allocated a case' : 'opened a case',
      says: to ? `The case is open and ${to.name} holds it.` : 'The case is open. Nobody holds it yet.',
    };
  },
  back: { to: '/cases/to-open', says: 'Cases to open' },
  caption: ({ child }, { today }) => `${sayName(child)}, ${sayAge(child, today)}`,
  heading: ({ team }) => `Open a case with ${team.name}`,
  view: ({ waiting, opened, before }, form, { may }) => {
    const current = mayOpen(before);
    return (
      <>
        {opened && <OpenedAlready case={opened} />}
        {waiting && (
          <SummaryList
            rows={[
              { key: 'Decided', value: sayDay(waiting.decidedOn) },
              {
                key: 'Referral',
                value: may('referrals.see') ? (
                  <a class="govuk-link" href={`/mash/${waiting.referralReference}`}>
                    {waiting.referralReference}
                  </a>
                ) : (
                  waiting.referralReference
                ),
              },
              { key: 'Why', value: waiting.reason },
              { key: 'Lawful basis', value: sayLawfulBasis(waiting.lawfulBasis) },
              before?.closedOn && {
                key: 'With Evolve before',
                value: `${before.reference}, closed on ${sayDay(before.closedOn)}. This opens a new case.`,
              },
            ]}
          />
        )}
        {waiting && current && (
          <InsetText>
            {current.refused}{' '}
            <a class="govuk-link" href={`/cases/note/${waiting.subjectId}`}>
              Note this decision on it
            </a>
          </InsetText>
        )}
        {waiting && !current && (
          <>
            {form.show({ button: 'Open the case' })}
            <p class="govuk-body">
              <a class="govuk-link" href={`/cases/note/${waiting.subjectId}`}>
                Evolve does not take this on
              </a>
            </p>
          </>
        )}
      </>
    );
  },
});
