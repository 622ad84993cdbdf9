import { profiles } from '@throughline/disclosure';
import type { Paper } from '../papers/index.ts';
import { londonDay, sayDay } from '../platform/kernel/index.ts';
import type { Partnership } from '../platform/web/world.ts';
import type { ProfileId } from './composition.ts';
import { type FrozenTable, nameOf, type Release, sayAsAt, sayWhen } from './release.ts';

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
  const { reference, question, profile, asAt, summary, corrects, approved } = release;
  const when = sayWhen(release);
  return {
    reference,
    title: nameOf(release),
    partnership: partnership.name,
    period: when === sayAsAt(asAt) ? '' : when,
    asAt: sayDay(asAt),
    releasedOn: approved ? sayDay(londonDay(approved.at)) : 'Not released yet',
    address: origin + (profile === 'public' ? publishedAt(reference) : readAt(reference)),
    summary: question ? ['An answer to a question of members.', ...summary] : summary,
    tables: tables.map(({ words: { lines, ...words }, cells }) => ({
      ...words,
      rows: lines.map((label, line) => ({ label, cells: cells[line] ?? [] })),
    })),
    notes: [
      'A figure of very few children, and one that would give such a figure away, is not shown. Figures are counted from the records themselves, and are checked together with everything released before.',
      ...sayRounding(profile),
    ],
    correction: corrects ? { of: corrects.reference, whatChanged: corrects.whatChanged } : undefined,
    trial: partnership.trialNow !== null,
  };
}
