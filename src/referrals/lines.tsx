import { Table, Tag, type TagColour } from '@throughline/govuk-jsx';
import { sayAge } from '../people/index.ts';
import { addDays, londonDay, londonTime, sayMoment } from '../platform/kernel/index.ts';
import { mashDecisionDue } from '../platform/service-hours.ts';
import { Wide } from '../platform/web/wide.tsx';
import type { World } from '../platform/web/world.ts';
import { dangerRank, dangerWords } from './danger.ts';
import { outcomes } from './decision.ts';
import type { Listed, ListedChild, ListedDecision } from './queue.db.ts';
import { isLate, sayDuty, sayTimeLeft } from './queue.ts';
import { nameReferred, saySource } from './received.ts';
import { sayBrag, strategyDiscussionIsLate } from './screening.ts';

const colours = { red: 'red', amber: 'orange', green: 'green', blue: 'blue' } as const satisfies Record<
  string,
  TagColour
>;

/** The rating as a word; its colour only repeats it. */
export const Rating = ({ brag, decided }: Pick<Listed, 'brag'> & { decided?: boolean }) => (
  <Tag colour={brag ? colours[brag] : 'grey'}>{sayBrag(brag, decided)}</Tag>
);

/** Of the working day in which a referral is decided. */
export const TimeLeft = ({ receivedAt, now }: { receivedAt: Date; now: Date }) => (
  <span class={isLate(receivedAt, now) ? 'late' : undefined}>{sayTimeLeft(receivedAt, now)}</span>
);

type Lines<L extends Listed> = { listed: readonly L[]; world: World; caption: string };
const which = ['Rating', 'Child or children'];
const whence = ['Received', 'From'];

/** Referrals that wait, a line each, in the order given; of `all` of them those in danger are counted apart. */
export const Waiting = ({ listed, all = listed, world, caption }: Lines<Listed> & { all?: readonly Listed[] }) => (
  <>
    <DangerCounted all={all} />
    <Wide says={caption}>
      <Table
        caption={caption}
        captionSize="m"
        head={[...which, 'Service hours left', 'Waits for', ...whence]}
        rows={listed.map((one) => [
          ...whichCells(one, false, world),
          <>
            <TimeLeft receivedAt={one.receivedAt} now={world.now} />{' '}
            <span class="line">due {sayWhen(mashDecisionDue(one.receivedAt), world)}</span>
          </>,
          <WaitsFor of={one} now={world.now} />,
          ...whenceCells(one, world),
        ])}
      />
    </Wide>
  </>
);

function DangerCounted({ all }: { all: readonly Listed[] }) {
  const [danger, red] = [0, 1].map((rank) => all.filter((one) => dangerRank(one) === rank).length);
  const says = [
    ...(danger ? [`${danger} with a child in immediate danger or missing now`] : []),
    ...(red ? [`${red} ${danger ? 'more ' : ''}rated RED`] : []),
  ];
  return says.length > 0 ? <p class="govuk-body late">First: {says.join('; ')}.</p> : null;
}

/** Referrals that have been decided, a line each. */
export const Decided = ({ listed, world, caption }: Lines<ListedDecision>) => (
  <Wide says={caption}>
    <Table
      caption={caption}
      captionSize="m"
      head={[...which, ...whence, 'Decided', 'By']}
      rows={listed.map((one) => [
        ...whichCells(one, true, world),
        ...whenceCells(one, world),
        <Several of={[...new Set(one.outcomes)].map((outcome) => outcomes[outcome])} />,
        one.decidedBy ?? 'Not recorded',
      ])}
    />
  </Wide>
);

const whichCells = (one: Listed, decided: boolean, world: World) => [
  <Rating brag={one.brag} decided={decided} />,
  <>
    <a class="govuk-link" href={`/mash/${one.reference}`}>
      {one.children.map((child) => sayWho(child, world)).join('; ')}
      <span class="govuk-visually-hidden">, {one.reference}</span>
    </a>
    {dangerWords(one).map((says) => (
      <span class="late line">{says}</span>
    ))}
  </>,
];

const whenceCells = (one: Listed, world: World) => [sayWhen(one.receivedAt, world), saySource(one.source)];

/** Today's and tomorrow's by the time alone. */
function sayWhen(at: Date, { today }: World): string {
  const day = londonDay(at);
  if (day === today) return `${londonTime(at)} today`;
  return day === addDays(today, 1) ? `${londonTime(at)} tomorrow` : sayMoment(at);
}

function sayWho(child: ListedChild, { today }: World): string {
  return child.bornOn ? `${nameReferred(child)}, ${sayAge({ ...child, diedOn: null }, today)}` : nameReferred(child);
}

function WaitsFor({ of: one, now }: { of: Listed; now: Date }) {
  const workers = one.children.flatMap(({ worker }) => (worker ? `${worker.name} (allocated)` : []));
  const lines = [sayDuty(one, now), ...new Set(workers), sayToDiscuss(one, now), ...one.waitingFor];
  const known = lines.filter((line) => line !== undefined);
  return <Several of={known.length === 0 ? [sayNext(one)] : known} />;
}

function sayToDiscuss({ toDiscussSince }: Listed, now: Date): string | undefined {
  if (!toDiscussSince) return undefined;
  return strategyDiscussionIsLate(londonDay(toDiscussSince), londonDay(now))
    ? 'A strategy discussion, late'
    : 'A strategy discussion';
}

function sayNext({ brag, recommended }: Listed): string {
  if (!brag) return 'A rating';
  return recommended ? 'A decision' : 'Screening';
}

const Several = ({ of }: { of: readonly string[] }) => (
  <>
    {of.map((line) => (
      <span class="line">{line}</span>
    ))}
  </>
);
