import type { FileTable } from '../tables-file.ts';
import { factsOf } from './facts.ts';
import type { Rule } from './rule.ts';
import { suppress } from './suppress.ts';

/** Hides cells of one table of a file. @returns of each cell, whether it is hidden. */
export async function protectTable(table: FileTable, against: Rule['against']): Promise<boolean[]> {
  const said = table.cells.map(({ where, value, primary, everything }) => ({
    where,
    value,
    small: primary,
    state: 'undecided' as const,
    rank: everything ? ('grand total' as const) : ('cell' as const),
  }));
  const facts = factsOf(table.attributes, table.records, said);
  const most = Math.max(0, ...table.cells.filter(({ primary }) => primary).map(({ value }) => value));
  const rule: Rule = against === 'exact' ? { against } : { against: 'threshold', threshold: table.threshold ?? most };
  const { hidden } = await suppress(facts, rule);
  const result = table.cells.map(() => false);
  facts.facts.forEach(({ said: cells }, at) => {
    for (const cell of cells) result[cell] = hidden[at] ?? false;
  });
  return result;
}
