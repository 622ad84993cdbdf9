import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkFigures, linesOf } from './index.ts';
import { planted } from './planted.fixture.ts';
import { sound } from './sound.fixture.ts';

const check = (text: string) => checkFigures(linesOf(text));

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

test('a number that counts something else, or was itself released, is not held against a released figure', () => {
  const ledger = [
    { id: 'a', label: 'Children at risk of exploitation', value: 69, unit: 'count', period: '2023' },
    { id: 'b', label: 'Risk assessments completed', value: 344, unit: 'count', period: '2023' },
    {
      id: 'c',
      label: 'Risk assessments completed: Child sexual exploitation',
      value: 107,
      unit: 'count',
      period: '2023',
    },
  ] as const;
  const findings = (says: string) => checkFigures(linesOf(says), ledger).findings.map(({ kind }) => kind);
  for (const says of [
    'In 2023 seventy-three cases of children were closed, for their risk of exploitation had come down.',
    'There were 107 risks of sexual exploitation identified for a child.',
    'There were 58 identified risks of sexual exploitation of children.',
    'Evolve completed 107 risk assessments of sexual exploitation.',
  ])
    assert.deepEqual(findings(says), [], says);
  assert.deepEqual(findings('In 2023 we knew of 71 children at risk of exploitation.'), ['ledger']);
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

/** Work of this process alone, in milliseconds: a loaded machine makes it wait, and that counts for nothing. */
function workOf(work: () => void): number {
  const began = process.cpuUsage();
  work();
  return process.cpuUsage(began).user / 1000;
}

test('a text made to be slow takes work in step with its length', () => {
  const pieces = [
    '1 a ',
    'The Big Board ',
    '2022-2023 Plan ',
    '38% of 12, ',
    '(',
    'a | 1\n',
    'one hundred and ',
    'x9é',
    'Of the 36 children, 22 (61%) were boys and 14 (39%) were girls, as was said.\n',
    'Police\t12\t13\t14\nTotal\t12\t13\t14\n\n',
    'Q1\t12\t13\n',
    `a${'\u2003'.repeat(7_000)}`,
    'a | 1 | 2 | 3 ',
  ];
  const ofLength = (length: number) =>
    workOf(() => {
      for (const piece of pieces) check(piece.repeat(Math.floor(length / piece.length)));
    });
  ofLength(1000);
  const [once, thrice] = [ofLength(8000), ofLength(24_000)];
  assert.ok(thrice < 5 * once, `${thrice} ms of work for three times what took ${once} ms`);
});

test('a paper is held against a long ledger as fast as against a short one', () => {
  const released = {
    label: 'Risk assessments completed: Child sexual exploitation',
    unit: 'count',
    period: '2023',
  } as const;
  const paper = linesOf('There were 58 identified risks of sexual exploitation of children.\n'.repeat(400));
  const against = (length: number) => {
    const ledger = Array.from({ length }, (_, value) => ({ ...released, id: `${value}`, value }));
    return workOf(() => assert.deepEqual(checkFigures(paper, ledger).findings, []));
  };
  against(100);
  const [short, long] = [against(100), against(4000)];
  assert.ok(long < 5 * short + 200, `${long} ms of work for forty times the ledger that took ${short} ms`);
});

test('words for shares hold only where they come to the whole', () => {
  const holds = (says: string) => check(says).holds.map(({ arithmetic }) => arithmetic);
  assert.deepEqual(
    holds('Half of the referrals came from schools, a quarter from the police and a quarter from health.'),
    ['50 + 25 + 25 = 100 %.'],
  );
  assert.deepEqual(
    holds('Two-thirds of referrals were from schools, a quarter from the police and a fifth from health.'),
    [],
  );
});

test('a table keeps its sums open where a cell cannot be read, and below nought is in brackets', () => {
  const table = (first: string, total: string) =>
    check(
      `| Service | Amount |\n|---|---|\n| Staff | ${first} |\n| Travel | 30 |\n| Other | 9 |\n| Total | ${total} |`,
    );
  for (const first of ['fewer than 5', 'not recorded', '12 or so', 'n/k', 'unknown'])
    assert.deepEqual(table(first, '42'), { findings: [], holds: [] }, first);
  for (const [first, total] of [
    ['(12)', '27'],
    ['(£12)', '£27'],
    ['1 040', '1,079'],
    ['1\u2009040', '1\u202f079'],
  ] as const)
    assert.deepEqual(table(first, total).findings, [], first);
  assert.equal(table('(12)', '42').findings[0]?.arithmetic, 'Amount: -12 + 30 + 9 = 27, not 42: 15 too few.');
});
