import { sayDay, sayMoment } from '../../platform/kernel/index.ts';
import type { Module } from '../../platform/module.ts';
import { page } from '../../platform/web/page.tsx';
import type { World } from '../../platform/web/world.ts';
import { FirstThings } from '../first-things.tsx';
import { Rating, TimeLeft } from '../lines.tsx';
import { findReceived } from '../received.db.ts';
import { knownChildren, nameReferred, type ReceivedReferral, ratingOf } from '../received.ts';
import { strategyDiscussionDue, strategyDiscussionIsLate } from '../screening.ts';
import { nextSteps, type Step } from '../steps.ts';
import { Told } from '../told.tsx';
import { TheDecision, Work } from '../work.tsx';
import { besideRecord, TheChild } from './referred-child.tsx';

/** A referral beside the history already held, who its children are, what has been done, and what to do next. */
export function receivedPage(rooms: readonly Module[]) {
  return page({
    path: '/mash/:reference',
    may: 'referrals.see',
    async load(tx, { reference }, world) {
      const referral = await findReceived(tx, reference);
      return referral && { referral, children: await besideRecord(tx, referral, rooms, world) };
    },
    says: ({ referral }) => `Referral ${referral.reference}`,
    about: ({ referral, children }) => [
      ...knownChildren(referral),
      ...children.flatMap(({ candidates, history }) => [
        ...candidates.open.map(({ childId }) => childId),
        ...history.flatMap(({ about }) => about ?? []),
      ]),
    ],
    caption: ({ referral }) => `Referral ${referral.reference}`,
    heading: ({ referral }) => referral.children.map(nameReferred).join('; '),
    view: ({ referral, children }, _, world) => (
      <>
        <Top referral={referral} world={world} />
        <FirstThings referral={referral} />
        <TheDecision referral={referral} />
        <Next steps={nextSteps(referral, children, world)} />
        <div class="beside">
          <section aria-labelledby="told">
            <h2 class="govuk-heading-m" id="told">
              What the referrer says
            </h2>
            <Told referral={referral} world={world} />
            <h2 class="govuk-heading-m">What has been done</h2>
            <Work referral={referral} now={world.now} />
          </section>
          <section aria-labelledby="held">
            <h2 class="govuk-heading-m" id="held">
              The children, and the history already held
            </h2>
            {children.map((beside) => (
              <TheChild beside={beside} reference={referral.reference} world={world} />
            ))}
          </section>
        </div>
      </>
    ),
  });
}

function Top({ referral, world: { now, today } }: { referral: ReceivedReferral; world: World }) {
  const dueOn = strategyDiscussionDue(referral.screenings, referral.discussions);
  return (
    <>
      <p class="govuk-body">
        <Rating brag={ratingOf(referral)} decided={referral.decision !== undefined} /> Received at{' '}
        {sayMoment(referral.receivedAt)}
        {!referral.decision && (
          <>
            : <TimeLeft receivedAt={referral.receivedAt} now={now} /> of one working day
          </>
        )}
      </p>
      {dueOn && !referral.decision && (
        <p class="govuk-body late">
          {strategyDiscussionIsLate(dueOn, today)
            ? `Late: a strategy discussion was due on ${sayDay(dueOn)}, the day this was rated RED. Hold it now, or record why not.`
            : 'RED: hold a strategy discussion the same day, or record why not.'}{' '}
          So too where a child’s level of record is high.
        </p>
      )}
    </>
  );
}

function Next({ steps }: { steps: readonly Step[] }) {
  if (steps.length === 0) return null;
  return (
    <nav class="next-steps" aria-label="What to do next">
      <ul class="govuk-list">
        {steps.map(({ says, path, butFirst }) => (
          <li>
            {butFirst ? (
              <>
                {says}
                <span class="govuk-hint line">{butFirst}</span>
              </>
            ) : (
              <a class="govuk-link" href={path}>
                {says}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
