import { SummaryList } from '@throughline/govuk-jsx';
import { sayDay } from '../../../platform/kernel/index.ts';
import type { CompletedAssessment } from '../../completed.db.ts';
import { levelWords } from '../../judgement.ts';
import { whereItStands, whereItStandsWords } from '../../series.ts';
import { judgementRows } from './judgement.tsx';

/** Where an assessment stands with the managers: the level of record, each correction with its reason, or why it went back. */
export function Authorised({ assessment }: { assessment: CompletedAssessment }) {
  const { authorisation, corrections, returned } = assessment;
  const says = whereItStandsWords[whereItStands(assessment)];
  if (returned)
    return (
      <SummaryList
        rows={[
          { key: says, value: `${sayDay(returned.on)}, by ${returned.by}` },
          { key: 'Why', value: returned.reason },
        ]}
      />
    );
  if (!authorisation) return <p class="govuk-body govuk-!-font-weight-bold">{says}</p>;
  const { floor } = authorisation;
  return (
    <>
      <h2 class="govuk-heading-m">Level of record</h2>
      <SummaryList
        rows={[
          ...judgementRows(assessment.ofRecord ?? authorisation.judgement),
          { key: says, value: `${sayDay(authorisation.on)}${authorisation.by ? `, by ${authorisation.by}` : ''}` },
          authorisation.reason && { key: 'The manager’s reason', value: authorisation.reason },
          floor.level !== 'NONE' && {
            key: 'Floor',
            value: `${levelWords[floor.level]}. ${floor.because.join('. ')}${authorisation.belowFloor ? '. The manager went below it' : ''}`,
          },
        ].map((row) => row || false)}
      />
      {corrections.map(({ by, on, judgement, reason }, place) => (
        <SummaryList
          rows={[
            { key: 'Corrected', value: `${sayDay(on)}, by ${by}, to ${levelWords[judgement.level].toLowerCase()}` },
            {
              key: 'From',
              value: levelWords[(corrections[place - 1]?.judgement ?? authorisation.judgement).level],
            },
            { key: 'Why', value: reason },
          ]}
        />
      ))}
    </>
  );
}
