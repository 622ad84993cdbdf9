import type { AskedTable } from './asked.ts';
import type { Section } from './layout.ts';
import type { FrozenTable } from './release.ts';

/** The sections of the Child Exploitation annual report, and the tables each has unless others are chosen (minute 47). */
export const sections = [
  {
    id: 'activity',
    title: 'Summary of child exploitation activity',
    tables: [
      'assessments.kind',
      'assessments.type.level',
      'assessments.type.age',
      'assessments.type.sex',
      'caseload.type.age',
      'caseload.mode',
    ],
  },
  {
    id: 'performance',
    title: 'Performance information',
    tables: ['reviews.in_time:percent', 'caseload.review', 'children-assessed.entered.latest', 'closures.reason'],
  },
  { id: 'trends', title: 'Trends', tables: ['referred.quarter', 'assessments.type.quarter'] },
  {
    id: 'awareness',
    title: 'Awareness raising',
    tables: [],
    otherwise: 'No record of awareness raising is kept here, so nothing is counted.',
  },
  {
    id: 'safeguarding',
    title: 'Safeguarding',
    tables: ['at-risk.looked_after+send', 'at-risk.ehcp+sen_support', 'at-risk.protection_plan+in_need'],
  },
] as const satisfies readonly { id: string; title: string; tables: readonly string[]; otherwise?: string }[];
export type SectionId = (typeof sections)[number]['id'];
/** The tables of the Child Exploitation annual report, section by section. */
export const annualReport: readonly string[] = sections.flatMap(({ tables }) => [...tables]);

/** What the analyst says in each section, a paragraph a line. */
export type SaidInSections = Readonly<Partial<Record<SectionId, readonly string[]>>>;

const ofPerformance: ReadonlySet<string> = new Set(['closures', 'reviews', 'children-assessed']);
const ofSafeguarding: ReadonlySet<string> = new Set(['at-risk', 'protection-plans']);

function sectionOf({ kind, by }: AskedTable): SectionId {
  if (by.includes('quarter')) return 'trends';
  if (ofPerformance.has(kind) || by.includes('review')) return 'performance';
  return ofSafeguarding.has(kind) ? 'safeguarding' : 'activity';
}

const placeOf = (id: SectionId) => sections.findIndex((section) => section.id === id);
const orderOf = (asked: AskedTable) => placeOf(sectionOf(asked));

export const inOrderOfSections = (tables: readonly AskedTable[]): AskedTable[] =>
  tables.toSorted((one, other) => orderOf(one) - orderOf(other));

/** Each section stands before its first table; those after the last table stand after it. */
export function withSections(
  tables: readonly FrozenTable[],
  asked: readonly AskedTable[],
  said: SaidInSections,
): FrozenTable[] {
  const starts = asked.map(orderOf);
  const between = (from: number, to: number) => sections.slice(from, to).flatMap((one) => headed(one, said, starts));
  return tables.map((table, at) => {
    const opens = between(at === 0 ? 0 : (starts[at - 1] ?? 0) + 1, (starts[at] ?? 0) + 1);
    const closes = at === tables.length - 1 ? between((starts[at] ?? 0) + 1, sections.length) : [];
    return {
      ...table,
      words: { ...table.words, ...(opens.length > 0 && { opens }), ...(closes.length > 0 && { closes }) },
    };
  });
}

/** A section of no table and no words stands only if it has something to say of that. */
function headed(section: (typeof sections)[number], said: SaidInSections, starts: readonly number[]): Section[] {
  const words = said[section.id] ?? [];
  if (words.length > 0 || starts.includes(placeOf(section.id))) return [{ title: section.title, says: words }];
  return 'otherwise' in section ? [{ title: section.title, says: [section.otherwise] }] : [];
}
