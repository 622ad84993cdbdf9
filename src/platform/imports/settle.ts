import type { ReadRow } from './columns.ts';
import { type ImportResult, type Place, tallyOf } from './report.ts';

/** Where an accepted record came from, so that whoever writes it can still refuse it by its place. */
type At = { sheet: string; row: number; place: (column: string) => Place };
export type Accepted<R> = R & { key: string; at: At };

export type Trouble<T> = { column: keyof T & string; problem: string; remedy: string };
export type Notice<T> = { column: keyof T & string; problem: string };

/** What a rule makes of a row. `key` is made of its content: the same row in another file has the same. */
export type Verdict<T, R> = { key: string; record: R; troubles?: Trouble<T>[]; notices?: Notice<T>[] };

/**
 * Sorts rows into accepted, unchanged (a row the file has said already) and refused, and writes it in the result. Two
 * rows with one key that say different things: the second is refused, because nobody can tell which holds.
 */
export function settle<T, R>(
  result: ImportResult,
  rows: readonly ReadRow<T>[],
  judge: (values: T) => Verdict<T, R>,
): Accepted<R>[] {
  const accepted = new Map<string, { row: number; said: string; record: Accepted<R> }>();
  for (const row of rows) {
    const tally = tallyOf(result, row.sheet);
    result.read++;
    tally.read++;
    const verdict = row.values && judge(row.values);
    const troubles = (verdict?.troubles ?? []).map(({ column, ...trouble }) => ({ ...row.place(column), ...trouble }));
    const said = JSON.stringify(verdict?.record);
    const earlier = verdict && accepted.get(verdict.key);
    if (verdict && earlier && earlier.said !== said && troubles.length === 0)
      troubles.push({
        ...placeOfRow(row),
        problem: `says something else than row ${earlier.row} about the same event`,
        remedy: 'Keep the row that is right.',
      });
    if (!verdict || troubles.length > 0) {
      tally.refused++;
      result.refused.push(...row.refused, ...troubles);
    } else if (earlier) {
      result.unchanged++;
      tally.unchanged++;
      result.noticed.push({ ...placeOfRow(row), problem: `repeats row ${earlier.row}` });
    } else {
      result.accepted++;
      tally.accepted++;
      result.repaired.push(...row.repaired);
      result.noticed.push(...(verdict.notices ?? []).map(({ column, problem }) => ({ ...row.place(column), problem })));
      const at = { sheet: row.sheet, row: row.row, place: row.place as At['place'] };
      accepted.set(verdict.key, { row: row.row, said, record: { ...verdict.record, key: verdict.key, at } });
    }
  }
  return [...accepted.values()].map(({ record }) => record);
}

const placeOfRow = <T>({ sheet, row }: ReadRow<T>) => ({ sheet, row, column: '', value: '' });
