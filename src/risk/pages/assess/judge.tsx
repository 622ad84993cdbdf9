import { InsetText, SummaryList } from '@throughline/govuk-jsx';
import { refuse } from '../../../platform/kernel/index.ts';
import { page } from '../../../platform/web/page.tsx';
import { longText } from '../../../platform/web/questions.tsx';
import { draftForRules, everyDomainIsAnswered } from '../../draft.ts';
import { saveOwnJudgement, saveSection } from '../../drafts.db.ts';
import { checkJudgement } from '../../judgement.ts';
import { suggest } from '../../suggestion.ts';
import { judgementRows } from '../parts/judgement.tsx';
import { judgementFrom, judgementQuestions, WhatLevelsMean } from '../parts/judgement-questions.tsx';
import { sayWhose } from '../parts/whose.ts';
import { loadDraft, partAddress, toAllParts } from './draft-page.ts';

/** The practitioner's own judgement: saved once, before the tool says anything, and kept as it was. */
export const judge = page({
  path: '/children/:reference/assess/judgement',
  may: 'assessments.make',
  load: (tx, { reference }, world) => loadDraft(tx, reference, world),
  says: 'Your own judgement',
  about: ({ child }) => [child.id],
  asks: {
    ...judgementQuestions,
    analysis: longText({
      ask: 'Why do you judge so?',
      hint: 'What is happening, who poses the risk, what makes it more or less likely, and what worries you most.',
      missing: 'Say in your own words why you judge so',
      rows: 8,
    }),
  },
  async submit(tx, { child, draft, instrument }, { analysis, ...answers }, world) {
    const unfinished = everyDomainIsAnswered(instrument, draft);
    if (unfinished) return unfinished;
    if (draft.own)
      return refuse('Your own judgement is recorded and stays as it was. Say there if you change your mind.');
    const own = judgementFrom(answers);
    const refused = checkJudgement(own);
    if (refused) return refused;
    await saveOwnJudgement(tx, draft.id, { ...own, analysis }, world.now);
    // The page this goes to shows the suggestion: it counts as shown from here.
    const { answers: given } = draftForRules(instrument, draft, { kind: draft.kind, previous: draft.begunAfter });
    await saveSection(tx, draft.id, 'suggestion', suggest(instrument, given), world.now);
    return { goTo: partAddress(child, 'suggestion'), did: 'judged', says: 'Your judgement is recorded.' };
  },
  back: toAllParts,
  caption: sayWhose,
  view: ({ child, draft, instrument }, form) => {
    const unfinished = everyDomainIsAnswered(instrument, draft);
    return (
      <>
        {draft.own ? (
          <>
            <SummaryList rows={[...judgementRows(draft.own), { key: 'Why', value: draft.own.analysis }]} />
            <p class="govuk-body">
              This is recorded and stays as it was.{' '}
              <a href={partAddress(child, 'suggestion')}>See what the tool suggests</a>, and say there if you change
              your mind.
            </p>
          </>
        ) : unfinished ? (
          <InsetText>{unfinished.refused}</InsetText>
        ) : (
          <>
            <p class="govuk-body">
              You judge; the tool only supports you. It says what it would suggest after this is saved, and this stays
              as you saved it.
            </p>
            <WhatLevelsMean bands={instrument.bands} />
            {form.show({ button: 'Record my judgement' })}
          </>
        )}
      </>
    );
  },
});
