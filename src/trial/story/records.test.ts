import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PlainDate, plainDate, workingDaysBetween } from '../../platform/kernel/index.ts';
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
  const authorised = new Map(story.authorisations.map(({ assessmentKey, on }) => [assessmentKey, on]));
  for (const { assessmentKey, writtenOn } of story.plans) {
    const one = assessed.get(assessmentKey ?? '');
    const on = authorised.get(assessmentKey ?? '');
    const days = one && on ? workingDaysBetween(on, writtenOn) : 99;
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
