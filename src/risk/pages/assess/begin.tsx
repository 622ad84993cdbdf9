import { InsetText } from '@throughline/govuk-jsx';
import { findChild } from '../../../people/index.ts';
import { sayDay } from '../../../platform/kernel/index.ts';
import { page } from '../../../platform/web/page.tsx';
import { radios } from '../../../platform/web/questions.tsx';
import { listSeriesOf } from '../../assessments.db.ts';
import { beginAgain } from '../../begin-again.db.ts';
import { findCompleted } from '../../completed.db.ts';
import { beginDraft, findDraft, inTurn } from '../../drafts.db.ts';
import { listEarlyReviews } from '../../early-reviews.db.ts';
import { currentInstrument, getInstrument } from '../../instruments/index.ts';
import { kindNow, waysToBegin, whatItFollows, whereItStands, whereItStandsWords } from '../../series.ts';
import { EarlyReviews } from '../parts/early-reviews.tsx';
import { sayJudgement } from '../parts/judgement.tsx';
import { sayWhose, toTheRecord } from '../parts/whose.ts';
import { partAddress } from './draft-page.ts';
import { Parts } from './parts-list.tsx';

const words = {
  again: 'Begin again with what you wrote in the assessment that was returned to you',
  review: 'Review the assessment before it',
  initial: 'Make a first assessment',
} as const;

/** Begins an assessment, or shows its parts with what each still asks for. */
export const assess = page({
  path: '/children/:reference/assess',
  may: 'assessments.make',
  async load(tx, { reference }, world) {
    const child = await findChild(tx, reference);
    if (!child) return undefined;
    const draft = await findDraft(tx, child.id, world.worker.id);
    const series = await listSeriesOf(tx, child.id);
    const early = (await listEarlyReviews(tx, [child.id])).filter(({ answered }) => !answered);
    return { child, draft, series, early, ways: waysToBegin(series, world.worker.id) };
  },
  says: 'Assess the risk',
  about: ({ child }) => [child.id],
  asks: ({ ways }) => ({
    way: radios({
      ask: 'What do you want to make?',
      options: Object.fromEntries(
        ways.map((way) => [way, way === 'initial' && ways.length > 1 ? `${words.initial} of a new spell` : words[way]]),
      ),
      missing: 'Choose what you want to make',
    }),
  }),
  filled: ({ ways }) => (ways.length === 1 ? { way: [...ways] } : {}),
  async submit(tx, { child, draft, series }, { way }, world) {
    const goTo = partAddress(child);
    await inTurn(tx, child.id);
    if (draft ?? (await findDraft(tx, child.id, world.worker.id))) return { goTo, did: 'went on with an assessment' };
    const follows = whatItFollows(series);
    const begun = { childId: child.id, author: world.worker.id, follows, at: world.now };
    const returned = way === 'again' && follows.replaces && (await findCompleted(tx, follows.replaces.reference));
    if (returned) await beginAgain(tx, returned, begun);
    else {
      const kind = way === 'review' ? 'review' : 'initial';
      await beginDraft(tx, { ...begun, kind, instrument: currentInstrument(world.today) });
    }
    return { goTo, did: 'began an assessment' };
  },
  back: toTheRecord,
  caption: sayWhose,
  view: ({ child, draft, series, early }, form) => {
    const follows = whatItFollows(series);
    const { previous, replaces } = follows;
    return (
      <>
        <EarlyReviews reviews={early} />
        {replaces?.returned && (
          <InsetText>
            {replaces.returned.by} returned{' '}
            <a class="govuk-link" href={`/assessments/${replaces.reference}`}>
              {replaces.reference}
            </a>{' '}
            on {sayDay(replaces.returned.on)}: {replaces.returned.reason}
          </InsetText>
        )}
        {previous && (
          <p class="govuk-body">
            The one before it is{' '}
            <a class="govuk-link" href={`/assessments/${previous.reference}`}>
              {previous.reference}
            </a>
            , completed on {sayDay(previous.completedOn)}: {sayJudgement(previous.ofRecord ?? previous.judgement)}.{' '}
            {whereItStandsWords[whereItStands(previous)]}.
          </p>
        )}
        {draft ? (
          <Parts
            child={child}
            draft={draft}
            instrument={getInstrument(draft.instrument)}
            now={kindNow(draft, follows)}
          />
        ) : (
          <>
            <p class="govuk-body">
              You answer indicators part by part with their evidence, record the child’s voice, and judge. Only then
              does the tool say what it would suggest. Each part is saved as you go, and nobody else sees it until you
              complete it.
            </p>
            {form.show({ button: 'Begin' })}
          </>
        )}
      </>
    );
  },
});
