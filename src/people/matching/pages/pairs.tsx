import { Pagination, Table } from '@throughline/govuk-jsx';
import { sayMoment } from '../../../platform/kernel/index.ts';
import { page } from '../../../platform/web/page.tsx';
import { pagedBy, part } from '../../../platform/web/paging.ts';
import { Wide } from '../../../platform/web/wide.tsx';
import { childrenOf, type Pair } from '../pair.ts';
import { listPairs } from '../pairs.db.ts';
import { SaidBefore, WhoItIs, Why } from '../shown.tsx';
import { listSweeps, type Sweep, startSweep } from '../sweep.db.ts';

const paged = pagedBy({ doubt: part.number, id: part.id }, 25);

/** The pairs of records that may be of one child, those most in doubt first; and sweeps, which find them. */
export const listLikelyPairs = page({
  path: '/same-child',
  says: 'Records that may be of the same child',
  may: 'people.sweep',
  async load(tx, _, __, query) {
    const pairs = await paged.ask(
      query,
      (after, atMost) => listPairs(tx, after, atMost),
      ({ doubt, id }) => ({ doubt, id }),
    );
    return { ...pairs, sweeps: await listSweeps(tx) };
  },
  about: ({ shown }) => shown.flatMap(childrenOf),
  async submit(tx, { sweeps }, _, { worker, now }) {
    if (sweeps.every(({ finished }) => finished)) await startSweep(tx, worker.id, now);
    return { goTo: '/same-child', did: 'started a sweep', says: 'The sweep starts within a minute.' };
  },
  view: ({ shown, next, sweeps }, form) => (
    <>
      <p class="govuk-body">
        Those most in doubt come first. Say of each whether they are one person: nothing is merged, and what you say can
        be undone. A record you may not see is only whom to ring.
      </p>
      {shown.length === 0 ? (
        <p class="govuk-body">Nothing waits. A sweep compares everybody on record with everybody else.</p>
      ) : (
        <Pairs pairs={shown} />
      )}
      {next && <Pagination next={{ href: next, text: 'More pairs' }} />}
      <h2 class="govuk-heading-m">Sweeps</h2>
      <Sweeps sweeps={sweeps} />
      {sweeps.every(({ finished }) => finished) && form.show({ button: 'Start a sweep' })}
    </>
  ),
});

function Pairs({ pairs }: { pairs: readonly Pair[] }) {
  return (
    <Wide says="Pairs of records">
      <Table
        head={['One record', 'The other', 'Why', 'What to do']}
        rows={pairs.map((pair) => [
          <WhoItIs side={pair.left} />,
          <WhoItIs side={pair.right} />,
          <>
            <Why pair={pair} />
            <SaidBefore pair={pair} />
          </>,
          pair.likely ? (
            <a class="govuk-link" href={`/same-child/${pair.id}`}>
              Say whether they are the same
            </a>
          ) : (
            'Ring the contact'
          ),
        ])}
      />
    </Wide>
  );
}

function Sweeps({ sweeps }: { sweeps: readonly Sweep[] }) {
  if (sweeps.length === 0) return <p class="govuk-body">There has been no sweep yet.</p>;
  return (
    <ul class="govuk-list">
      {sweeps.map(({ startedBy, startedAt, share, finished }) => (
        <li>
          {sayMoment(startedAt)}, {startedBy ?? 'an import'}:{' '}
          {finished ? 'finished' : `${share} in every 100 children compared`}
        </li>
      ))}
    </ul>
  );
}
