import { Pagination, Table } from '@throughline/govuk-jsx';
import { mapChildren, sayAge, sayName } from '../../people/index.ts';
import { daysBetween, sayDay } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { pagedBy, part } from '../../platform/web/paging.ts';
import { Wide } from '../../platform/web/wide.tsx';
import { listWaiting } from '../opening.db.ts';
import { sayWaited } from './parts.tsx';

const paged = pagedBy({ on: part.day, id: part.id }, 25);

export const toOpen = page({
  path: '/cases/to-open',
  may: 'cases.open',
  async load(tx, _, _world, query) {
    const { shown, next } = await paged.ask(
      query,
      (after, atMost) => listWaiting(tx, after, atMost),
      ({ decidedOn, subjectId }) => ({ on: decidedOn, id: subjectId }),
    );
    const children = await mapChildren(
      tx,
      shown.map(({ childId }) => childId),
    );
    const rows = shown.flatMap((one) => {
      const child = children.get(one.childId);
      return child ? [{ ...one, child }] : [];
    });
    return { rows, next };
  },
  says: 'Cases to open',
  about: ({ rows }) => rows.map(({ childId }) => childId),
  view: ({ rows, next }, _, { today }) => (
    <>
      <p class="govuk-body">
        Decided for Evolve, and not yet opened, noted on an open case or turned down. The longest waiting comes first.
      </p>
      {rows.length === 0 ? (
        <p class="govuk-body">
          Nothing waits to be opened. When somebody decides that a child goes to Evolve, it appears here.
        </p>
      ) : (
        <Wide says="Decisions that wait for Evolve">
          <Table
            firstCellIsHeader
            head={['Child', 'Decided', 'Why', 'Next']}
            rows={rows.map(({ child, decidedOn, reason, subjectId }) => [
              <>
                {sayName(child)}
                <br />
                <span class="case-small">{sayAge(child, today)}</span>
              </>,
              <>
                {sayDay(decidedOn)}
                <br />
                <span class="case-small">{sayWaited(daysBetween(decidedOn, today))}</span>
              </>,
              reason,
              <a class="govuk-link" href={`/cases/open/${subjectId}`}>
                Open a case<span class="govuk-visually-hidden"> for {sayName(child)}</span>
              </a>,
            ])}
          />
        </Wide>
      )}
      {next && <Pagination next={{ href: next, labelText: 'Decided later' }} />}
    </>
  ),
});
