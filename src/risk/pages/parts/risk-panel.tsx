import { findChildById } from '../../../people/index.ts';
import type { Panel } from '../../../platform/module.ts';
import { listSeriesOf } from '../../assessments.db.ts';
import { listEarlyReviews } from '../../early-reviews.db.ts';
import { riskNow } from '../../series.ts';
import { EarlyReviews } from './early-reviews.tsx';
import { RiskInWords } from './risk-in-words.tsx';
import { StrategyDiscussion } from './what-to-do.tsx';

/** The risk to a child on the child's page: level and type with which way they went, and the next review. */
export const riskPanel: Panel = {
  may: 'assessments.see',
  order: 20,
  async ask(tx, childId, world) {
    const child = await findChildById(tx, childId);
    if (!child) return undefined;
    const risk = riskNow(await listSeriesOf(tx, childId), world.today);
    const early = (await listEarlyReviews(tx, [childId])).filter(({ answered }) => !answered);
    return {
      title: 'Risk',
      body: (
        <>
          {risk.latest && (
            <StrategyDiscussion level={risk.latest.ofRecord.level} at={`/assessments/${risk.latest.reference}`} />
          )}
          <RiskInWords risk={risk} />
          <EarlyReviews reviews={early} />
          <ul class="govuk-list">
            <li>
              <a class="govuk-link" href={`/children/${child.reference}/assessments`}>
                All assessments
              </a>
            </li>
            {world.may('assessments.make') && (
              <li>
                <a class="govuk-link" href={`/children/${child.reference}/assess`}>
                  Assess the risk
                </a>
              </li>
            )}
            {world.may('assessments.ask-early') && (
              <li>
                <a class="govuk-link" href={`/children/${child.reference}/early-review`}>
                  Ask for an early review
                </a>
              </li>
            )}
          </ul>
        </>
      ),
    };
  },
};
