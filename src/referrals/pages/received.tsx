import { allocatedWorkers, mapChildren } from '../../people/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { sayDay, sayMoment } from '../../platform/kernel/index.ts';
import type { Module } from '../../platform/module.ts';
import { page } from '../../platform/web/page.tsx';
import { askPanels } from '../../platform/web/panels.ts';
import type { World } from '../../platform/web/world.ts';
import { Rating, TimeLeft } from '../lines.tsx';
import { findCandidates } from '../matches.db.ts';
import { findReceived } from '../received.db.ts';
import { knownChildren, nameReferred, type ReceivedReferral, ratingOf } from '../received.ts';
import { strategyDiscussionDue, strategyDiscussionIsLate } from '../screening.ts';
import { nextSteps, type Step } from '../steps.ts';
import { Told } from '../told.tsx';
import { type BesideRecord, WhoIsThis } from '../who-is-this.tsx';
import { TheDecision, Work } from '../work.tsx';

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

async function besideRecord(tx: Tx, { children }: ReceivedReferral, rooms: readonly Module[], world: World) {
  const ids = knownChildren({ children });
  const known = await mapChildren(tx, ids);
  const workers = await allocatedWorkers(tx, ids, world.today);
  const beside: BesideRecord[] = [];
  for (const child of children) {
    const id = child.match?.childId;
    const asked = !child.match && world.may('referrals.match');
    beside.push({
      child,
      known: id && known.get(id),
      worker: workers.find(({ childId }) => childId === id),
      candidates: asked ? await findCandidates(tx, child, world.now) : { open: [], contacts: [] },
      history: id ? await askPanels(tx, rooms, id, world) : [],
    });
  }
  return beside;
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
      {referral.immediateDanger && <p class="govuk-body late">The referrer says a child is in immediate danger.</p>}
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

function TheChild({ beside, reference, world }: { beside: BesideRecord; reference: string; world: World }) {
  return (
    <article class="referred-child">
      <h3 class="govuk-heading-s">{nameReferred(beside.child)}</h3>
      <WhoIsThis beside={beside} path={`/mash/${reference}/children/${beside.child.place}`} world={world} />
      {beside.history.map(({ title, body }) => (
        <details class="govuk-details" open>
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{title}</span>
          </summary>
          <div class="govuk-details__text">{body}</div>
        </details>
      ))}
    </article>
  );
}
