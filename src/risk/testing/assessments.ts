import type { PlainDate } from '../../platform/kernel/index.ts';
import { NOW, type TestHouse, TODAY } from '../../platform/testing/house.ts';
import { type Judgement, judge, type LevelsByType } from '../judgement.ts';
import {
  type AssessmentId,
  type RecordedAssessment,
  recordAssessments,
  recordAuthorisations,
} from '../recording.db.ts';
import type { TestChild } from './child.ts';

type Wanted = {
  by?: string;
  levels?: LevelsByType;
  on?: PlainDate;
  previous?: AssessmentId;
  /** Whoever authorises it the same day; nobody where it waits. */
  authorisedBy?: string;
};

/** A completed assessment that tells of a debt, as Dev judges it unless told otherwise. */
export async function arrangeAssessment(
  test: TestHouse,
  child: TestChild,
  { by = 'dev', levels = { cce: 'MEDIUM', cse: 'NONE' }, on = TODAY, previous, authorisedBy }: Wanted = {},
): Promise<RecordedAssessment> {
  const judged = judge(levels);
  const judgement: Judgement = {
    ...judged,
    byType: levels,
    standing: judged.level === 'NONE' ? undefined : 'at_risk',
    modes: [],
  };
  const author = test.workerId(by);
  return test.arrange(async (tx) => {
    const [recorded] = await recordAssessments(tx, [
      {
        childId: child.id,
        kind: previous ? 'review' : 'initial',
        previous,
        instrument: { code: 'throughline', version: 1 },
        completedOn: on,
        author,
        judgement,
        suggestion: { level: 'MEDIUM', because: ['In debt to others, or threatened over a debt'] },
        analysis: 'A debt is being built up around her',
        answers: [
          {
            indicator: 'C2',
            present: 'yes',
            recency: 'current',
            basis: 'fact',
            evidence: 'Her mother was told of a debt',
            sourceAgency: 'School',
          },
        ],
        recordedAt: NOW,
      },
    ]);
    if (!recorded) throw new Error('the assessment was not recorded');
    const authoriser = authorisedBy && test.workerId(authorisedBy);
    if (authoriser)
      await recordAuthorisations(tx, [
        {
          assessment: recorded.id,
          childId: child.id,
          author,
          authoriser,
          authorisedOn: on,
          judgement,
          recordedAt: NOW,
        },
      ]);
    return recorded;
  });
}
