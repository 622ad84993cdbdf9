import assert from 'node:assert/strict';
import { test } from 'node:test';
import { londonDay, londonMoment } from '../../platform/kernel/index.ts';
import { inServiceHours, mashDecisionDue } from '../../platform/service-hours.ts';
import { grouped } from './chance.ts';
import { tellStory } from './index.ts';

const story = tellStory();
const childOf = new Map(story.children.map((child) => [child.key, child]));
const count = <T>(from: readonly T[], is: (one: T) => boolean) => from.filter(is).length;

test('about 180 referrals were decided in 2023, most within one working day', () => {
  const received = new Map(story.referrals.map(({ key, receivedAt }) => [key, receivedAt]));
  const decided = story.decisions.filter(({ at }) => londonDay(at).startsWith('2023'));
  assert.ok(decided.length >= 170 && decided.length <= 190, `${decided.length}`);
  const inTime = count(decided, ({ referralKey, at }) => at <= mashDecisionDue(received.get(referralKey) ?? at));
  assert.ok(inTime / decided.length > 0.85 && inTime < decided.length, `${inTime} of ${decided.length}`);
  assert.ok(new Set(decided.map(({ outcome }) => outcome)).size >= 7);
});

test('agreement, or the lawful reason to go without it, comes before any partner is asked', () => {
  const agreed = new Map(story.agreements.map(({ referralKey, at }) => [referralKey, at]));
  for (const { referralKey, at } of story.partnerRequests) assert.ok((agreed.get(referralKey) ?? at) < at, referralKey);
});

test('what the MASH does lies between receipt and decision, and red has a strategy discussion the same day', () => {
  const at = new Map(story.decisions.map((one) => [one.referralKey, one.at]));
  const received = new Map(story.referrals.map((one) => [one.key, one.receivedAt]));
  for (const list of [
    story.ratings,
    story.agreements,
    story.partnerRequests,
    story.screenings,
    story.strategyDiscussions,
  ])
    for (const one of list) {
      assert.ok(one.at >= (received.get(one.referralKey) ?? story.now), one.referralKey);
      assert.ok(one.at <= (at.get(one.referralKey) ?? story.now), one.referralKey);
    }
  const discussed = new Map(story.strategyDiscussions.map((one) => [one.referralKey, londonDay(one.at)]));
  for (const { referralKey, brag, at: rated } of story.ratings)
    if (brag === 'red' && at.has(referralKey)) assert.equal(discussed.get(referralKey), londonDay(rated), referralKey);
});

test('a call that comes when the MASH is closed is taken by the emergency duty team', () => {
  const calls = story.referrals.filter(
    ({ channel, receivedAt }) => channel !== 'online' && !inServiceHours(receivedAt),
  );
  assert.ok(calls.some(({ enteredBy }) => enteredBy === 'yusuf'));
  for (const { key, enteredBy } of calls)
    if (key !== story.notable.queue.dueToday) assert.equal(enteredBy, 'yusuf', key);
});

test('for a child with an allocated worker the worker’s manager decides, after both have acknowledged', () => {
  const seen = grouped(story.acknowledgements, ({ referralKey }) => referralKey);
  const byElaine = story.decisions.filter(({ by }) => by === 'elaine');
  assert.ok(byElaine.some(({ outcome }) => outcome === 'ALLOCATE_EVOLVE'));
  for (const { referralKey, at } of byElaine) {
    const [worker, manager] = seen.get(referralKey) ?? [];
    assert.ok(worker && manager && worker.at <= manager.at && manager.at <= at, referralKey);
  }
});

test('ten referrals wait at ten on 30 January 2024', () => {
  const decided = new Set(story.decisions.map(({ referralKey }) => referralKey));
  const waiting = story.referrals.filter(({ key }) => !decided.has(key));
  const rated = new Map(story.ratings.map((one) => [one.referralKey, one.brag]));
  const { queue } = story.notable;
  assert.equal(waiting.length, 10);
  assert.ok(queue.unrated.every((key) => !rated.has(key)) && queue.unrated.length >= 3);
  assert.equal(rated.get(queue.urgentLastNight), 'red');
  const dueToday = waiting.find(({ key }) => key === queue.dueToday);
  assert.equal(
    mashDecisionDue(dueToday?.receivedAt ?? story.now).getTime(),
    londonMoment(story.today, '17:00').getTime(),
  );
  const twins = waiting.find(({ key }) => key === queue.twins)?.subjects ?? [];
  assert.equal(new Set(twins.map(({ givenName }) => givenName)).size, 2);
  assert.equal(new Set(twins.map(({ familyName }) => familyName)).size, 1);
  assert.equal(new Set(twins.map(({ childKey }) => childOf.get(childKey ?? '')?.bornOn)).size, 1);
  assert.ok(
    waiting.some(({ subjects }) => subjects.some(({ childKey }) => !childKey)),
    'somebody not yet known',
  );
});
