import { Pagination, Table, Tag } from '@throughline/govuk-jsx';
import { londonDay, type PlainDate, sayDay } from '../../platform/kernel/index.ts';
import { nobody, page } from '../../platform/web/page.tsx';
import { pagedBy, part } from '../../platform/web/paging.ts';
import { Wide } from '../../platform/web/wide.tsx';
import { type Draft, namesIn, reminder, whyClosed } from '../draft.ts';
import { listDrafts } from '../drafts.db.ts';
import { type Status, statuses, statusOf } from '../heard.ts';
import { child } from '../sections/index.ts';
import { listSent, type SentLine } from '../sent.db.ts';

const paged = pagedBy({ reference: part.word }, 25);

export const listMine = page({
  path: '/referrals/mine',
  says: 'Your referrals',
  may: 'referrals.make',
  about: nobody,
  async load(tx, _, world, query) {
    const isFirst = !query.has('after');
    const sent = await paged.ask(
      query,
      (after, atMost) => listSent(tx, world, after?.reference, atMost),
      ({ reference }) => ({ reference }),
    );
    return { drafts: isFirst ? await listDrafts(tx, world) : [], sent, isFirst };
  },
  view: ({ drafts, sent, isFirst }, _, { today }) => (
    <>
      <p class="govuk-body">
        <a class="govuk-link" href="/referrals/new">
          Start a new referral
        </a>
      </p>
      {drafts.length > 0 && <Drafts drafts={drafts} today={today} />}
      <h2 class="govuk-heading-m">Sent</h2>
      {sent.shown.length > 0 ? (
        <SentTable lines={sent.shown} />
      ) : (
        <p class="govuk-body">You have sent none{isFirst ? '' : ' before these'}.</p>
      )}
      {(sent.next || !isFirst) && (
        <Pagination
          previous={isFirst ? undefined : { href: '/referrals/mine', text: 'Latest' }}
          next={sent.next === undefined ? undefined : { href: sent.next, text: 'Earlier' }}
        />
      )}
    </>
  ),
});

function Drafts({ drafts, today }: { drafts: Draft[]; today: PlainDate }) {
  return (
    <>
      <h2 class="govuk-heading-m">Not sent yet</h2>
      <ul class="govuk-list govuk-list--spaced">
        {drafts.map((draft) => (
          <li>
            {draft.expiresOn < today ? (
              whyClosed(draft)?.refused
            ) : (
              <>
                <a class="govuk-link" href={`/referrals/drafts/${draft.id}`}>
                  {namesIn(child, draft).join(', ') || 'No child named yet'}, started on{' '}
                  {sayDay(londonDay(draft.startedAt))}
                </a>
                . {reminder(draft.expiresOn, today) ?? `It expires after ${sayDay(draft.expiresOn)}.`}
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

const colours = { received: 'grey', looked_at: 'blue', decided: 'green' } as const satisfies Record<Status, string>;

function SentTable({ lines }: { lines: SentLine[] }) {
  const row = ({ reference, children, receivedAt, heard }: SentLine) => [
    <a class="govuk-link" href={`/referrals/mine/${reference}`}>
      {reference}
    </a>,
    children.join(', '),
    sayDay(londonDay(receivedAt)),
    <Tag colour={colours[statusOf(heard)]}>{statuses[statusOf(heard)]}</Tag>,
  ];
  return (
    <Wide says="Referrals you have sent">
      <Table head={['Reference', 'About', 'Sent', 'How far it is']} rows={lines.map(row)} />
    </Wide>
  );
}
