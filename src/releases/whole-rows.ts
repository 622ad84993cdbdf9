import { type Cell, type Publication, profiles, wholeGroups } from '@throughline/disclosure';
import type { ProfileId } from './composition.ts';

/** Rows whose children all have one answer, as sentences: for the analyst to weigh. */
export function wholeRows(publication: Publication, profile: ProfileId): string[] {
  const said = wholeGroups(publication, profiles[profile]).map(({ table, total, cell }) => {
    const title = publication.tables.find(({ id }) => id === table)?.title ?? '';
    return `${title}: everyone in “${rowOf(total)}” is in “${answerOf(total, cell)}” too.`;
  });
  return [...new Set(said)];
}

const rowOf = ({ key }: Cell): string =>
  Object.values(key)
    .filter((name) => name !== 'Total')
    .join(', ') || 'Total';

const answerOf = (total: Cell, cell: Cell): string =>
  Object.keys(cell.key)
    .filter((title) => cell.key[title] !== total.key[title])
    .map((title) => cell.key[title])
    .join(', ');
