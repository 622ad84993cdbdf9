import { holdAlready, type ImportResult, type Refused, refuseAfterAll } from './report.ts';
import type { Accepted } from './settle.ts';

export type Contradiction = { column: string; problem: string; remedy: string };
/** What the records held say to a row: it contradicts them, says nothing new (`held`), or is new. */
export type Answer = Contradiction | { held: boolean; notices?: { column: string; problem: string }[] };
export type Compare<R> = (record: Accepted<R>) => Answer;

/** Settles good rows against what is held, and writes it in the result. */
export function compareWithHeld<R>(result: ImportResult, records: readonly Accepted<R>[], compare: Compare<R>): void {
  const refused: Refused[] = [];
  for (const record of records) {
    const { at } = record;
    const answer = compare(record);
    if ('remedy' in answer) {
      const { column, problem, remedy } = answer;
      refused.push({ ...at.place(column), problem, remedy });
      continue;
    }
    if (answer.held) holdAlready(result, at);
    for (const { column, problem } of answer.notices ?? []) result.noticed.push({ ...at.place(column), problem });
  }
  refuseAfterAll(result, ...refused);
}

/** Facts a row states beside those held; what either leaves out contradicts nothing. */
export function findDifference(
  facts: readonly { column: string; said: unknown; held: unknown }[],
  whose: string,
): Contradiction | undefined {
  const other = facts.find(({ said, held }) => said != null && held != null && said !== held);
  return (
    other && {
      column: other.column,
      problem: `is not what is held for ${whose}`,
      remedy: 'Correct the file; where the record is wrong, correct it in Throughline and leave the row out.',
    }
  );
}
