import type { Tx } from '../platform/db/index.ts';
import { londonMoment } from '../platform/kernel/index.ts';
import {
  type AssessmentId,
  authorise,
  type Completion,
  complete,
  currentInstrument,
  type Draft,
  factsAbout,
  floorFor,
  type Judgement,
  type NewAssessment,
  type NewAuthorisation,
  recordAssessments,
  recordAuthorisations,
  suggest,
} from '../risk/index.ts';
import { getFrom, idFor, passed, referenceFor } from './plant-names.ts';
import type { Story, StoryAssessment, StoryAuthorisation, StoryChild } from './story/index.ts';

/** Assessments as their authors completed them, and the levels of record as managers authorised them. */
export async function plantRisk(tx: Tx, story: Story): Promise<void> {
  const children = new Map(story.children.map((child) => [child.key, child]));
  const completed = new Map(story.assessments.map((one) => [one.key, completedOnItsDay(one)]));
  await recordAssessments(
    tx,
    [...completed.values()].map(({ assessment }) => assessment),
  );
  await recordAuthorisations(
    tx,
    story.authorisations.map((one) => {
      const { told, completion } = getFrom(completed, one.assessmentKey);
      return authorised(one, told, completion, getFrom(children, told.childKey));
    }),
  );
}

type Completed = { told: StoryAssessment; completion: Completion; assessment: NewAssessment };

function completedOnItsDay(told: StoryAssessment): Completed {
  const { key, completedOn, childKey, protective } = told;
  const instrument = currentInstrument(completedOn);
  const author = idFor('worker', told.author);
  const draft = draftOf(told);
  const completion = passed(key, complete(instrument, draft, author, completedOn));
  return {
    told,
    completion,
    assessment: {
      id: assessmentId(key),
      reference: referenceFor('A', key),
      childId: idFor('child', childKey),
      kind: draft.kind,
      previous: draft.previous,
      instrument: draft.instrument,
      completedOn,
      author,
      judgement: completion.judgement,
      suggestion: draft.shown,
      differsBecause: draft.differsBecause,
      analysis: told.analysis,
      protective,
      voice: draft.voice,
      answers: draft.answers,
      recordedAt: londonMoment(completedOn, '16:40'),
    },
  };
}

/** The author judges at twenty past four, and is shown what the tool suggests ten minutes later. */
function draftOf({ previousKey, completedOn, analysis, answers, voice, ...told }: StoryAssessment): Draft {
  const instrument = currentInstrument(completedOn);
  return {
    kind: previousKey ? 'review' : 'initial',
    previous: previousKey ? assessmentId(previousKey) : undefined,
    instrument: { code: instrument.code, version: instrument.version },
    answers,
    voice,
    own: { ...judgementOf(told), analysis, recordedAt: londonMoment(completedOn, '16:20') },
    shown: { ...suggest(instrument, answers), shownAt: londonMoment(completedOn, '16:30') },
    changed: undefined,
    differsBecause: told.reasonForDifference,
  };
}

type Judged = Pick<StoryAssessment, 'type' | 'level' | 'cceLevel' | 'cseLevel' | 'standing' | 'modes'>;

const judgementOf = ({ type, level, cceLevel, cseLevel, standing, modes }: Judged): Judgement => ({
  ...{ type, level, standing, modes },
  byType: { cce: cceLevel, cse: cseLevel },
});

/** In the story every manager sees it as the practitioner did. */
function authorised(
  { by, on, assessmentKey }: StoryAuthorisation,
  { answers, completedOn, childKey }: StoryAssessment,
  completion: Completion,
  { bornOn, disabilities }: StoryChild,
): NewAuthorisation {
  const floor = floorFor(
    currentInstrument(completedOn),
    answers,
    factsAbout({ bornOn: bornOn ?? null, disabilities }),
    completedOn,
  );
  const decision = { judgement: completion.judgement, reason: undefined };
  const said = passed(assessmentKey, authorise(completion, floor, idFor('worker', by), decision, on));
  return {
    assessment: assessmentId(assessmentKey),
    childId: idFor('child', childKey),
    author: completion.author,
    authoriser: said.by,
    authorisedOn: said.on,
    judgement: said.judgement,
    floor,
    belowFloor: said.belowFloor,
    reason: said.reason,
    recordedAt: londonMoment(on, '16:50'),
  };
}

const assessmentId = (key: string): AssessmentId => idFor('assessment', key);
