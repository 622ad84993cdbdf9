import { SummaryList } from '@throughline/govuk-jsx';
import type { CompletedAssessment } from '../../completed.db.ts';
import type { AssessmentInstrument, Factor } from '../../instrument.ts';

type Shown = {
  instrument: AssessmentInstrument;
  assessment: Pick<CompletedAssessment, 'protective' | 'push' | 'pull' | 'context'>;
};

/** What protects the child, and what exploiters make use of. */
export function Factors({ instrument, assessment: { protective, push, pull, context } }: Shown) {
  const say = (key: string, codes: readonly string[], factors: readonly Factor[]) =>
    codes.length > 0 && {
      key,
      value: codes.map((code) => factors.find((factor) => factor.code === code)?.says ?? code).join('; '),
    };
  return (
    <>
      <h2 class="govuk-heading-m">What protects, pushes and pulls</h2>
      <SummaryList
        rows={[
          say('Protects', protective, instrument.protectiveFactors) || { key: 'Protects', value: 'Nothing recorded' },
          say('Pushes', push, instrument.pushFactors),
          say('Pulls', pull, instrument.pullFactors),
          context ? { key: 'What else matters', value: context } : false,
        ]}
      />
    </>
  );
}
