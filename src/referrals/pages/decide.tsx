import { isRefusal } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { checkboxes, longText, type Question, radios, select } from '../../platform/web/questions.tsx';
import { type Beside, besides, decide, lawfulBases, type Outcome, outcomes } from '../decision.ts';
import { recordDecisions } from '../decisions.db.ts';
import { findReceived } from '../received.db.ts';
import { knownChildren, nameReferred, type ReceivedReferral } from '../received.ts';
import { stopsMeDeciding } from '../steps.ts';
import { TheDecision, Work } from '../work.tsx';
import { toReferral } from './to-referral.ts';

type OutcomeName = `outcome-${number}`;
type BesideName = `beside-${number}`;

/** One decision for a referral. Whoever comes second is shown what the first decided. */
export const decideReferral = page({
  path: '/mash/:reference/decide',
  may: 'referrals.decide',
  load: (tx, { reference }) => findReceived(tx, reference),
  says: ({ reference }) => `Decide referral ${reference}`,
  about: knownChildren,
  asks: ({ children }) =>
    Object.assign(outcomeForEach(children), besideForEach(children), {
      reason: longText({
        ask: 'Why: how the threshold is met, or not',
        missing: 'Enter why, and how the threshold is met or not',
        atMost: 4000,
      }),
      lawfulBasis: radios({
        ask: 'The lawful basis',
        hint: 'This is not the family’s agreement, which is recorded on its own.',
        options: lawfulBases,
        missing: 'Choose the lawful basis',
      }),
      askedOfReferrer: longText({
        ask: 'What is asked of the referrer',
        hint: 'They read this and the outcome, and nothing else. Leave it empty if nothing is asked.',
        atMost: 2000,
      }),
    }),
  filled: ({ children, screenings }) => {
    const recommended = screenings.findLast(({ recommends }) => recommends)?.recommends;
    return recommended ? Object.fromEntries(children.map(({ place }) => [`outcome-${place}`, [recommended]])) : {};
  },
  async submit(tx, referral, answers, world) {
    const stopped = stopsMeDeciding(referral, world);
    if (stopped) return stopped;
    const decided = decide(
      referral.children.map(({ id, place, match }) => {
        const beside: OutcomeName = `outcome-${place}`;
        const besides = answers[`beside-${place}`] ?? [];
        return { subjectId: id, identified: match !== null, outcome: answers[beside], besides, beside };
      }),
    );
    if (isRefusal(decided)) return decided;
    const { reason, lawfulBasis, askedOfReferrer } = answers;
    const decision = { reason, lawfulBasis, askedOfReferrer, outcomes: decided };
    await recordDecisions(tx, [{ ...decision, referralId: referral.id, by: world.worker.id, at: world.now }]);
    return {
      goTo: `/mash/${referral.reference}`,
      did: 'decided a referral',
      says: 'Decided. The referrer can read it.',
    };
  },
  back: (referral) => toReferral(referral),
  heading: ({ children }) => `Decide: ${children.map(nameReferred).join('; ')}`,
  view: (referral, form, world) => {
    const stopped = stopsMeDeciding(referral, world);
    return (
      <>
        <TheDecision referral={referral} />
        {!referral.decision && stopped && <p class="govuk-body">{stopped.refused}.</p>}
        {!referral.decision && !stopped && (
          <>
            <Work referral={referral} now={world.now} />
            {form.show({ button: 'Decide' })}
          </>
        )}
      </>
    );
  },
});

function outcomeForEach(children: ReceivedReferral['children']): Record<OutcomeName, Question<Outcome>> {
  const asked = children.map((child) => [
    `outcome-${child.place}`,
    select({
      ask: `Outcome for ${nameReferred(child)}`,
      options: outcomes,
      missing: `Choose the outcome for ${nameReferred(child)}`,
    }),
  ]);
  return Object.fromEntries(asked);
}

function besideForEach(children: ReceivedReferral['children']): Record<BesideName, Question<Beside[]>> {
  const asked = children.map((child) => [
    `beside-${child.place}`,
    checkboxes({ ask: `And beside it for ${nameReferred(child)}`, hint: 'All that apply, or none.', options: besides }),
  ]);
  return Object.fromEntries(asked);
}
