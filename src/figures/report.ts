import type { Measure, Module } from '../platform/module.ts';
import { type Counted, isCount } from './figures.ts';

/** A part of a report: its figures in order, and the picture that goes beside the table. */
export type Section = {
  id: string;
  title: string;
  /** One or two sentences on what the reader is looking at. */
  says: string;
  measures: readonly string[];
  picture?: { kind: 'bars' | 'months'; caption: string; of: readonly string[] };
  /** Parts that must add up to a whole: shown, and checked each time. */
  sum?: { whole: string; parts: readonly string[] };
};

export type Report = { id: string; title: string; sections: readonly Section[] };

/**
 * The Child Exploitation annual report: what the partnership tells scrutiny each year (minute 149 of 30 January 2024),
 * for any period.
 */
export const childExploitation: Report = {
  id: 'child-exploitation',
  title: 'Child Exploitation annual report',
  sections: [
    {
      id: 'referred',
      title: 'Young people referred to Evolve',
      says: 'Children for whom the decision was to refer to Evolve, the specialist child exploitation team.',
      measures: ['evolve.young-people-referred'],
      picture: {
        kind: 'months',
        caption: 'Young people referred to Evolve, by month of the decision',
        of: ['evolve.young-people-referred'],
      },
    },
    {
      id: 'assessments',
      title: 'Risk assessments completed',
      says: 'Assessments, not children: a child is assessed again at least every twelve weeks, and each review is an assessment of its own.',
      measures: [
        'assessments.completed',
        'assessments.children',
        'assessments.initial',
        'assessments.reviews',
        'assessments.cce-only',
        'assessments.cse-only',
        'assessments.both',
        'assessments.no-risk-identified',
      ],
      picture: {
        kind: 'bars',
        caption: 'Risk assessments completed, by type of exploitation',
        of: ['assessments.cce-only', 'assessments.cse-only', 'assessments.both', 'assessments.no-risk-identified'],
      },
      sum: {
        whole: 'assessments.completed',
        parts: ['assessments.cce-only', 'assessments.cse-only', 'assessments.both', 'assessments.no-risk-identified'],
      },
    },
    {
      id: 'reviews',
      title: 'Reviews on time',
      says: 'A formal review is due 84 calendar days after the assessment before it was completed. The share is of reviews done; those due and not done are counted beside it, on the last day counted.',
      measures: ['reviews.on-time', 'reviews.overdue'],
    },
    {
      id: 'closures',
      title: 'Cases closed',
      says: 'Only a case whose authorised level had fallen to low, or in which no risk was identified, is counted as risk reduced.',
      measures: [
        'closures.all',
        'closures.risk-reduced',
        'closures.low',
        'closures.no-risk-identified',
        'closures.moved-area',
        'closures.turned-18-adult-pathway',
        'closures.transferred-service',
        'closures.custody',
        'closures.died',
        'closures.not-engaged-risk-held-elsewhere',
        'closures.opened-in-error',
      ],
      picture: {
        kind: 'bars',
        caption: 'Cases closed, by reason',
        of: [
          'closures.low',
          'closures.no-risk-identified',
          'closures.moved-area',
          'closures.turned-18-adult-pathway',
          'closures.transferred-service',
          'closures.custody',
          'closures.not-engaged-risk-held-elsewhere',
        ],
      },
      sum: { whole: 'closures.risk-reduced', parts: ['closures.low', 'closures.no-risk-identified'] },
    },
    {
      id: 'caseload',
      title: 'Current caseload',
      says: 'Children open to Evolve on the last day counted. “Any criminal exploitation” includes children exploited both ways, so it is not to be added to the others.',
      measures: [
        'caseload.open',
        'caseload.any-cce',
        'caseload.cce-only',
        'caseload.cse-only',
        'caseload.both',
        'caseload.no-risk-identified',
        'caseload.not-yet-assessed',
      ],
      picture: {
        kind: 'bars',
        caption: 'Children open to Evolve, by latest type',
        of: [
          'caseload.cce-only',
          'caseload.cse-only',
          'caseload.both',
          'caseload.no-risk-identified',
          'caseload.not-yet-assessed',
        ],
      },
      sum: {
        whole: 'caseload.open',
        parts: [
          'caseload.cce-only',
          'caseload.cse-only',
          'caseload.both',
          'caseload.no-risk-identified',
          'caseload.not-yet-assessed',
        ],
      },
    },
    {
      id: 'modes',
      title: 'How exploitation is carried out',
      says: 'Children open to Evolve by mode. One child may be in several rows: they are not to be added up.',
      measures: ['caseload.mode.*'],
      picture: { kind: 'bars', caption: 'Children open to Evolve, by mode (several at once)', of: ['caseload.mode.*'] },
    },
    {
      id: 'level-change',
      title: 'Level on entering, and the latest',
      says: 'Every child assessed in the period, once: their first level in this spell with Evolve beside their latest.',
      measures: ['level-change.*'],
    },
    {
      id: 'at-risk',
      title: 'Looked-after children, and special educational needs and disabilities (SEND)',
      says: 'Of children at risk of exploitation, how many are looked after and how many have SEND (an education, health and care plan, or support). A child may be in several rows; a status that is not recorded is not the same as none.',
      measures: [
        'at-risk.children',
        'at-risk.looked-after',
        'at-risk.looked-after-share',
        'at-risk.ehcp',
        'at-risk.sen-support',
        'at-risk.send',
        'at-risk.send-share',
        'at-risk.looked-after-and-send',
        'at-risk.looked-after-and-send-share',
        'at-risk.protection-plan',
        'at-risk.in-need',
      ],
    },
  ],
};

export const reports: readonly Report[] = [childExploitation];

/** Every measure the rooms declare. Two of one id, or a share of a count nobody declares, is refused at start. */
export function measuresOf(rooms: readonly Module[]): Measure[] {
  const all = rooms.flatMap((room) => room.measures ?? []);
  const counts = new Set(all.filter(isCount).map(({ id }) => id));
  if (new Set(all.map(({ id }) => id)).size !== all.length) throw new Error('two measures share an id');
  for (const measure of all) {
    const made = measure.kind === 'share' ? [measure.share, measure.of] : measure.kind === 'rate' ? [measure.rate] : [];
    if (!made.every((id) => counts.has(id)))
      throw new Error(`${measure.id} is a ${measure.kind} of a count nobody declares`);
  }
  return all;
}

/** The measures these ids name, in their order; `closures.*` names all that begin so. */
export function pick(all: readonly Measure[], ids: readonly string[]): Measure[] {
  return ids.flatMap((wanted) => {
    const found = wanted.endsWith('*')
      ? all.filter(({ id }) => id.startsWith(wanted.slice(0, -1)))
      : all.filter(({ id }) => id === wanted);
    if (found.length === 0) throw new Error(`no room declares the measure ${wanted}`);
    return found;
  });
}

/** Where a figure opens to its definition, its period and, for those who may see children, its records. */
export function figureAddress(report: Report, id: string, { period }: Counted): string {
  return `/reports/${report.id}/figures/${id}?from=${period.from}&to=${period.to}`;
}
