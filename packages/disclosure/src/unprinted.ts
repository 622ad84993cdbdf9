import { isSmall, type Profile } from './profile.ts';
import type { Cell, Publication, RecordRow, Table } from './publication.ts';
import { either, holds } from './where.ts';

/** A group of few people that no table prints, and that must not follow from those that are printed. */
export type Unprinted = Cell & { table: string };

/** What is known to be asked next; and the small ones of a row together: its total less what it shows is their sum. */
export function unprintedOf(publication: Publication, kind: string, profile: Profile): Unprinted[] {
  const ofKind = ({ of }: Table) => of === kind;
  const asked = publication.unprinted
    .filter(ofKind)
    .flatMap(({ id, cells }) => cells.map((cell) => ({ ...cell, table: id })));
  const records = publication.sheets.find((sheet) => sheet.kind === kind)?.records ?? [];
  const together = publication.tables.filter(ofKind).flatMap((table) => smallTogether(table, records, profile));
  return [...asked, ...together].filter(({ people }) => isSmall(people, profile));
}

/** Sums within the threshold are left to their parts: who knows such a sum knows that each part is small. */
function smallTogether(table: Table, records: readonly RecordRow[], profile: Profile): Unprinted[] {
  const small = table.cells.filter(({ value, people }) => value > 0 && isSmall(people, profile));
  return Object.keys(table.cells[0]?.key ?? {}).flatMap((title) =>
    [...Map.groupBy(small, ({ key }) => rowOf(key, title)).values()]
      .filter((parts) => parts.length > 1)
      .map((parts): Unprinted => {
        const where = either(...parts.map((part) => part.where));
        const counted = records.filter(({ attributes }) => holds(where, attributes));
        const people = new Set(counted.map(({ person }) => person)).size;
        const key = { ...parts[0]?.key, [title]: parts.map((part) => part.key[title]).join(' and ') };
        return { table: table.id, key, where, value: counted.length, people, rank: 'cell' };
      })
      .filter(({ value }) => value > profile.threshold),
  );
}

const rowOf = (key: Cell['key'], without: string): string =>
  JSON.stringify(Object.entries(key).filter(([title]) => title !== without));
