import { SummaryList } from '@throughline/govuk-jsx';
import { isRefusal } from '../../../platform/kernel/index.ts';
import { asShown } from '../../../platform/web/as-shown.tsx';
import { page } from '../../../platform/web/page.tsx';
import { standsBy, whatStandsInTheWay } from '../../assessment.ts';
import { listSeriesOf } from '../../assessments.db.ts';
import { completeDraft } from '../../completing.db.ts';
import { analysisOf, answersGiven, draftForRules, everyDomainIsAnswered } from '../../draft.ts';
import { kindNow, whatItFollows } from '../../series.ts';
import { Answers } from '../parts/answers.tsx';
import { judgementRows, sayJudgement } from '../parts/judgement.tsx';
import { SayVoice } from '../parts/voice.tsx';
import { sayWhose } from '../parts/whose.ts';
import { loadDraft, partAddress, toAllParts } from './draft-page.ts';

/** Everything once more before it is handed to a manager: afterwards nothing of it changes. */
export const completeAssessment = page({
  path: '/children/:reference/assess/complete',
  may: 'assessments.make',
  async load(tx, { reference }, world) {
    const found = await loadDraft(tx, reference, world);
    if (!found) return undefined;
    const follows = whatItFollows(await listSeriesOf(tx, found.child.id));
    const rules = draftForRules(found.instrument, found.draft, kindNow(found.draft, follows));
    const missing = [
      everyDomainIsAnswered(found.instrument, found.draft),
      ...whatStandsInTheWay(found.instrument, rules, world.today),
    ].flatMap((refusal) => refusal ?? []);
    return { ...found, follows, rules, missing };
  },
  says: 'Check and complete',
  about: ({ child }) => [child.id],
  asks: ({ follows: { previous } }) => ({ follows: asShown(previous?.reference ?? '') }),
  async submit(tx, { draft, instrument }, { follows }, world) {
    const recorded = await completeDraft(tx, instrument, draft, follows || undefined, world);
    if (isRefusal(recorded)) return recorded;
    return {
      goTo: `/assessments/${recorded.reference}`,
      did: 'completed an assessment',
      says: 'Completed. It counts as of today once a manager has authorised it.',
    };
  },
  back: toAllParts,
  caption: sayWhose,
  view: ({ child, draft, instrument, follows, rules, missing }, form) => {
    const stands = standsBy(rules);
    return (
      <>
        {missing.length > 0 && (
          <>
            <p class="govuk-body">Before it can be completed:</p>
            <ul class="govuk-list govuk-list--bullet">
              {missing.map(({ refused, beside }) => (
                <li>
                  <a class="govuk-link" href={partAddress(child, partOf(beside))}>
                    {beside && /^[A-Z]\d+$/.test(beside) ? `${beside}: ${refused}` : refused}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        {rules.kind === 'review' && follows.previous && (
          <p class="govuk-body">
            It reviews{' '}
            <a class="govuk-link" href={`/assessments/${follows.previous.reference}`}>
              {follows.previous.reference}
            </a>
            : {sayJudgement(follows.previous.ofRecord ?? follows.previous.judgement)}.
          </p>
        )}
        {stands && <SummaryList rows={[...judgementRows(stands), { key: 'Why', value: analysisOf(draft) }]} />}
        {rules.voice && <SayVoice voice={rules.voice} parentView={rules.parentView} />}
        <Answers instrument={instrument} answers={answersGiven(instrument, draft)} />
        {missing.length === 0 && form.show({ button: 'Complete the assessment' })}
      </>
    );
  },
});

/** Where each thing that stands in the way is put right. */
function partOf(beside = ''): string {
  if (/^[A-Z]\d+$/.test(beside)) return `evidence/${beside.slice(0, 1)}`;
  if (/^(voice|seen)/.test(beside)) return 'voice';
  if (/^(own|analysis|standing|modes)$/.test(beside)) return 'judgement';
  if (/^(suggestion|changed|differs)/.test(beside)) return 'suggestion';
  return '';
}
