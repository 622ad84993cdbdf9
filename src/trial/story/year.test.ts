import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { ageOn, daysBetween, isWorkingDay, type PlainDate, plainDate } from '../../platform/kernel/index.ts';
import { levels } from '../../risk/index.ts';
import { grouped } from './chance.ts';
import { type ClosureReason, castWith, type StoryAssessment, tellStory } from './index.ts';

const story = tellStory();
const year = { from: plainDate('2023-01-01'), to: plainDate('2023-12-31') };
const within = (day: PlainDate | undefined, { from, to } = year) => day !== undefined && day >= from && day <= to;
const decidedOn = new Map(story.decisions.map(({ key, at }) => [key, at.toISOString().slice(0, 10) as PlainDate]));
const authorised = new Map(story.authorisations.map((one) => [one.assessmentKey, one]));
const counted = story.assessments.filter(({ key }) => authorised.has(key));
const inYear = counted.filter(({ completedOn }) => within(completedOn));
const closedInYear = story.closures.filter(({ closedOn }) => within(closedOn));
const byCase = grouped(counted, ({ caseKey }) => caseKey);
const completedOf = new Map(story.assessments.map((one) => [one.key, one.completedOn]));
const closureOf = new Map(story.closures.map((one) => [one.caseKey, one]));
const count = <T>(from: readonly T[], is: (one: T) => boolean) => from.filter(is).length;
const distinct = (from: readonly string[]) => new Set(from).size;
const series = (caseKey: string) => byCase.get(caseKey) ?? [];
const gap = ({ previousKey, completedOn }: StoryAssessment) =>
  daysBetween(completedOf.get(previousKey ?? '') ?? completedOn, completedOn);
const isClosed = (key: string, day: PlainDate) => (closureOf.get(key)?.closedOn ?? '9999') <= day;
const openOn = (day: PlainDate) => story.cases.filter(({ key, openedOn }) => openedOn <= day && !isClosed(key, day));
const period = (from: string, to: string) => ({ from: plainDate(from), to: plainDate(to) });

test('66 were open on 1 January 2023, 77 came, 73 left, 70 were open on 31 December', () => {
  assert.equal(openOn(plainDate('2022-12-31')).length, 66);
  assert.equal(openOn(plainDate('2023-12-31')).length, 70);
  const referred = story.cases.filter(({ decisionKey }) => within(decidedOn.get(decisionKey)));
  assert.equal(referred.length, 77);
  assert.equal(distinct(referred.map(({ childKey }) => childKey)), 77);
  assert.equal(
    count(story.cases, ({ openedOn }) => within(openedOn)),
    77,
  );
  assert.equal(closedInYear.length, 73);
  assert.equal(distinct(closedInYear.map(({ childKey }) => childKey)), 73);
});

test('nobody is referred to Evolve twice', () => {
  assert.equal(distinct(story.cases.map(({ childKey }) => childKey)), story.cases.length);
});

test('77 first assessments and 267 reviews are 344, on 139 children', () => {
  assert.equal(inYear.length, 344);
  assert.equal(
    count(inYear, ({ previousKey }) => previousKey === undefined),
    77,
  );
  assert.equal(
    count(inYear, ({ previousKey }) => previousKey !== undefined),
    267,
  );
  assert.equal(distinct(inYear.map(({ childKey }) => childKey)), 139);
});

test('31 children had one assessment in the year, 41 two, 41 three, 22 four and 4 five', () => {
  const each = [...grouped(inYear, ({ childKey }) => childKey).values()].map(({ length }) => length);
  assert.deepEqual(
    [1, 2, 3, 4, 5, 6].map((number) => count(each, (one) => one === number)),
    [31, 41, 41, 22, 4, 0],
  );
});

test('344 assessments are 141 CCE, 107 CSE, 50 both and 46 with no risk identified', () => {
  const types = ['CCE', 'CSE', 'BOTH', 'NO_RISK'].map((type) => count(inYear, (one) => one.type === type));
  assert.deepEqual(types, [141, 107, 50, 46]);
});

test('reviews came 85 days after the one before, and 83 in a hundred on time', () => {
  const gaps = inYear.filter(({ previousKey }) => previousKey).map(gap);
  const mean = gaps.reduce((sum, days) => sum + days, 0) / gaps.length;
  assert.ok(mean > 84.5 && mean < 85.5, `mean ${mean}`);
  assert.equal(Math.round((100 * count(gaps, (days) => days <= 84)) / gaps.length), 83);
});

test('of 73 closures 46 were at no risk identified and 27 at low, and none for another reason', () => {
  assert.equal(
    count(closedInYear, ({ reason }) => reason === 'NO_RISK'),
    46,
  );
  assert.equal(
    count(closedInYear, ({ reason }) => reason === 'RISK_REDUCED_LOW'),
    27,
  );
});

test('every other reason for closing is found in 2022 or in January 2024', () => {
  const others = story.closures.filter(
    ({ closedOn }) =>
      within(closedOn, period('2022-01-01', '2022-12-31')) || within(closedOn, period('2024-01-01', '2024-01-30')),
  );
  const reasons = new Set(others.map(({ reason }) => reason));
  const wanted: ClosureReason[] = [
    'MOVED_AREA',
    'TURNED_18_ADULT_PATHWAY',
    'TRANSFERRED_SERVICE',
    'CUSTODY',
    'NOT_ENGAGED_RISK_HELD_ELSEWHERE',
  ];
  for (const reason of wanted) assert.ok(reasons.has(reason), reason);
});

test('at the end of the year 31 were open for CCE only, 26 for CSE only, 12 for both and 1 not yet assessed', () => {
  const latest = openOn(year.to).map(
    ({ key }) => series(key).findLast(({ completedOn }) => completedOn <= year.to)?.type,
  );
  assert.deepEqual(
    ['CCE', 'CSE', 'BOTH', undefined].map((type) => count(latest, (one) => one === type)),
    [31, 26, 12, 1],
  );
});

test('the 46 entered at medium or high, and "no risk identified" is their last assessment, once and never the first', () => {
  const found = inYear.filter(({ type }) => type === 'NO_RISK');
  assert.equal(distinct(found.map(({ childKey }) => childKey)), 46);
  for (const { key, caseKey } of found) {
    const all = series(caseKey);
    assert.equal(
      count(all, ({ type }) => type === 'NO_RISK'),
      1,
    );
    assert.equal(all.at(-1)?.key, key);
    assert.ok(['MEDIUM', 'HIGH'].includes(all[0]?.level ?? ''), `${caseKey} entered at ${all[0]?.level}`);
    assert.equal(closureOf.get(caseKey)?.reason, 'NO_RISK');
  }
  const entered2022 = count(found, ({ caseKey }) => (series(caseKey)[0]?.completedOn ?? year.from) < year.from);
  assert.ok(entered2022 > 20, 'many of them entered before the year');
});

test('some children entered at low', () => {
  const entries = story.cases.map(({ key }) => series(key)[0]?.level);
  assert.ok(count(entries, (level) => level === 'LOW') >= 15);
});

test('a spell that ends well has three to six assessments, four or five on average, over about eleven months', () => {
  const spells = closedInYear.map(({ caseKey }) => series(caseKey).length);
  assert.ok(spells.every((length) => length >= 3 && length <= 6));
  const mean = spells.reduce((sum, length) => sum + length, 0) / spells.length;
  assert.ok(mean > 4.3 && mean < 4.7, `mean ${mean}`);
  const opened = new Map(story.cases.map(({ key, openedOn }) => [key, openedOn]));
  const days = closedInYear.map(({ caseKey, closedOn }) =>
    daysBetween(opened.get(caseKey) ?? year.from, closedOn ?? year.from),
  );
  const months = days.reduce((sum, each) => sum + each, 0) / days.length / 30.4;
  assert.ok(months > 10 && months < 12, `${months} months`);
});

test('records begin in 2021, and 2021, 2022 and January 2024 have figures of their own', () => {
  const totals = ['2021', '2022', '2023', '2024'].map((each) =>
    count(counted, ({ completedOn }) => completedOn.startsWith(each)),
  );
  assert.ok(totals.every((total) => total > 0) && new Set(totals).size === 4);
  const openings = ['2021', '2022', '2023'].map((each) =>
    count(story.cases, ({ openedOn }) => openedOn.startsWith(each)),
  );
  assert.equal(new Set(openings).size, 3);
});

test('the two halves of 2023 add up to the year and are not the same', () => {
  const halves = [period('2023-01-01', '2023-06-30'), period('2023-07-01', '2023-12-31')].map((half) => [
    count(counted, ({ completedOn }) => within(completedOn, half)),
    count(story.closures, ({ closedOn }) => within(closedOn, half)),
    count(story.cases, ({ decisionKey }) => within(decidedOn.get(decisionKey), half)),
  ]);
  const [first = [], second = []] = halves;
  assert.deepEqual(
    first.map((each, at) => each + (second[at] ?? 0)),
    [344, 73, 77],
  );
  assert.notDeepEqual(first, second);
});

test('an assessment is completed and authorised in one calendar year, within a week', () => {
  for (const { key, completedOn } of counted) {
    const on = authorised.get(key)?.on ?? completedOn;
    assert.equal(on.slice(0, 4), completedOn.slice(0, 4), key);
    assert.ok(on >= completedOn && daysBetween(completedOn, on) <= 7, key);
  }
});

test('Evolve works on working days, so not on 8 May 2023', () => {
  assert.equal(isWorkingDay(plainDate('2023-05-08')), false);
  const days = [
    ...story.assessments.map(({ completedOn }) => completedOn),
    ...story.authorisations.map(({ on }) => on),
    ...story.cases.map(({ openedOn }) => openedOn),
    ...story.closures.flatMap(({ proposedOn, feedback, closedOn }) => [
      proposedOn,
      ...(feedback ? [feedback.offeredOn] : []),
      ...(closedOn ? [closedOn] : []),
    ]),
    ...story.plans.map(({ writtenOn }) => writtenOn),
    ...story.decisions.map(({ key }) => decidedOn.get(key) ?? year.from),
  ];
  for (const day of days) assert.ok(isWorkingDay(day), `${day} is no working day`);
});

test('two managers authorise, and nobody their own', () => {
  const authors = new Map(story.assessments.map(({ key, author }) => [key, author]));
  assert.ok(distinct(story.authorisations.map(({ by }) => by)) >= 2);
  const managers = new Set(castWith('evolve_manager').map(({ key }) => key));
  for (const { assessmentKey, by } of story.authorisations) {
    assert.notEqual(authors.get(assessmentKey), by);
    assert.ok(managers.has(by));
  }
});

test('seven reviews are overdue on 30 January 2024, three of them by more than a fortnight, and three wait for a manager', () => {
  const late = openOn(story.today).flatMap(({ key }) => {
    const all = story.assessments.filter(({ caseKey }) => caseKey === key);
    const last = all.at(-1);
    return last ? [daysBetween(last.completedOn, story.today) - 84] : [];
  });
  assert.equal(
    count(late, (days) => days > 0),
    7,
  );
  assert.equal(
    count(late, (days) => days > 14),
    3,
  );
  assert.equal(story.assessments.length - story.authorisations.length, 3);
});

test('a case closes as risk reduced only on an authorised low or none, with feedback offered and by a second person', () => {
  for (const closure of story.closures) {
    const last = series(closure.caseKey).at(-1);
    if (closure.closedBy) assert.notEqual(closure.closedBy, closure.proposedBy);
    if (closure.reason === 'NO_RISK') assert.equal(last?.level, 'NONE');
    else if (closure.reason === 'RISK_REDUCED_LOW') assert.equal(last?.level, 'LOW');
    else assert.ok(closure.riskHeldBy, 'somebody holds the risk');
    if (closure.reason !== 'NO_RISK' && closure.reason !== 'RISK_REDUCED_LOW') continue;
    assert.ok((authorised.get(last?.key ?? '')?.on ?? story.today) <= closure.proposedOn, 'authorised before');
    assert.ok(closure.feedback && closure.feedback.offeredOn >= closure.proposedOn, 'feedback offered');
    assert.ok((closure.closedOn ?? story.today) >= (closure.feedback?.offeredOn ?? story.today));
  }
  assert.equal(
    count(story.closures, ({ closedOn }) => !closedOn),
    1,
  );
});

test('type and level agree: no risk identified if and only if none, and the higher of the two types', () => {
  for (const { type, level, cceLevel, cseLevel, standing } of story.assessments) {
    assert.equal(type === 'NO_RISK', level === 'NONE');
    assert.equal(level, [cceLevel, cseLevel].sort((one, other) => levels.indexOf(other) - levels.indexOf(one))[0]);
    assert.equal(standing === undefined, level === 'NONE');
  }
});

test('everybody open is under 18, and a closed child may be over', () => {
  const born = new Map(story.children.map(({ key, bornOn }) => [key, bornOn]));
  for (const { childKey } of openOn(story.today)) assert.ok(ageOn(born.get(childKey) ?? story.today, story.today) < 18);
  assert.ok(ageOn(born.get(story.notable.nowAdult) ?? story.today, story.today) >= 18);
});

test('the story is told the same way twice, in under two seconds of work, and nothing in it is still to come', () => {
  const hash = (of: unknown) => createHash('sha256').update(JSON.stringify(of)).digest('hex');
  const began = process.cpuUsage();
  assert.equal(hash(tellStory()), hash(story));
  assert.ok(process.cpuUsage(began).user < 2_000_000);
  for (const list of [
    story.referrals.map(({ receivedAt }) => receivedAt),
    story.decisions.map(({ at }) => at),
    story.ratings.map(({ at }) => at),
  ])
    for (const at of list) assert.ok(at <= story.now);
  for (const { on } of [...story.directWork, ...story.authorisations]) assert.ok(on <= story.today);
});
