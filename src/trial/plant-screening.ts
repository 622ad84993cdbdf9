import type { Tx } from '../platform/db/index.ts';
import { sayDay } from '../platform/kernel/index.ts';
import {
  agree,
  ask,
  decide,
  markSame,
  recordAcknowledgements,
  recordAgreements,
  recordAnswers,
  recordDecisions,
  recordDiscussions,
  recordMatches,
  recordRequests,
  recordScreenings,
  screen,
  whatStopsDeciding,
} from '../referrals/index.ts';
import { getFrom, idFor, passed } from './plant-names.ts';
import { CAST, type Story, type StoryDecision, type StoryReferral, type StorySubject } from './story/index.ts';

/** What the MASH, partners and allocated workers did with each referral, up to its decision. */
export async function plantScreening(tx: Tx, story: Story): Promise<void> {
  await plantMatches(tx, story);
  await recordAcknowledgements(tx, story.acknowledgements.map(done));
  await recordScreenings(tx, screenings(story));
  await plantAsking(tx, story);
  await recordDiscussions(
    tx,
    story.strategyDiscussions.map((one) => ({ ...done(one), heldAt: one.at, words: one.words })),
  );
  await plantDecisions(tx, story);
}

const done = <T extends { referralKey: string; by: string; at: Date }>({ referralKey, by, at }: T) => ({
  ...{ referralId: idFor('referral', referralKey), by: idFor('worker', by), at },
});

async function plantMatches(tx: Tx, { referrals, matches }: Story): Promise<void> {
  const of = new Map(referrals.flatMap(({ key, subjects }) => subjects.map((one) => [one.key, { key, subjects }])));
  const known = new Map<string, string>();
  const isKnown = ({ key }: Pick<StorySubject, 'key'>) => ({ id: key, childId: known.get(key) ?? null });
  await recordMatches(
    tx,
    matches.map(({ subjectKey, childKey, same, reason, by, at }) => {
      const { key: referralKey, subjects } = getFrom(of, subjectKey);
      const refused = same ? markSame(subjectKey, childKey, subjects.map(isKnown)) : undefined;
      passed(`${subjectKey}, matched`, refused);
      if (same) known.set(subjectKey, childKey);
      const match = { subjectId: idFor('subject', subjectKey), childId: idFor('child', childKey), same, reason };
      return { ...match, ...done({ referralKey, by, at }) };
    }),
  );
}

/** A rating first; a recommendation later, under the rating that then stands. */
function screenings({ ratings, screenings }: Story) {
  const brags = new Map(ratings.map(({ referralKey, brag }) => [referralKey, brag]));
  const rated = ratings.map((one) => ({ ...one, recommends: null, words: null }));
  const recommended = screenings.map((one) => ({ ...one, brag: getFrom(brags, one.referralKey) }));
  return [...rated, ...recommended].map(({ brag, recommends, words, ...one }) => ({
    ...passed(`${one.referralKey}, screened`, screen({ brag, recommends, words })),
    ...done(one),
  }));
}

async function plantAsking(tx: Tx, { referrals, ratings, agreements, partnerRequests }: Story): Promise<void> {
  const brags = new Map(ratings.map(({ referralKey, brag }) => [referralKey, brag]));
  const told = new Map(referrals.map((one) => [one.key, one]));
  const agreed = new Map(
    agreements.map(({ referralKey, agreed, reason = null, words, by, at }) => {
      const terms = passed(`${referralKey}, agreement`, agree({ agreed, reason, words }));
      return [referralKey, { ...terms, id: idFor('agreement', referralKey), by, at }];
    }),
  );
  const requests = partnerRequests.map((one) => {
    const { referralKey, to, at } = one;
    const brag = brags.get(referralKey) ?? null;
    const asked = passed(`${referralKey}, ${to} asked`, ask(agreed.get(referralKey), brag, at));
    return { ...one, ...asked, id: idFor('partner request', `${referralKey} ${to}`) };
  });
  await recordAgreements(
    tx,
    [...agreed].map(([referralKey, one]) => ({ ...one, ...done({ ...one, referralKey }) })),
  );
  await recordRequests(
    tx,
    requests.map(({ to, asks, agreementId, dueAt, id, ...one }) => ({
      ...{ id, agreementId, dueAt, asks, agencyId: agencyOf(to) },
      childNamed: named(getFrom(told, one.referralKey)),
      ...done(one),
    })),
  );
  await recordAnswers(
    tx,
    requests.flatMap(({ id, to, answer }) =>
      answer
        ? [
            {
              requestId: id,
              holdsInformation: !HOLDS_NOTHING.test(answer.words),
              words: answer.words,
              ...by(to, answer.at),
            },
          ]
        : [],
    ),
  );
}

const HOLDS_NOTHING = /^Not known to us/;
const by = (key: string, at: Date) => ({ by: idFor('worker', key), at });
const agencies = new Map(CAST.map(({ key, agency }) => [key, idFor('agency', agency)]));
const agencyOf = (key: string) => getFrom(agencies, key);

/** As the MASH writes a child down for a partner: enough to tell who is meant. */
function named({ subjects }: StoryReferral): string {
  const one = ({ givenName, familyName, bornOn, expectedOn }: StorySubject) => {
    const name = expectedOn ? `Unborn child ${familyName}` : `${givenName} ${familyName}`;
    return [name, bornOn && `born ${sayDay(bornOn)}`, expectedOn && `expected ${sayDay(expectedOn)}`]
      .filter(Boolean)
      .join(', ');
  };
  return subjects.map(one).join(' and ');
}

async function plantDecisions(tx: Tx, story: Story): Promise<void> {
  const referrals = new Map(story.referrals.map((one) => [one.key, one]));
  const brags = new Map(story.ratings.map(({ referralKey, brag }) => [referralKey, brag]));
  const discussed = new Set(story.strategyDiscussions.map(({ referralKey }) => referralKey));
  const identified = new Set(story.matches.filter(({ same }) => same).map(({ subjectKey }) => subjectKey));
  await recordDecisions(
    tx,
    story.decisions.map((one) => {
      const { subjects, enteredBy } = getFrom(referrals, one.referralKey);
      const discussedIt = discussed.has(one.referralKey);
      const standing = { brag: brags.get(one.referralKey) ?? null, discussed: discussedIt, concernsWorker: false };
      const asked = { authorId: idFor('worker', enteredBy), ...standing };
      passed(one.key, whatStopsDeciding(asked, { id: idFor('worker', one.by), atMash: isAtMash(one) }));
      const outcomes = subjects.map(({ key }) => ({
        ...{ subjectId: idFor('subject', key), identified: identified.has(key), outcome: one.outcome, beside: key },
        // A discussion that was held leads to enquiries.
        besides: one.outcome === 'STRATEGY_DISCUSSION' ? (['SECTION_47'] as const) : [],
      }));
      const { reason, lawfulBasis, askedOfReferrer } = one;
      return { ...done(one), reason, lawfulBasis, askedOfReferrer, outcomes: passed(one.key, decide(outcomes)) };
    }),
  );
}

const atMash = new Set(CAST.filter(({ roles }) => roles.includes('mash_manager')).map(({ key }) => key));
const isAtMash = ({ by: manager }: StoryDecision) => atMash.has(manager);
