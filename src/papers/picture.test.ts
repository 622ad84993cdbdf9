import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { barsSvg, groupedBarsSvg, monthsSvg } from './picture.ts';

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

test('the picture of two things has a bar for each cell under its group’s name, and a hidden one is a gap marked c', () => {
  const group = (label: string, high: number | string) => ({
    label,
    bars: [
      { label: 'High', value: high },
      { label: 'Low', value: 9 },
    ],
  });
  const svg = groupedBarsSvg([group('Criminal', 12), group('Sexual', 'c')], 'By type and level');
  assert.match(svg, /aria-label="By type and level: Criminal: High 12, Low 9; Sexual: High c, Low 9"/);
  const { document } = parseHTML(svg);
  const written = [...document.querySelectorAll('text')].map((text) => text.textContent);
  for (const words of ['Criminal', 'Sexual', 'High', 'Low', '12', 'c']) assert.ok(written.includes(words), words);
  const widths = [...document.querySelectorAll('rect')].map((bar) => Number(bar.getAttribute('width')));
  assert.equal(widths.filter((width) => width === 0).length, 1);
});
