import { ButtonLink, InsetText, Table } from '@throughline/govuk-jsx';
import { findChild } from '../../people/index.ts';
import { sayDay } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { Wide } from '../../platform/web/wide.tsx';
import { listSeriesOf } from '../assessments.db.ts';
import { findDraft } from '../drafts.db.ts';
import { listEarlyReviews } from '../early-reviews.db.ts';
import { typeWords } from '../judgement.ts';
import { levelsOfRecord, riskNow, whereItStands, whereItStandsWords } from '../series.ts';
import { EarlyReviews } from './parts/early-reviews.tsx';
import { LevelTag } from './parts/judgement.tsx';
import { LevelChart } from './parts/level-chart.tsx';
import { RiskInWords } from './parts/risk-in-words.tsx';
import { sayWhose, toTheRecord } from './parts/whose.ts';

/** Every assessment of a child: what the level was, who said so, and how it changed. */
export const listAssessments = page({
  path: '/children/:reference/assessments',
  may: 'assessments.see',
  async load(tx, { reference }, world) {
    const child = await findChild(tx, reference);
    if (!child) return undefined;
    const series = await listSeriesOf(tx, child.id);
    const draft = world.may('assessments.make') ? await findDraft(tx, child.id, world.worker.id) : undefined;
    const early = (await listEarlyReviews(tx, [child.id])).filter(({ answered }) => !answered);
    return { child, series, draft, early };
  },
  says: 'Risk assessments',
  about: ({ child }) => [child.id],
  back: toTheRecord,
  caption: sayWhose,
  view: ({ child, series, draft, early }, _, world) => (
    <>
      <RiskInWords risk={riskNow(series, world.today)} />
      <EarlyReviews reviews={early} />
      {draft && (
        <InsetText>
          You began an assessment and have not completed it. Nobody else sees it.{' '}
          <a class="govuk-link" href={`/children/${child.reference}/assess`}>
            Go on with it
          </a>
        </InsetText>
      )}
      {series.length === 0 ? (
        <p class="govuk-body">The risk to this child has not been assessed yet.</p>
      ) : (
        <>
          <LevelChart series={levelsOfRecord(series)} today={world.today} />
          <Wide says="Assessments of this child">
            <Table
              caption="Assessments, the latest first"
              captionSize="m"
              head={['Completed', 'Assessment', 'Level', 'Type', 'By', 'Where it stands']}
              rows={series.toReversed().map((one) => {
                const { level, type } = one.ofRecord ?? one.judgement;
                return [
                  sayDay(one.completedOn),
                  <>
                    <a class="govuk-link" href={`/assessments/${one.reference}`}>
                      {one.reference}
                    </a>{' '}
                    {one.kind === 'review' ? 'Review' : 'First'}
                  </>,
                  <LevelTag level={level} />,
                  typeWords[type],
                  one.author ?? 'Not recorded',
                  whereItStandsWords[whereItStands(one)],
                ];
              })}
            />
          </Wide>
        </>
      )}
      <div class="govuk-button-group">
        {world.may('assessments.make') && !draft && (
          <ButtonLink href={`/children/${child.reference}/assess`}>
            {series.length === 0 ? 'Assess the risk' : 'Review the risk'}
          </ButtonLink>
        )}
        {world.may('assessments.ask-early') && series.length > 0 && (
          <a class="govuk-link" href={`/children/${child.reference}/early-review`}>
            Ask for an early review
          </a>
        )}
      </div>
    </>
  ),
});
