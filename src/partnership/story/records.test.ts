import assert from 'node:assert/strict';
import { test } from 'node:test';
import { londonDay, londonMoment, type PlainDate, plainDate, workingDaysBetween } from '../../platform/kernel/index.ts';
import { mashDecisionDue } from '../../platform/service-hours.ts';
import {
  answersFitInstrument,
  checkJudgement,
  currentInstrument,
  evidenceIsGiven,
  floorFor,
  goesBelowFloor,
  suggest,
  voiceOrWhyAbsent,
} from '../../risk/index.ts';
import { grouped } from './chance.ts';
import { AGENCIES, CAST, castWith, inOrder, type StoryStatus, tellStory } from './index.ts';

const story = tellStory();
const childOf = new Map(story.children.map((child) => [child.key, child]));
const count = <T>(from: readonly T[], is: (one: T) => boolean) => from.filter(is).length;
const inForce = (day: PlainDate) => (status: StoryStatus) =>
  status.from <= day && !(status.until && status.until <= day);
const openNow = story.cases.filter(({ key }) => !story.closures.some((one) => one.caseKey === key && one.closedOn));

for (const { on, children, neglect } of [
  { on: '2023-01-31', children: 398, neglect: undefined },
  { on: '2023-03-31', children: 395, neglect: undefined },
  { on: '2023-10-31', children: 377, neglect: 151 },
  { on: '2024-01-15', children: 309, neglect: 124 },
])
  test(`on ${on} ${children} children were on a protection plan${neglect ? `, ${neglect} of them for neglect` : ''}`, () => {
    const plans = story.statuses.filter((status) => status.kind === 'CP' && inForce(plainDate(on))(status));
    assert.equal(plans.length, children);
    assert.equal(new Set(plans.map(({ childKey }) => childKey)).size, children);
    if (neglect)
      assert.equal(
        count(plans, ({ category }) => category === 'NEG'),
        neglect,
      );
  });

test('brothers and sisters share the days of a plan, and a few of the families are known to Evolve', () => {
  const plans = story.statuses.filter(({ kind }) => kind === 'CP');
  const homes = grouped(plans, ({ childKey }) => childOf.get(childKey)?.householdKey);
  for (const each of homes.values()) assert.equal(new Set(each.map(({ from, until }) => `${from} ${until}`)).size, 1);
  assert.ok([...homes.values()].some((each) => each.length >= 3));
  const known = new Set(story.cases.map(({ childKey }) => childKey));
  assert.ok(count(plans, ({ childKey }) => known.has(childKey)) >= 10);
});

test('a plan for a child in need, a protection plan and being looked after do not run at once for one child', () => {
  const care = story.statuses.filter(({ kind }) => kind === 'CIN' || kind === 'CP' || kind === 'LAC');
  for (const each of grouped(care, ({ childKey }) => childKey).values())
    for (const [at, one] of each.entries())
      for (const other of each.slice(at + 1)) {
        const apart = (one.until ?? '9999') <= other.from || (other.until ?? '9999') <= one.from;
        assert.ok(apart, `${one.childKey} ${one.kind} and ${other.kind}`);
      }
});

test('children open now include looked-after children, children on plans, and an education plan apart from support', () => {
  const open = new Set(openNow.map(({ childKey }) => childKey));
  const now = story.statuses.filter((status) => open.has(status.childKey) && inForce(story.today)(status));
  for (const kind of ['CIN', 'CP', 'LAC', 'EHCP', 'SEN_SUPPORT'])
    assert.ok(
      now.some((status) => status.kind === kind),
      kind,
    );
  const kinds = grouped(now, ({ childKey }) => childKey);
  assert.ok(
    [...kinds.values()].some((each) => each.some(({ kind }) => kind === 'LAC') && each.length > 1),
    'looked after with a need',
  );
});

test('every assessment passes the rules it would have met: evidence, voice, judgement and a reason where the tool differs', () => {
  let differing = 0;
  for (const one of story.assessments) {
    const instrument = currentInstrument(one.completedOn);
    const { type, level, standing, modes, cceLevel, cseLevel } = one;
    const judgement = { type, level, standing, modes, byType: { cce: cceLevel, cse: cseLevel } };
    assert.equal(answersFitInstrument(instrument, one.answers), undefined, one.key);
    assert.equal(evidenceIsGiven(one.answers), undefined, one.key);
    assert.equal(voiceOrWhyAbsent(one.voice, one.completedOn), undefined, one.key);
    assert.equal(checkJudgement(judgement), undefined, one.key);
    const suggested = suggest(instrument, one.answers).level;
    assert.equal(
      one.reasonForDifference !== undefined,
      suggested !== undefined && suggested !== level,
      `${one.key}: ${suggested} and ${level}`,
    );
    if (one.reasonForDifference) differing++;
    for (const factor of one.protective)
      assert.ok(
        instrument.protectiveFactors.some(({ code }) => code === factor),
        factor,
      );
  }
  assert.ok(differing > 30 && differing < 120, `${differing} differ`);
});

test('no level is below its floor, so no case closes with a current floor indicator', () => {
  for (const one of story.assessments) {
    const child = childOf.get(one.childKey);
    const learningDisability = child?.disabilities.includes('LD') ? 'yes' : 'no';
    const floor = floorFor(
      currentInstrument(one.completedOn),
      one.answers,
      { bornOn: child?.bornOn, learningDisability },
      one.completedOn,
    );
    assert.equal(goesBelowFloor(one.level, floor), false, one.key);
  }
});

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

test('each practitioner carries 8 to 14 cases, and some cases have passed from one to another', () => {
  const open = new Set(openNow.map(({ key }) => key));
  const held = story.allocations.filter(({ caseKey, until }) => open.has(caseKey) && !until);
  assert.equal(held.length, open.size);
  for (const { key } of castWith('evolve_practitioner')) {
    const load = count(held, ({ to }) => to === key);
    assert.ok(load >= 8 && load <= 14, `${key} carries ${load}`);
  }
  assert.ok(story.notable.reallocated.length >= 4);
});

test('whoever writes about a child was allocated the case, and no barred or unnamed worker touches a closed-off record', () => {
  const allowed = new Map(story.restrictions.map((one) => [one.childKey, one]));
  const excluded = new Map(story.exclusions.map((one) => [one.childKey, one.worker]));
  const caseChild = new Map(story.cases.map(({ key, childKey }) => [key, childKey]));
  const done = [
    ...story.assessments.map(({ caseKey, author, completedOn }) => ({ caseKey, by: author, on: completedOn })),
    ...story.plans.map(({ caseKey, by, writtenOn }) => ({ caseKey, by, on: writtenOn })),
    ...story.directWork,
  ];
  for (const { caseKey, by, on } of done) {
    const holds = story.allocations.some(
      (one) => one.caseKey === caseKey && one.to === by && one.from <= on && on <= (one.until ?? story.today),
    );
    assert.ok(holds, `${by} on ${caseKey} at ${on}`);
    const child = caseChild.get(caseKey) ?? '';
    assert.notEqual(excluded.get(child), by);
    const named = allowed.get(child);
    if (named && on >= named.from) assert.ok(named.allowed.includes(by), `${by} is not named`);
  }
  assert.equal(allowed.size, 2);
  assert.equal(excluded.size, 1);
});

test('a safety plan is written within one working day at high, and five otherwise', () => {
  const assessed = new Map(story.assessments.map((one) => [one.key, one]));
  for (const { assessmentKey, writtenOn } of story.plans) {
    const one = assessed.get(assessmentKey ?? '');
    const days = one ? workingDaysBetween(one.completedOn, writtenOn) : 99;
    assert.ok(days >= 0 && days <= (one?.level === 'HIGH' ? 1 : 5), `${assessmentKey} after ${days}`);
  }
});

test('there are twins, an unborn sibling, a changed name, a hyphen, an apostrophe and names of many alphabets', () => {
  const { notable } = story;
  const [one, other] = notable.twins.map((key) => childOf.get(key));
  assert.equal(one?.bornOn, other?.bornOn);
  assert.ok(
    story.kinships.some(
      ({ relation, childKey, otherKey }) => relation === 'twin' && childKey === one?.key && otherKey === other?.key,
    ),
  );
  assert.ok(childOf.get(notable.unbornSibling)?.expectedOn && !childOf.get(notable.unbornSibling)?.bornOn);
  assert.match(childOf.get(notable.hyphenated)?.familyName ?? '', /-/);
  assert.match(childOf.get(notable.apostrophe)?.familyName ?? '', /'/);
  assert.ok(story.aliases.some(({ childKey, kind }) => childKey === notable.changedName && kind === 'former_name'));
  for (const letter of ['ł', 'á', 'Ș', 'Đ', 'ê'])
    assert.ok(
      story.children.some(({ givenName, familyName }) => `${givenName} ${familyName}`.includes(letter)),
      letter,
    );
});

test('keys join up: every child, case, referral and worker that is spoken of exists', () => {
  const workers = new Set(CAST.map(({ key }) => key));
  const homes = new Set(story.households.map(({ key }) => key));
  const referrals = new Set(story.referrals.map(({ key }) => key));
  const cases = new Set(story.cases.map(({ key }) => key));
  for (const { householdKey } of story.children) assert.ok(homes.has(householdKey));
  for (const { childKey, socialWorker } of story.statuses)
    assert.ok(childOf.has(childKey) && (!socialWorker || workers.has(socialWorker)));
  for (const { referralKey, by } of [...story.ratings, ...story.screenings, ...story.decisions])
    assert.ok(referrals.has(referralKey) && workers.has(by));
  for (const { enteredBy } of story.referrals) assert.ok(workers.has(enteredBy));
  for (const { caseKey, to } of story.allocations) assert.ok(cases.has(caseKey) && workers.has(to));
  for (const { agency } of CAST) assert.ok(agency in AGENCIES);
  assert.equal(childOf.size, story.children.length);
  assert.equal(new Set(story.children.map(({ socialCareId }) => socialCareId)).size, story.children.length);
  const numbers = story.children.flatMap(({ nhsNumber }) => nhsNumber ?? []);
  assert.equal(new Set(numbers).size, numbers.length);
});

test('health service numbers are from the range kept for tests, with a right check digit', () => {
  for (const { nhsNumber } of story.children) {
    if (!nhsNumber) continue;
    assert.match(nhsNumber, /^999\d{7}$/);
    const sum = [...nhsNumber.slice(0, 9)].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
    assert.equal((11 - (sum % 11)) % 11, Number(nhsNumber[9]));
  }
});

test('a hundred records do not read alike, none is left unfilled, and none blames a child', () => {
  const texts = [
    ...story.referrals.map(({ concern }) => concern),
    ...story.directWork.map(({ words }) => words),
    ...story.assessments.flatMap(({ analysis, answers }) => [
      analysis,
      ...answers.map(({ evidence }) => evidence ?? ''),
    ]),
    ...story.plans.flatMap(({ sections }) => Object.values(sections)),
  ];
  assert.ok(new Set(story.referrals.slice(0, 100).map(({ concern }) => concern)).size >= 95);
  for (const text of texts) {
    assert.doesNotMatch(text, /[{}]|undefined/);
    assert.doesNotMatch(
      text,
      /promiscu|puts (him|her|them)sel|risky|chooses to be|lifestyle|streetwise|refus|boyfriend|girlfriend|absconded|prostitut|non-engag|manipulative/i,
    );
  }
});

test('the diary is in order of time, and a case opens after its decision', () => {
  const diary = inOrder(story);
  const seen = new Set<string>();
  let before = 0;
  for (const { at, kind, record } of diary) {
    assert.ok(at.getTime() >= before);
    before = at.getTime();
    if (kind === 'decision' || kind === 'assessment' || kind === 'case') seen.add(record.key);
    if (kind === 'case') assert.ok(seen.has(record.decisionKey), record.key);
    if (kind === 'authorisation') assert.ok(seen.has(record.assessmentKey), record.assessmentKey);
    if (kind === 'allocation' || kind === 'directWork' || kind === 'plan')
      assert.ok(seen.has(record.caseKey), record.caseKey);
  }
});
