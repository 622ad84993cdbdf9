import { Pagination, Table } from '@throughline/govuk-jsx';
import { mapChildren, sayName } from '../../people/index.ts';
import { daysBetween, findPlainDate, sayDay } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { Wide } from '../../platform/web/wide.tsx';
import { listWaiting } from '../authorisations.db.ts';
import { LevelTag } from './parts/judgement.tsx';
import { sayDays } from './parts/risk-in-words.tsx';

const AT_ONCE = 50;

/** What a manager is asked to authorise: never their own. */
export const waitingForAuthorisation = page({
  path: '/assessments/waiting',
  may: 'assessments.authorise',
  async load(tx, _, __, query) {
    const [day = '', reference = ''] = (query.get('after') ?? '').split('_');
    const completedOn = findPlainDate(day);
    const rows = await listWaiting(tx, {
      atMost: AT_ONCE,
      after: completedOn && { completedOn, reference },
    });
    const children = await mapChildren(
      tx,
      rows.map(({ childId }) => childId),
    );
    const last = rows.length === AT_ONCE ? rows.at(-1) : undefined;
    return { rows, children, next: last && `?after=${last.completedOn}_${last.reference}` };
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
