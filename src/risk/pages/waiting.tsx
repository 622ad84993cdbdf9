import { Pagination, Table } from '@throughline/govuk-jsx';
import { mapChildren, sayName } from '../../people/index.ts';
import { daysBetween, sayDay } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { pagedBy, part } from '../../platform/web/paging.ts';
import { Wide } from '../../platform/web/wide.tsx';
import { listWaiting } from '../authorisations.db.ts';
import { LevelTag } from './parts/judgement.tsx';
import { sayDays } from './parts/risk-in-words.tsx';

const paged = pagedBy({ completedOn: part.day, reference: part.word }, 50);

/** What a manager is asked to authorise: never their own. */
export const waitingForAuthorisation = page({
  path: '/assessments/waiting',
  may: 'assessments.authorise',
  async load(tx, _, __, query) {
    const { shown, next } = await paged.ask(
      query,
      (after, atMost) => listWaiting(tx, { after, atMost }),
      ({ completedOn, reference }) => ({ completedOn, reference }),
    );
    const children = await mapChildren(
      tx,
      shown.map(({ childId }) => childId),
    );
    return { rows: shown, children, next };
  },
  says: 'Assessments waiting for authorisation',
  about: ({ rows }) => rows.map(({ childId }) => childId),
  view: ({ rows, children, next }, _, world) => (
    <>
      {rows.length === 0 ? (
        <p class="govuk-body">
          Nothing waits for you. An assessment comes here when a practitioner completes it; one you wrote yourself waits
          for another manager.
        </p>
      ) : (
        <Wide says="Assessments waiting for authorisation">
          <Table
            caption="The longest wait first"
            head={['Child', 'Assessment', 'By', 'Their level', 'Completed', 'Waiting']}
            rows={rows.map((row) => {
              const child = children.get(row.childId);
              return [
                child ? sayName(child) : 'Name not known',
                <>
                  <a class="govuk-link" href={`/assessments/${row.reference}/authorise`}>
                    {row.reference}
                  </a>{' '}
                  {row.kind === 'review' ? 'Review' : 'First'}
                </>,
                row.author ?? 'Not recorded',
                <LevelTag level={row.level} />,
                sayDay(row.completedOn),
                sayDays(daysBetween(row.completedOn, world.today)),
              ];
            })}
          />
          {next && <Pagination next={{ href: next }} />}
        </Wide>
      )}
    </>
  ),
});
