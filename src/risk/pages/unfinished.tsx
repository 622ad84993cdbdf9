import { mapChildren, sayName } from '../../people/index.ts';
import { sayCount, sayDay } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import type { ChildId } from '../../platform/web/world.ts';
import { type ChildsDanger, dangerRank, mapDangers, sayChildsDanger } from '../../referrals/index.ts';
import { listReturnedTo } from '../authorisations.db.ts';
import { listUnfinishedDrafts } from '../drafts.db.ts';

/** Danger and RED first; what leads nothing stays in the order it came. */
const rankOf = (danger: ChildsDanger | undefined): number => (danger ? dangerRank(danger) : 2);

/** What an author still has to finish: returned to them, or begun. */
export const unfinishedAssessments = page({
  path: '/assessments/unfinished',
  may: 'assessments.make',
  async load(tx, _, world) {
    const returned = await listReturnedTo(tx, world.worker.id);
    const drafts = await listUnfinishedDrafts(tx, world.worker.id);
    const children = await mapChildren(
      tx,
      [...returned, ...drafts].map(({ childId }) => childId),
    );
    const dangers = await mapDangers(tx, [...children.keys()]);
    const led = <One extends { childId: ChildId }>(all: readonly One[]) =>
      all
        .map((one) => ({ ...one, danger: dangers.get(one.childId) }))
        .toSorted((a, b) => rankOf(a.danger) - rankOf(b.danger));
    return { returned: led(returned), drafts: led(drafts), children, dangers: dangers.size };
  },
  says: 'Assessments you have not finished',
  about: ({ children }) => [...children.keys()],
  view: ({ returned, drafts, children, dangers }) => (
    <>
      {dangers > 0 && (
        <p class="govuk-body late">First: {sayCount(dangers, 'child', 'children')} in danger, missing or RED.</p>
      )}
      {returned.length + drafts.length === 0 && (
        <p class="govuk-body">
          Nothing. What you begin stays here until you complete it or set it aside, and what a manager returns to you
          comes here too.
        </p>
      )}
      {returned.length > 0 && <h2 class="govuk-heading-m">Returned to you</h2>}
      <ul class="govuk-list govuk-list--spaced">
        {returned.map(({ reference, childId, danger }) => {
          const child = children.get(childId);
          return (
            child && (
              <li>
                <a class="govuk-link" href={`/children/${child.reference}/assess`}>
                  {sayName(child)}
                </a>
                : {reference}
                {danger && <span class="late line">{sayChildsDanger(danger)}</span>}
              </li>
            )
          );
        })}
      </ul>
      {drafts.length > 0 && <h2 class="govuk-heading-m">Begun</h2>}
      <ul class="govuk-list govuk-list--spaced">
        {drafts.map(({ childId, danger, begunOn, lastSavedOn }) => {
          const child = children.get(childId);
          return (
            child && (
              <li>
                <a class="govuk-link" href={`/children/${child.reference}/assess`}>
                  {sayName(child)}
                </a>
                , begun on {sayDay(begunOn)}, last saved on {sayDay(lastSavedOn)}
                {danger && <span class="late line">{sayChildsDanger(danger)}</span>}
              </li>
            )
          );
        })}
      </ul>
    </>
  ),
});
