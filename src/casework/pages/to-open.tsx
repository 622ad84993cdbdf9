import { Pagination, Table } from '@throughline/govuk-jsx';
import { mapChildren, sayAge, sayName } from '../../people/index.ts';
import { daysBetween, sayDay } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { Wide } from '../../platform/web/wide.tsx';
import { listWaiting } from '../opening.db.ts';
import { readKey, sayWaited, writeKey } from './parts.tsx';

const AT_ONCE = 25;

export const toOpen = page({
  path: '/cases/to-open',
  may: 'cases.open',
  async load(tx, _, _world, query) {
    const waiting = await listWaiting(tx, readKey(query.get('after')), AT_ONCE);
    const children = await mapChildren(
      tx,
      waiting.map(({ childId }) => childId),
    );
    const rows = waiting.flatMap((one) => {
      const child = children.get(one.childId);
      return child ? [{ ...one, child }] : [];
    });
    const last = waiting.at(-1);
    const next = waiting.length === AT_ONCE && last ? writeKey({ on: last.decidedOn, id: last.subjectId }) : undefined;
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
      {next && <Pagination next={{ href: `/cases/to-open?after=${next}`, labelText: 'Decided later' }} />}
    </>
  ),
});
