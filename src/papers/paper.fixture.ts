import type { Paper, PaperTable, Shown } from './paper.ts';

const grow: Shown[] = [1, 344, 'c', 'z', 'x', 'low', 0, 1234];

const areas: PaperTable = {
  id: 'assessments-by-type',
  title: 'Risk assessments completed, by type of exploitation / area',
  unit: 'assessments',
  definition: 'Assessments completed and signed in the period; a review counts as an assessment of its own.',
  exclusions: 'Assessments begun & not signed.',
  owner: 'Head of safeguarding, “Evolve”',
  over: '1 January 2023 to 31 December 2023',
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
};

const long = (rows: number): PaperTable => ({
  ...areas,
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
export const paper = (rows = 3): Paper => ({
  reference: 'R-2024-007',
  title: 'Child Exploitation annual report <2023> & appendix',
  partnership: 'Rotherham Safeguarding Children Partnership',
  period: '1 January 2023 to 31 December 2023',
  asAt: '15 January 2024',
  releasedOn: '30 January 2024',
  address: 'https://throughline.example/releases/R-2024-007',
  summary: ['Assessments, not children, unless a table says so.', '-2 fewer than before: سارة said so at the meeting.'],
  tables: [areas, long(rows)],
  notes: ['Figures may be revised.', '@everyone: read the definitions.'],
  correction: { of: 'R-2024-003', whatChanged: 'Reviews of December were missing.' },
  trial: true,
});
