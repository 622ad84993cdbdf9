import { Table } from '@throughline/govuk-jsx';
import type { Tx } from '../platform/db/index.ts';
import { londonDay, sayDay } from '../platform/kernel/index.ts';
import type { Panel, TimelineEntry } from '../platform/module.ts';
import { Wide } from '../platform/web/wide.tsx';
import type { ChildId } from '../platform/web/world.ts';
import { outcomes } from './decision.ts';
import { type ChildsReferral, listReferralsOf } from './history.db.ts';
import { Rating } from './lines.tsx';
import { saySource } from './received.ts';

/** The referrals there have been about a child, on the child's page and beside a new referral. */
export const referralsPanel: Panel = {
  may: 'referrals.see',
  order: 40,
  async ask(tx, child) {
    const all = await listReferralsOf(tx, child);
    if (all.length === 0) return undefined;
    return { title: `Referrals (${all.length})`, body: <Referrals all={all} /> };
  },
};

const Referrals = ({ all }: { all: readonly ChildsReferral[] }) => (
  <Wide says="Referrals">
    <Table
      head={['Received', 'From', 'Rating', 'Outcome']}
      rows={all.map((one) => [
        <a class="govuk-link" href={`/mash/${one.reference}`}>
          {sayDay(londonDay(one.receivedAt))}
        </a>,
        saySource(one.source),
        <Rating brag={one.brag} decided={one.decidedAt !== null} />,
        one.outcome ? outcomes[one.outcome] : 'Not decided',
      ])}
    />
  </Wide>
);

export async function referralsTimeline(tx: Tx, child: ChildId): Promise<TimelineEntry[]> {
  const all = await listReferralsOf(tx, child);
  return all.toReversed().flatMap(({ reference, receivedAt, source, decidedAt, outcome }) => {
    const path = `/mash/${reference}`;
    const received = { on: londonDay(receivedAt), says: `Referred: ${saySource(source)}`, path };
    const says = outcome ? `Decided: ${outcomes[outcome]}` : 'Decided';
    return decidedAt ? [received, { on: londonDay(decidedAt), says, path }] : [received];
  });
}
