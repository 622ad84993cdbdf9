import { londonDay, sayDay } from '../../platform/kernel/index.ts';
import type { Partnership } from '../../platform/web/world.ts';
import { sayPeriod } from '../period.ts';
import type { Paper } from './paper.ts';
import type { FrozenTable, Release } from './release.ts';

export const publishedAt = (reference: string): string => `/published/${reference}`;

/** The release as a paper: what every file and the page are made from. */
export function paperOf(release: Release, tables: readonly FrozenTable[], partnership: Partnership): Paper {
  const { reference, title, question, period, asAt, summary, corrects, approved } = release;
  return {
    reference,
    title,
    partnership: partnership.name,
    period: sayPeriod(period),
    asAt: sayDay(asAt),
    releasedOn: approved ? sayDay(londonDay(approved.at)) : 'Not released yet',
    address: publishedAt(reference),
    summary: question ? [`Question: ${question}`, ...summary] : summary,
    tables: tables.map(({ words: { lines, ...words }, cells }) => ({
      ...words,
      rows: lines.map((label, line) => ({ label, cells: cells[line] ?? [] })),
    })),
    notes: [
      'A figure of very few children, and one that would give such a figure away, is not shown. Figures are counted from the records themselves and are attacked together with everything released before.',
      'A printed 0 is a true zero.',
    ],
    correction: corrects ? { of: corrects.reference, whatChanged: corrects.whatChanged } : undefined,
    trial: partnership.trialNow !== null,
  };
}
