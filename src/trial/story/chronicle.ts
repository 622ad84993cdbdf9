import { londonMoment, type PlainDate } from '../../platform/kernel/index.ts';
import type { Story } from './story.ts';

/** One thing that happened, in order of time: what list of the story it is from, and the record itself. */
export type Happening = { [Kind in keyof Lists]: { at: Date; kind: Kind; record: Lists[Kind] } }[keyof Lists];

type Lists = {
  referral: Story['referrals'][number];
  match: Story['matches'][number];
  agreement: Story['agreements'][number];
  partnerRequest: Story['partnerRequests'][number];
  acknowledgement: Story['acknowledgements'][number];
  rating: Story['ratings'][number];
  screening: Story['screenings'][number];
  strategyDiscussion: Story['strategyDiscussions'][number];
  decision: Story['decisions'][number];
  case: Story['cases'][number];
  allocation: Story['allocations'][number];
  assessment: Story['assessments'][number];
  authorisation: Story['authorisations'][number];
  plan: Story['plans'][number];
  directWork: Story['directWork'][number];
  closure: Story['closures'][number];
  restriction: Story['restrictions'][number];
  exclusion: Story['exclusions'][number];
};

/**
 * The story as a diary. What has only a day gets an hour at which such things are done, later than what it follows from
 * on the same day: a case opens after the decision, a level is authorised after the assessment. A closure stands at its
 * proposal; its feedback and its second person carry days of their own.
 */
export function inOrder(story: Story): Happening[] {
  const all: Happening[] = [
    ...story.referrals.map((record) => ({ at: record.receivedAt, kind: 'referral' as const, record })),
    ...story.matches.map((record) => ({ at: record.at, kind: 'match' as const, record })),
    ...story.agreements.map((record) => ({ at: record.at, kind: 'agreement' as const, record })),
    ...story.partnerRequests.map((record) => ({ at: record.at, kind: 'partnerRequest' as const, record })),
    ...story.acknowledgements.map((record) => ({ at: record.at, kind: 'acknowledgement' as const, record })),
    ...story.ratings.map((record) => ({ at: record.at, kind: 'rating' as const, record })),
    ...story.screenings.map((record) => ({ at: record.at, kind: 'screening' as const, record })),
    ...story.strategyDiscussions.map((record) => ({ at: record.at, kind: 'strategyDiscussion' as const, record })),
    ...story.decisions.map((record) => ({ at: record.at, kind: 'decision' as const, record })),
    ...story.cases.map((record) => ({ at: on(record.openedOn, '16:25'), kind: 'case' as const, record })),
    ...story.allocations.map((record) => ({ at: on(record.from, '16:30'), kind: 'allocation' as const, record })),
    ...story.directWork.map((record) => ({ at: on(record.on, '16:35'), kind: 'directWork' as const, record })),
    ...story.assessments.map((record) => ({
      at: on(record.completedOn, '16:40'),
      kind: 'assessment' as const,
      record,
    })),
    ...story.authorisations.map((record) => ({ at: on(record.on, '16:50'), kind: 'authorisation' as const, record })),
    ...story.plans.map((record) => ({ at: on(record.writtenOn, '16:55'), kind: 'plan' as const, record })),
    ...story.closures.map((record) => ({ at: on(record.proposedOn, '16:58'), kind: 'closure' as const, record })),
    ...story.restrictions.map((record) => ({ at: on(record.from, '17:00'), kind: 'restriction' as const, record })),
    ...story.exclusions.map((record) => ({ at: on(record.from, '17:00'), kind: 'exclusion' as const, record })),
  ];
  return all.sort((one, other) => one.at.getTime() - other.at.getTime());
}

const hours = new Map<string, Date>();
/** Asked for the same few thousand moments again and again. */
function on(day: PlainDate, time: string): Date {
  const key = `${day} ${time}`;
  const known = hours.get(key) ?? londonMoment(day, time);
  hours.set(key, known);
  return known;
}
