import { InsetText, SummaryList } from '@throughline/govuk-jsx';
import { isRefusal, type Refusal, refuse } from '../../../platform/kernel/index.ts';
import { writeAnswers } from '../../../platform/web/answers.ts';
import { asShown } from '../../../platform/web/as-shown.tsx';
import { onlyIf } from '../../../platform/web/asked-within.tsx';
import { page } from '../../../platform/web/page.tsx';
import { type Answers, longText, radios } from '../../../platform/web/questions.tsx';
import {
  type ChangedJudgement,
  changeIsExplained,
  differenceIsExplained,
  maySeeSuggestion,
  suggestionFor,
} from '../../assessment.ts';
import { draftForRules, type OpenDraft } from '../../draft.ts';
import { saveSection } from '../../drafts.db.ts';
import type { AssessmentInstrument } from '../../instrument.ts';
import { checkJudgement } from '../../judgement.ts';
import { howThisSuggestionIsMade, type Suggestion } from '../../suggestion.ts';
import { judgementRows } from '../parts/judgement.tsx';
import { answersFrom, judgementFrom, judgementQuestions } from '../parts/judgement-questions.tsx';
import { Suggested } from '../parts/suggested.tsx';
import { sayWhose } from '../parts/whose.ts';
import { loadDraft, partAddress, toAllParts } from './draft-page.ts';

const changed = ['stands', 'no'] as const;
const { cce, cse, standing, modes } = judgementQuestions;
const questions = {
  stands: radios({
    ask: 'Do you stand by your judgement?',
    options: { yes: 'Yes, I stand by it', no: 'No, I have thought again' },
    missing: 'Say whether you stand by your judgement',
  }),
  cce: onlyIf(changed, cce),
  cse: onlyIf(changed, cse),
  standing: onlyIf(changed, standing),
  modes: onlyIf(changed, modes),
  'changed-because': onlyIf(
    changed,
    longText({ ask: 'Why did you change your judgement?', missing: 'Say why you changed your own judgement', rows: 3 }),
  ),
  'differs-because': longText({
    ask: 'Why does your level differ from the one the tool suggests?',
    hint: 'Leave this empty where they agree, or where the tool suggests none.',
    rows: 3,
  }),
  adds: longText({
    ask: 'Is there anything to add to your reasons?',
    hint: 'What you wrote with your judgement stays as it was; this stands below it.',
    rows: 3,
  }),
};

/** The tool's suggestion beside the judgement already recorded; the practitioner stands by it, or says why not. */
export const seeSuggestion = page({
  path: '/children/:reference/assess/suggestion',
  may: 'assessments.make',
  load: (tx, { reference }, world) => loadDraft(tx, reference, world),
  says: 'What the tool suggests',
  about: ({ child }) => [child.id],
  asks: ({ draft, instrument }) => ({
    ...questions,
    seen: asShown(sayShort(suggestionFor(instrument, rulesOf(draft, instrument)))),
  }),
  filled: ({ draft: { own, afterwards } }) => {
    if (!own) return {};
    if (!afterwards) return writeAnswers<typeof questions>(questions, answersFrom(own));
    const { changed: instead, differsBecause, adds } = afterwards;
    return writeAnswers(questions, {
      stands: instead ? 'no' : 'yes',
      ...answersFrom(instead ?? own),
      'changed-because': instead?.because,
      'differs-because': differsBecause ?? null,
      adds: adds ?? null,
    });
  },
  async submit(tx, { child, draft, instrument }, said, world) {
    const suggestion = suggestionFor(instrument, rulesOf(draft, instrument));
    if (isRefusal(suggestion)) return suggestion;
    if (said.seen !== sayShort(suggestion))
      return refuse('Your answers have changed what the tool suggests: look again');
    const shown = { ...suggestion, shownAt: world.now };
    const afterwards = {
      changed: changedJudgement(said),
      differsBecause: said['differs-because'] ?? undefined,
      adds: said.adds ?? undefined,
    };
    const rules = rulesOf({ ...draft, shown, afterwards }, instrument);
    const refused =
      (rules.changed && checkJudgement(rules.changed)) ?? changeIsExplained(rules) ?? differenceIsExplained(rules);
    if (refused) return refused;
    await saveSection(tx, draft.id, 'suggestion', suggestion, world.now);
    await saveSection(tx, draft.id, 'afterwards', afterwards, world.now);
    return { goTo: partAddress(child, 'complete'), did: 'saw the suggestion', says: 'Saved.' };
  },
  back: toAllParts,
  caption: sayWhose,
  view: ({ child, draft, instrument }, form) => {
    const suggestion = suggestionFor(instrument, rulesOf(draft, instrument));
    return (
      <>
        {draft.own && !isRefusal(suggestion) ? (
          <>
            <div class="side-by-side">
              <div>
                <h2 class="govuk-heading-m">Your judgement</h2>
                <SummaryList rows={[...judgementRows(draft.own), { key: 'Why', value: draft.own.analysis }]} />
              </div>
              <div>
                <h2 class="govuk-heading-m">The tool’s suggestion</h2>
                <Suggested suggestion={suggestion} how={howThisSuggestionIsMade[instrument.suggestion]} />
              </div>
            </div>
            {form.show({ button: 'Save and continue' })}
          </>
        ) : (
          <InsetText>
            {maySeeSuggestion(draft)?.refused}. <a href={partAddress(child, 'judgement')}>Your own judgement</a>
          </InsetText>
        )}
      </>
    );
  },
});

const rulesOf = (draft: OpenDraft, instrument: AssessmentInstrument) =>
  draftForRules(instrument, draft, { kind: draft.kind, previous: draft.begunAfter });

const sayShort = (suggestion: Suggestion | Refusal): string =>
  isRefusal(suggestion) ? '' : (suggestion.level ?? 'none');

function changedJudgement(said: Answers<typeof questions>): ChangedJudgement | undefined {
  const { cce, cse, standing, modes } = said;
  if (said.stands === 'yes' || !cce || !cse) return undefined;
  const because = said['changed-because'] ?? '';
  return { ...judgementFrom({ cce, cse, standing: standing ?? null, modes: modes ?? [] }), because };
}
