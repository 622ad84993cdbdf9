import { Pagination, Table } from '@throughline/govuk-jsx';
import { mapChildren, sayAge, sayName } from '../../people/index.ts';
import { daysBetween, type PlainDate, sayDay } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { pagedBy, part } from '../../platform/web/paging.ts';
import { Wide } from '../../platform/web/wide.tsx';
import { mapDangers } from '../../referrals/index.ts';
import { rankOfDanger } from '../caseload.ts';
import { listWaiting } from '../opening.db.ts';
import { DangerCounted, DangerSaid, sayWaited } from './parts.tsx';

const paged = pagedBy({ danger: part.whole, on: part.day, id: part.id }, 25);

/** Danger and RED first, then the longest waiting. */
type Key = { danger: number; on: PlainDate; id: string };
const byKey = (a: Key, b: Key) => a.danger - b.danger || a.on.localeCompare(b.on) || a.id.localeCompare(b.id);

export const toOpen = page({
  path: '/cases/to-open',
  may: 'cases.open',
  async load(tx, _, _world, query) {
    const waiting = await listWaiting(tx);
    const dangers = await mapDangers(
      tx,
      waiting.map(({ childId }) => childId),
    );
    const all = waiting.map((one) => ({ ...one, danger: dangers.get(one.childId) }));
    const keyOf = ({ danger, decidedOn, subjectId }: (typeof all)[number]): Key => ({
      danger: rankOfDanger(danger),
      on: decidedOn,
      id: subjectId,
    });
    const { shown, next } = paged.take(query, all, keyOf, byKey);
    const children = await mapChildren(
      tx,
      shown.map(({ childId }) => childId),
    );
    const rows = shown.flatMap((one) => {
      const child = children.get(one.childId);
      return child ? [{ ...one, child }] : [];
    });
    return { rows, dangers: all.map(({ danger }) => danger), next };
  },
  says: 'Cases to open',
  about: ({ rows }) => rows.map(({ childId }) => childId),
  view: ({ rows, dangers, next }, _, { today }) => (
    <>
      <p class="govuk-body">
        Decided for Evolve, and not yet opened, noted on an open case or turned down. Danger and RED come first, then
        the longest waiting.
      </p>
      <DangerCounted all={dangers} />
      {rows.length === 0 ? (
        <p class="govuk-body">
          Nothing waits to be opened. When somebody decides that a child goes to Evolve, it appears here.
        </p>
      ) : (
        <Wide says="Decisions that wait for Evolve">
          <Table
            firstCellIsHeader
            head={['Child', 'Decided', 'Why', 'Next']}
            rows={rows.map(({ child, danger, decidedOn, reason, subjectId }) => [
              <>
                {sayName(child)}
                <br />
                <span class="case-small">{sayAge(child, today)}</span>
                <DangerSaid danger={danger} />
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
