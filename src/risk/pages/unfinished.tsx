import { mapChildren, sayName } from '../../people/index.ts';
import { sayDay } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { listReturnedTo } from '../authorisations.db.ts';
import { listUnfinishedDrafts } from '../drafts.db.ts';

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
    return { returned, drafts, children };
  },
  says: 'Assessments you have not finished',
  about: ({ children }) => [...children.keys()],
  view: ({ returned, drafts, children }) => (
    <>
      {returned.length + drafts.length === 0 && (
        <p class="govuk-body">
          Nothing. What you begin stays here until you complete it or set it aside, and what a manager returns to you
          comes here too.
        </p>
      )}
      {returned.length > 0 && <h2 class="govuk-heading-m">Returned to you</h2>}
      <ul class="govuk-list govuk-list--spaced">
        {returned.map(({ reference, childId }) => {
          const child = children.get(childId);
          return (
            child && (
              <li>
                <a class="govuk-link" href={`/children/${child.reference}/assess`}>
                  {sayName(child)}
                </a>
                : {reference}
              </li>
            )
          );
        })}
      </ul>
      {drafts.length > 0 && <h2 class="govuk-heading-m">Begun</h2>}
      <ul class="govuk-list govuk-list--spaced">
        {drafts.map(({ childId, begunOn, lastSavedOn }) => {
          const child = children.get(childId);
          return (
            child && (
              <li>
                <a class="govuk-link" href={`/children/${child.reference}/assess`}>
                  {sayName(child)}
                </a>
                , begun on {sayDay(begunOn)}, last saved on {sayDay(lastSavedOn)}
              </li>
            )
          );
        })}
      </ul>
    </>
  ),
});
