import { profiles } from '@throughline/disclosure';
import type { Fact, Paper, PaperTable, Part } from '../papers/index.ts';
import { londonDay, sayDay } from '../platform/kernel/index.ts';
import type { Partnership } from '../platform/web/world.ts';
import type { ProfileId } from './composition.ts';
import { type TableWords, TOTAL } from './layout.ts';
import { type FrozenTable, nameOf, type Release, sayAsAt, sayReleased, sayWhen } from './release.ts';

export const publishedAt = (reference: string): string => `/published/${reference}`;

/** Where it is read within the ledger, by those who see figures. */
export const readAt = (reference: string): string => `/releases/${reference}/paper`;

/** Said wherever figures are rounded: the numbers before are kept nowhere. */
export function sayRounding(profile: ProfileId): string[] {
  const { rounding } = profiles[profile];
  return rounding === 1
    ? []
    : [
        `Figures are rounded to the nearest ${rounding}, so rows may not add up to their total. Unrounded totals are not kept.`,
      ];
}

/** The release as a paper: what every file and the page are made from. `origin` is where it is served from. */
export function paperOf(
  release: Release,
  tables: readonly FrozenTable[],
  { partnership, origin }: { partnership: Partnership; origin: string },
): Paper {
  const { reference, question, profile, summary, approved } = release;
  const address = origin + (profile === 'public' ? publishedAt(reference) : readAt(reference));
  return {
    reference,
    title: nameOf(release),
    author: partnership.name,
    dated: approved ? londonDay(approved.at) : undefined,
    facts: aboutRelease(release, { whose: partnership.name, address }),
    parts: [
      ...[...(question ? ['An answer to a question of members.'] : []), ...summary].map(paragraph),
      ...tableParts(tables),
      {
        is: 'notes',
        notes: [
          'A figure of very few children, and one that would give such a figure away, is not shown. Figures are counted from the records themselves, and are checked together with everything released before.',
          ...sayRounding(profile),
        ],
      },
    ],
    letters: 'plain',
    trial: partnership.trialNow !== null,
  };
}

function aboutRelease(release: Release, { whose, address }: { whose: string; address: string }): Fact[] {
  const { reference, asAt, corrects } = release;
  const when = sayWhen(release);
  return [
    ['Partnership', whose],
    ...(when === sayAsAt(asAt) ? [] : [['Period', when] as const]),
    ['As at', sayDay(asAt)],
    ['Released on', sayReleased(release)],
    ['Reference', reference],
    ...(corrects ? [['Corrects', corrects.reference] as const] : []),
    ...(corrects?.whatChanged ? [['What changed', corrects.whatChanged] as const] : []),
    ['Permanent address', address],
  ];
}

const paragraph = (says: string): Part => ({ is: 'paragraph', says });

/** The tables with their symbols, section by section: what a paper has, and what is seen of it before there is one. */
export const tableParts = (tables: readonly FrozenTable[]): Part[] => [
  { is: 'symbols' },
  ...tables.flatMap((table) => [...headed(table.words.opens), tablePart(table), ...headed(table.words.closes)]),
];

const headed = (sections: TableWords['opens'] = []): Part[] =>
  sections.flatMap(({ title, says }) => [{ is: 'heading', says: title } as const, ...says.map(paragraph)]);

function tablePart({ words, cells }: FrozenTable): PaperTable {
  const { id, title, unit, over, rowsAre, columns, notes } = words;
  return {
    is: 'table',
    ...{ id, title, unit, over, rowsAre, columns, notes },
    about: [
      ['Definition', words.definition],
      ['Left out', words.exclusions],
      ['Answers for it', words.owner],
    ],
    rows: words.lines.map((label, line) => ({ label, cells: cells[line] ?? [] })),
    total: TOTAL,
    drawnAs: 'bars',
  };
}
