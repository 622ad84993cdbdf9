import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { barsSvg, monthsSvg } from './picture.ts';

const bars = [
  { label: 'Criminal exploitation only', value: 141 },
  { label: 'Sexual exploitation <only>', value: 107 },
];

test('a picture says what it shows to those who do not see it, and carries no style our policy forbids', () => {
  const svg = barsSvg(bars, 'Assessments by type');
  assert.match(svg, /role="img"/);
  assert.match(svg, /aria-label="Assessments by type: Criminal exploitation only 141; /);
  assert.doesNotMatch(svg, /<style| style=/);
});

test('words in a picture are escaped', () => {
  const { document } = parseHTML(`<body>${barsSvg(bars, 'x "><only>')}</body>`);
  assert.equal(document.querySelector('only'), null);
  assert.match(document.querySelector('svg')?.getAttribute('aria-label') ?? '', /"><only>: /);
});

test('every bar has its number and every month its place, the empty ones too', () => {
  assert.match(barsSvg(bars, 'x'), />141</);
  const svg = monthsSvg(
    [
      { month: '2023-01', label: 'a', value: 3 },
      { month: '2023-02', label: 'a', value: 0 },
    ],
    'x',
  );
  assert.match(svg, />2023-02</);
});

test('a picture of nothing is still a picture', () => {
  assert.match(
    barsSvg(
      bars.map((bar) => ({ ...bar, value: 0 })),
      'x',
    ),
    /<svg/,
  );
});
