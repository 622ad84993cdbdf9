import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences } from './differences.ts';
import { profiles } from './profile.ts';
import { compose, grouping, type Protected } from './publication.ts';
import { both, having } from './where.ts';

const attributes = {
  type: { values: ['some', 'none'], lasts: true },
  level: { values: ['high', 'none'], lasts: true },
};
const never = [
  both(having('type', 'some'), having('level', 'none')),
  both(having('type', 'none'), having('level', 'high')),
];
const byType = {
  id: 'type',
  title: 'Type',
  of: 'records',
  by: [grouping('Type', 'type', { Some: ['some'], None: ['none'] })],
};
const byLevel = {
  id: 'level',
  title: 'Level',
  of: 'records',
  by: [grouping('Level', 'level', { High: ['high'], None: ['none'] })],
};

/** Of a year, or of its first fifty weeks: two of the last fortnight had no type, and eight had one. */
function released(id: string, to: string, last: number, by: typeof byType): Protected {
  const records = Array.from({ length: 40 + last }, (_, at) => ({
    id: `r${at}`,
    person: `c${at}`,
    attributes: at < 20 || at >= 42 ? { type: 'some', level: 'high' } : { type: 'none', level: 'none' },
  }));
  const over = { from: '2023-01-01', to };
  const sheet = { kind: 'records', unit: 'assessments', attributes, records, never, over };
  const { tables, ...publication } = compose(id, to, [sheet], [by]);
  const shown = tables.map((table) => ({ ...table, cells: table.cells.map((cell) => ({ ...cell, hidden: false })) }));
  return { ...publication, profile: profiles.public, unguarded: [], tables: shown };
}

test('a year less its first fifty weeks is two people, though one says it by type and the other by level', () => {
  const [weeks, year] = [released('weeks', '2023-12-17', 0, byLevel), released('year', '2023-12-31', 10, byType)];
  assert.deepEqual(
    differences([weeks, year]).map(({ table, low }) => [table, low]),
    [['type', 2]],
  );
  assert.equal(differences([released('weeks', '2023-12-17', 0, byType), year]).length, 1);
});
