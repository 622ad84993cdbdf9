import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkFigures, linesOf } from './index.ts';

const check = (text: string) => checkFigures(linesOf(text));

/** What a paper may say without anything being wrong. A false alarm costs more trust than a slip that is missed. */
const sound = [
  'Of the 120 children, 64 were boys and 56 were girls.',
  'Of the 77 children referred, 30 were looked after, 40 had special educational needs and 20 had both.',
  'In the cohort, 60% were boys, 55% were looked after and 70% were known to the police.',
  'The service reached 120 families (40 sessions, 3 venues).',
  'There were 27 delegates (3 tables of 9).',
  'Referrals rose from 120 to 150, an increase of 25%.',
  'Plans fell from 398 to 309, a reduction of 89 (22%).',
  '62% of reviews were on time in Rotherham, compared with 58% in England and 71% in statistical neighbours.',
  '119 of 317 referrals (38%) were self-referrals.',
  'Of the 12 children, 33% were girls and 67% were boys.',
  'Attendance was 91% for police, 87% for health and 95% for social care.',
  'Key indicators:\n- 82% of visits were in time.\n- 91% of reviews were on time.\n- 77% of plans were signed.',
  'Of those asked, 90% felt safer, 85% felt listened to and 80% would come back.',
  'Spending was £1.2m on staff and £0.8m on premises, £2.0m in total.',
  '| Source | Number | % |\n|---|---|---|\n| Police | 40 | 33.3% |\n| School | 50 | 41.7% |\n| Health | 30 | 25.0% |\n| Total | 120 | 100% |',
  '| Source | 2022 | 2023 |\n|---|---|---|\n| Police | 40 | 33 |\n| School | 50 | 41 |\n| Total | 90 | 74 |',
  '| Level | Children |\n|---|---|\n| Low | c |\n| Medium | 12 |\n| High | c |\n| Total | 20 |',
  '| Area | Rate per 10,000 | Plans |\n|---|---|---|\n| North | 45.2 | 12 |\n| South | 51.3 | 14 |\n| Total | 48.1 | 26 |',
  '| Agency | Attendance |\n|---|---|\n| Police | 91% |\n| Health | 87% |\n| Total | 89% |',
  'Respondents could choose more than one answer: 60% chose police, 55% chose school and 40% chose health.\nSources of help were 60% friends, 55% school.',
  'The team closed seventy-three cases: forty-six with no risk identified and twenty-seven at low.',
  'In 2023 there were 45 referrals. In 2022 there were 38 referrals.',
  'The Health Select Commission met with the Improving Lives Select Commission on 5 December 2023.',
  'The Neglect Strategy 2022-2024 was replaced by the Neglect Strategy 2024-2026.',
  'Two thirds of children (31 of 47) were boys.',
  'More than half of the cases (60 of 110) were open.',
  'One in three children (34%) were known.',
  'Ages: under 16 20%, 16-17 45%, 18 and over 35%.',
  'The 40% target was met: 42% of plans were about neglect.',
  '12 boys and 15 girls attended, 27 in total.',
  '141 + 107 + 50 + 46 = 344',
  'A total of 45 children were seen in quarter one. A total of 51 children were seen in quarter two.',
  'The panel considered 14 cases in June. The panel considered 18 cases in July.',
  'The Safeguarding Adults Board and the Safeguarding Children Board met. The Safeguarding Children Board agreed. The Safeguarding Children Board met again.',
  'The team held 12 sessions, reaching 340 pupils in 9 schools.',
  '33% were low, 33% were medium and 33% were high.',
  'Of the 64 assessments completed, 22 (34%) were low, 30 (47%) medium and 12 (19%) high.',
  'There were 86 contacts: 40 from schools, 25 from the police and 21 from health.',
  'Staff numbers: 12 social workers, 4 managers and 2 clerks. There are 14 posts vacant, including 6 social workers and 3 managers.',
  'The annual budget of £450,000 includes £200,000 for staff and £120,000 for premises.',
  'Self-referral: 20%\nPolice: 45%\nHealth: 35%',
  'Year to date there were 212 episodes by 84 children; 41 children had more than one episode and 12 had five or more.',
  'Satisfaction rose from 71% to 84%, an increase of 13 percentage points.',
  'Attendance improved from 71% to 84%, a rise of 13%.',
  'Of 84 children, 41 (49%) had more than one episode, and 29 (35%) were looked after.',
  'The budget for 2024/25 was agreed. Tuesday 12 March 2024.',
  '9 of 10 children (90%) were seen within five days, and 18 of 24 (75%) within ten.',
  'There were 50 children open: 20 at low, 18 at medium, 8 at high and 4 not yet assessed.',
  'Around half of the 45 children were looked after.',
  'The number of children on plans fell by 22% to 309 from 398.',
  '14 children (12 boys, 2 girls) were seen.',
  'Three young people gave feedback. Three partners attended.',
  'The workshop was attended by 30 members. The conference was attended by 45 members.',
  'Contacts received: 1,204\nReferrals accepted: 640\nAssessments started: 598\nTotal staff: 44',
];

/** One slip each, and what it is to be called. */
const planted: readonly (readonly [kind: string, text: string])[] = [
  ['sum', 'Of the 120 children, 64 were boys and 58 were girls.'],
  ['sum', 'The team closed seventy-three cases: forty-six with no risk identified and twenty-five at low.'],
  ['sum', 'Plans fell from 398 to 309, a reduction of 99.'],
  ['sum', 'Plans rose from 398 to 309 over the year.'],
  ['sum', 'Referrals rose from 120 to 150, an increase of 20%.'],
  ['share', '45 of 120 children (42%) were looked after.'],
  ['share', 'Of the 12 children, 38% were girls.'],
  ['over-100', 'Referrals came from the police (45%), schools (38%) and health (29%).'],
  [
    'over-100',
    '45% of referrals were from police. 38% of referrals were from schools. 29% of referrals were from health.',
  ],
  ['over-100', 'In relation to gender, 61% were female and 45% were male.'],
  [
    'sum',
    'In relation to age, 13% were under 18, 36% were aged 18-30, 26% were aged 31-49 and 15% were aged 50 and over.',
  ],
  [
    'share',
    '| Source | Number | % |\n|---|---|---|\n| Police | 40 | 33.3% |\n| School | 56 | 41.7% |\n| Health | 30 | 25.0% |\n| Total | 120 | 100% |',
  ],
  ['sum', '| Source | 2022 | 2023 |\n|---|---|---|\n| Police | 40 | 33 |\n| School | 50 | 41 |\n| Total | 90 | 75 |'],
  ['year', 'Tuesday 31 January 2024'],
  [
    'two-values',
    'Seventy-seven young people were referred to the Evolve Team in 2023.\n\nMore words.\n\nThe 79 young people referred to the Evolve Team came from all areas.',
  ],
  ['year', '5 March 2024\n\nThe next meeting will be held on 5 February 2024.'],
  ['share', 'Two thirds of children (21 of 47) were boys.'],
  ['share', 'More than half of the cases (50 of 110) were open.'],
  ['sum', 'Spending was £1.2m on staff and £0.8m on premises, £2.3m in total.'],
  ['sum', 'There were 86 contacts: 40 from schools, 25 from the police and 16 from health.'],
  ['share', 'Of the 64 assessments completed, 22 (34%) were low, 30 (57%) medium and 12 (19%) high.'],
  [
    'sum',
    'There were three hundred and twelve contacts in total.\n- There were one hundred and forty contacts from schools.\n- There were one hundred and two contacts from police.\n- There were eighty contacts from health.',
  ],
  [
    'body-name',
    'Council Scrutiny Commission\n\nThe Council Scrutiny Commission met on 5 May 2023.\n\nIt was resolved that the Council Scrutiny Committee note the report.',
  ],
  [
    'body-name',
    'Safer Walden Partnership agreed. The Safer Walden Partnership met. The Walden Safety Partnership wrote.',
  ],
  [
    'body-name',
    'The Walden Safeguarding Children Partnership (WSCP) met. The Walden Safeguarding Community Partnership (WSCP) wrote.',
  ],
  ['printed-nowhere', '82% felt safer.\n\n75% felt heard.\n\nMembers asked about the 90% who felt safer.'],
  [
    'year',
    'The Neglect Strategy 2024-2026 was noted. Later the Neglect Strategy 2024-2027 was agreed. The Neglect Strategy 2024-2026 stands.',
  ],
  ['sum', '12 boys and 15 girls attended, 28 in total.'],
  ['sum', '141 + 107 + 50 + 46 = 354'],
  ['over-100', 'Low: 20%\nMedium: 45%\nHigh: 45%'],
  ['over-100', '52% of children were boys and 58% were girls.'],
  ['sum', 'A total of 45 children were seen: 20 girls and 26 boys.'],
  ['sum', '20 children were seen in total, of whom 12 were boys and 9 were girls.'],
  ['share', '130 of the 120 children were seen (108%).'],
  ['year', 'Minutes, 30 January 2024\n\nResolved: That the Work Programme for 2022/23 be approved.'],
  ['year', '12 March 2024\n\nThe forward plan 2021/22 was agreed.'],
];

test('what is sound is left alone', () => {
  const wrong = sound.flatMap((text) => check(text).findings.map(({ arithmetic }) => `${text} → ${arithmetic}`));
  assert.deepEqual(wrong, []);
});

test('each planted slip is found, and called what it is', () => {
  const wrong = planted.flatMap(([kind, text]) => {
    const found = check(text).findings.map((one) => one.kind);
    return found.some((one) => one === kind) ? [] : [`${text} → ${found.join(', ') || 'nothing'}`];
  });
  assert.deepEqual(wrong, []);
});

test('a finding names its line, quotes it and says the arithmetic', () => {
  const { findings } = check('Minutes\n\nThe team met.\n12 boys and 15 girls attended, 28 in total.');
  assert.deepEqual(findings, [
    {
      line: 4,
      quote: '12 boys and 15 girls attended, 28 in total.',
      kind: 'sum',
      arithmetic: '12 + 15 = 27, not 28: 1 too few.',
    },
  ]);
});

test('a sentence that runs over lines and pages is read as one', () => {
  const parts = {
    theft: 'one hundred and forty-one',
    drugs: 'one hundred and seven',
    both: 'fifty',
    neither: 'forty-six',
  };
  const list = Object.entries(parts).map(([what, part]) => `- There were ${part} risks in relation to\n\n${what}.`);
  const { findings, holds } = check(`There were three hundred and forty-four in total.\n\n${list.join('\n')}`);
  assert.deepEqual(findings, []);
  assert.deepEqual(
    holds.map(({ arithmetic }) => arithmetic),
    ['344 = 141 + 107 + 50 + 46.'],
  );
});

test('a share that many counts round to holds, and says how many', () => {
  const { findings, holds } = check('There were a total of 317 referrals.\n- 38% of these were self-referrals.');
  assert.deepEqual(findings, []);
  assert.equal(holds[0]?.arithmetic, '38 % of 317: 119 to 122 all round to it.');
});

const releases = [
  { id: 'evolve.referred', label: 'Young people referred to Evolve', value: 77, unit: 'count', period: '2023' },
] as const;

test('a figure that differs from the released one is found; the same figure, and another year, are left alone', () => {
  const against = (text: string) => checkFigures(linesOf(text), releases);
  const differs = against('During 2023, seventy-nine young people were referred to Evolve.');
  assert.deepEqual(
    differs.findings.map(({ kind, arithmetic }) => [kind, arithmetic]),
    [['ledger', 'Young people referred to Evolve, 2023: 77 was released; 79 here.']],
  );
  assert.deepEqual(against('During 2022, 79 young people were referred to Evolve.').findings, []);
  assert.deepEqual(against('In 2023, 77 young people were referred to Evolve.').findings, []);
});

const labels = ['Police', 'Schools', 'Health', 'Family', 'Housing', 'Courts', 'Voluntary sector', 'Probation'];
const counts = fc
  .array(fc.integer({ min: 0, max: 400 }), { minLength: 2, maxLength: labels.length })
  .filter((all) => all.some((one) => one > 0));
const share = (part: number, whole: number, places: number) =>
  `${(Math.round((part / whole) * 100 * 10 ** places) / 10 ** places).toFixed(places)}%`;

function print(parts: readonly number[], places: number, changed?: { at: number; to: number }): string {
  const total = parts.reduce((sum, one) => sum + one, 0);
  const rows = parts.map(
    (part, at) => `| ${labels[at]} | ${changed?.at === at ? changed.to : part} | ${share(part, total, places)} |`,
  );
  return ['| Source | Referrals | % |', '|---|---|---|', ...rows, `| Total | ${total} | 100% |`].join('\n');
}

test('a table whose parts are drawn at random and honestly rounded is never flagged', () => {
  fc.assert(
    fc.property(counts, fc.constantFrom(0, 1, 2), (parts, places) => {
      assert.deepEqual(check(print(parts, places)).findings, []);
    }),
  );
});

test('one part changed in such a table is always found', () => {
  fc.assert(
    fc.property(counts, fc.nat(), fc.integer({ min: 1, max: 60 }), (parts, seed, by) => {
      const at = seed % parts.length;
      const { findings } = check(print(parts, 1, { at, to: (parts[at] ?? 0) + by }));
      assert.ok(findings.some(({ kind }) => kind === 'sum'));
    }),
  );
});

const spoken = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 2, maxLength: 6 });
const say = (whole: number, parts: readonly number[]) =>
  `There were ${whole} referrals, made up of ${parts.map((part, at) => `${part} from ${labels[at]}`).join(', ')}.`;

test('a sentence of parts holds when it adds up, and never when one part is changed', () => {
  fc.assert(
    fc.property(spoken, fc.integer({ min: 1, max: 50 }), (parts, by) => {
      const whole = parts.reduce((sum, one) => sum + one, 0);
      assert.deepEqual(check(say(whole, parts)).findings, []);
      const [first = 0, ...others] = parts;
      assert.equal(check(say(whole, [first + by, ...others])).findings[0]?.kind, 'sum');
    }),
  );
});

test('words of any kind are read to their end: what is no paper makes no trouble', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => void check(text)));
});

test('a text made to be slow takes no longer than a paper', () => {
  const began = performance.now();
  for (const piece of [
    '1 a ',
    'The Big Board ',
    '2022-2023 Plan ',
    '38% of 12, ',
    '(',
    'a | 1\n',
    'one hundred and ',
    'x9é',
  ])
    check(piece.repeat(Math.floor(30_000 / piece.length)));
  assert.ok(performance.now() - began < 15_000);
});
