import { plainDate } from '../platform/kernel/index.ts';
import type { Paper, PaperTable, Shown } from './paper.ts';

const grow: Shown[] = [1, 344, 'c', 'z', 'x', 'low', 0, 1234];

export const areas: PaperTable = {
  is: 'table',
  id: 'assessments-by-type',
  title: 'Risk assessments completed, by type of exploitation / area',
  unit: 'assessments',
  over: '1 January 2023 to 31 December 2023',
  about: [
    ['Definition', 'Assessments completed and signed in the period; a review counts as an assessment of its own.'],
    ['Left out', 'Assessments begun & not signed.'],
    ['Answers for it', 'Head of safeguarding, “Evolve”'],
  ],
  rowsAre: 'Type <b>of</b> exploitation',
  columns: ['All', 'Girls', 'Boys', 'Łódź'],
  rows: [
    { label: '=1+1', cells: [344, 'c', 1234, 38.5] },
    { label: '<b>Both</b> & "neither"', cells: [0, 'z', 'low', 38] },
    { label: 'Zażółć gęślą jaźń', cells: [12, 'c', 7, 'low'] },
    { label: 'محمد علي (الشرق)', cells: [50, 46, 'c', 9.25] },
    { label: '5-10', cells: [60, 61, 62, 63] },
  ],
  notes: ['A child may be assessed more than once.', '+ Reviews are in.'],
  drawnAs: 'bars',
};

const { drawnAs: _, ...undrawn } = areas;
export const long = (rows: number): PaperTable => ({
  ...undrawn,
  id: 'by-ward',
  title: 'Risk assessments completed, by type of exploitation / ward',
  rowsAre: 'Ward',
  columns: ['2021', '2022', '2023'],
  rows: Array.from({ length: rows }, (_, at) => ({
    label: `Ward called ${String.fromCharCode(65 + (at % 26))}${'a'.repeat(at % 7)} and its surroundings by the river`,
    cells: [at + 100, grow[at % grow.length] ?? 'x', at * 3 + 1000],
  })),
  notes: [],
});

/** Everything a file may trip over: formulas, marks, Polish and Arabic letters, every symbol but `u`, a long table. */
export const paper = (rows = 3): Paper => withTables(areas, long(rows));

export const withTables = (...tables: PaperTable[]): Paper => ({
  reference: 'R-2024-007',
  title: 'Child Exploitation annual report <2023> & appendix',
  author: 'Rotherham Safeguarding Children Partnership',
  dated: plainDate('2024-01-30'),
  facts: [
    ['As at', '15 January 2024'],
    ['What changed', 'Reviews of December were missing.'],
    ['Permanent address', 'https://throughline.example/releases/R-2024-007'],
  ],
  parts: [
    { is: 'paragraph', says: 'Assessments, not children, unless a table says so.' },
    { is: 'paragraph', says: '-2 fewer than before: سارة said so at the meeting.' },
    { is: 'symbols' },
    ...tables,
    { is: 'notes', notes: ['Figures may be revised.', '@everyone: read the definitions.'] },
  ],
  letters: 'plain',
  trial: true,
});

/** Every sentence of it, in order; the words of a table last to first are not. */
export const sayings = ({ parts }: Pick<Paper, 'parts'>): string[] =>
  parts.flatMap((part) => {
    if (part.is === 'heading' || part.is === 'paragraph') return [part.says];
    if (part.is === 'list') return part.items;
    if (part.is === 'notes') return part.notes;
    return part.is === 'table' ? [part.title] : [];
  });
