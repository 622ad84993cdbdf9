import { Pagination, Table } from '@throughline/govuk-jsx';
import { mapChildren, sayName } from '../../people/index.ts';
import { daysBetween, type PlainDate, sayCount, sayDay } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { pagedBy, part } from '../../platform/web/paging.ts';
import { Wide } from '../../platform/web/wide.tsx';
import { dangerRank, mapDangers, sayChildsDanger } from '../../referrals/index.ts';
import { listWaiting } from '../authorisations.db.ts';
import { levels } from '../judgement.ts';
import { LevelTag } from './parts/judgement.tsx';
import { sayDays } from './parts/risk-in-words.tsx';

const paged = pagedBy({ danger: part.whole, level: part.whole, completedOn: part.day, reference: part.word }, 50);

/** Danger and RED first, then by the level its practitioner gives, then the longest wait. */
type Key = { danger: number; level: number; completedOn: PlainDate; reference: string };
const byKey = (a: Key, b: Key) =>
  a.danger - b.danger ||
  a.level - b.level ||
  a.completedOn.localeCompare(b.completedOn) ||
  a.reference.localeCompare(b.reference);

/** What a manager is asked to authorise: never their own. */
export const waitingForAuthorisation = page({
  path: '/assessments/waiting',
  may: 'assessments.authorise',
  async load(tx, _, __, query) {
    const waiting = await listWaiting(tx);
    const dangers = await mapDangers(
      tx,
      waiting.map(({ childId }) => childId),
    );
    const all = waiting.map((one) => ({ ...one, danger: dangers.get(one.childId) }));
    const keyOf = ({ danger, level, completedOn, reference }: (typeof all)[number]): Key => ({
      danger: danger ? dangerRank(danger) : 2,
      level: -levels.indexOf(level),
      completedOn,
      reference,
    });
    const { shown, next } = paged.take(query, all, keyOf, byKey);
    const children = await mapChildren(
      tx,
      shown.map(({ childId }) => childId),
    );
    const high = waiting.filter(({ level }) => level === 'HIGH').length;
    return { rows: shown, children, dangers: all.filter(({ danger }) => danger).length, high, next };
  },
  says: 'Assessments waiting for authorisation',
  about: ({ rows }) => rows.map(({ childId }) => childId),
  view: ({ rows, children, dangers, high, next }, _, world) => (
    <>
      {rows.length === 0 ? (
        <p class="govuk-body">
          Nothing waits for you. An assessment comes here when a practitioner completes it; one you wrote yourself waits
          for another manager.
        </p>
      ) : (
        <>
          {(dangers > 0 || high > 0) && (
            <p class="govuk-body late">
              First: {sayCount(dangers, 'child', 'children')} in danger, missing or RED; {high} judged HIGH.
            </p>
          )}
          <Wide says="Assessments waiting for authorisation">
            <Table
              caption="Danger and HIGH first, then the longest wait"
              head={['Child', 'Assessment', 'By', 'Their level', 'Completed', 'Waiting']}
              rows={rows.map((row) => {
                const child = children.get(row.childId);
                return [
                  <>
                    {child ? sayName(child) : 'Name not known'}
                    {row.danger && <span class="late line">{sayChildsDanger(row.danger)}</span>}
                  </>,
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
        </>
      )}
    </>
  ),
});
