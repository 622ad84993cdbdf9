import {
  type ClosingFacts,
  closeCases,
  coversTopics,
  mayClose,
  mayOffer,
  mayPropose,
  type NewFeedback,
  proposeClosings,
  recordFeedback,
} from '../casework/index.ts';
import type { Tx } from '../platform/db/index.ts';
import { londonMoment, type PlainDate } from '../platform/kernel/index.ts';
import { caseId } from './plant-casework.ts';
import { getFrom, idFor, passed } from './plant-names.ts';
import { chanceFor, grouped } from './story/chance.ts';
import { CAST, type Story, type StoryClosure } from './story/index.ts';
import { ON_LEAVING } from './story/words/progress.ts';

type Feedback = NonNullable<StoryClosure['feedback']>;

/** Endings: proposed by one, feedback offered to the child, and closed by another. */
export async function plantClosings(tx: Tx, story: Story): Promise<void> {
  const known = factsFrom(story);
  const endings = story.closures.map((one) => ({
    ...{ one, caseId: caseId(one.caseKey), childId: idFor('child', one.childKey) },
    ...{ reason: one.reason, riskHeldBy: one.riskHeldBy },
  }));
  const proposals = await proposeClosings(
    tx,
    endings.map(({ one, ...rest }) => {
      const { caseKey, words, proposedOn, proposedBy } = one;
      passed(`${caseKey}, proposed`, mayPropose(known(one, proposedOn), rest, proposedOn));
      return { ...rest, words, proposedOn, by: idFor('worker', proposedBy), at: londonMoment(proposedOn, '16:58') };
    }),
  );
  await recordFeedback(
    tx,
    endings.flatMap(({ one, ...rest }) => (one.feedback ? [{ ...rest, ...feedbackOf(one, one.feedback) }] : [])),
  );
  await closeCases(
    tx,
    endings.flatMap(({ one, ...rest }, at) => {
      const { caseKey, closedOn, closedBy, proposedBy } = one;
      if (!closedOn || !closedBy) return [];
      const facts = known(one, closedOn);
      const people = { proposedBy: idFor('worker', proposedBy), by: idFor('worker', closedBy) };
      passed(`${caseKey}, closed`, mayClose(facts, { ...rest, ...people }, people.by, closedOn));
      const proposalId = proposals[at] ?? '';
      return [
        { ...rest, ...people, proposalId, level: facts.level ?? null, closedOn, at: londonMoment(closedOn, '17:00') },
      ];
    }),
  );
}

/** What was known of a case on a day: the authorised level, what still waited for a manager, whether the child was asked. */
function factsFrom({ assessments, authorisations, children }: Story) {
  const authorisedOn = new Map(authorisations.map(({ assessmentKey, on }) => [assessmentKey, on]));
  const ofCase = grouped(assessments, ({ caseKey }) => caseKey);
  const born = new Map(children.map(({ key, bornOn }) => [key, bornOn]));
  return ({ caseKey, childKey, feedback }: StoryClosure, day: PlainDate): ClosingFacts => {
    const done = (ofCase.get(caseKey) ?? []).filter(({ completedOn }) => completedOn <= day);
    const isAuthorised = ({ key }: { key: string }) => (authorisedOn.get(key) ?? '9999') <= day;
    return {
      level: done.findLast(isAuthorised)?.level,
      waitsForAuthorisation: done.some((one) => !isAuthorised(one)),
      feedback: feedback && feedback.offeredOn <= day ? feedback.outcome : undefined,
      bornOn: born.get(childKey),
      diedOn: undefined,
    };
  };
}

function feedbackOf(
  one: StoryClosure,
  { offeredOn, outcome, by, words }: Feedback,
): Omit<NewFeedback, 'caseId' | 'childId'> {
  const { caseKey, reason } = one;
  passed(`${caseKey}, feedback`, mayOffer({ diedOn: null }, { reason }));
  const chance = chanceFor(`leaving ${caseKey}`);
  const isHeld = outcome === 'held';
  const said = {
    activities: isHeld ? chance.pick(ON_LEAVING.activities) : null,
    services: isHeld ? chance.pick(ON_LEAVING.services) : null,
    support: isHeld ? chance.pick(ON_LEAVING.support) : null,
  };
  passed(`${caseKey}, feedback`, coversTopics(outcome, said));
  const ratings = {
    listenedTo: chance.between(4, 5),
    safer: chance.between(3, 5),
    knowsWhoToTell: chance.between(4, 5),
  };
  return {
    ...{ offeredOn, outcome, words, ...said },
    ...(isHeld ? { runBy: nameOf(by), ratings, mayQuote: chance.happens(0.7) } : {}),
    ...{ by: idFor('worker', by), at: londonMoment(offeredOn, '16:10') },
  };
}

const names = new Map(CAST.map(({ key, name }) => [key, name]));
const nameOf = (key: string) => getFrom(names, key);
