import { checkBodies } from './bodies.ts';
import { checkChanges } from './changes.ts';
import { checkCounts } from './counts.ts';
import { checkDays } from './days.ts';
import { type Checked, isFinding, type Seen } from './finding.ts';
import { checkAgainstLedger, type LedgerFigure } from './ledger.ts';
import { checkPairs } from './pairs.ts';
import { type Line, readPaper } from './paper.ts';
import { checkPercents, groupsOf } from './percents.ts';
import { checkQuoted } from './quoted.ts';
import { checkRates } from './rates.ts';
import { checkRepeats } from './repeats.ts';
import { checkShares } from './shares.ts';
import { checkTables } from './table-checks.ts';

/** What does not add up in a paper, and what was found to hold. Reads nothing but what it is given. */
export function checkFigures(lines: readonly Line[], ledger: readonly LedgerFigure[] = []): Checked {
  const paper = readPaper(lines);
  const groups = groupsOf(paper);
  const seen = [
    ...checkPercents(groups),
    ...checkCounts(paper),
    ...checkChanges(paper),
    ...checkShares(paper, groups),
    ...checkPairs(paper),
    ...checkRates(paper),
    ...checkTables(paper),
    ...checkRepeats(paper),
    ...checkQuoted(paper),
    ...checkDays(paper),
    ...checkBodies(paper),
    ...checkAgainstLedger(paper, ledger),
  ];
  const inOrder = once(seen).toSorted((a, b) => a.line - b.line);
  return { findings: inOrder.filter(isFinding), holds: inOrder.filter((one) => !isFinding(one)) };
}

function once(seen: readonly Seen[]): Seen[] {
  return [
    ...new Map(seen.map((one) => [`${one.line} ${isFinding(one) ? one.kind : ''} ${one.arithmetic}`, one])).values(),
  ];
}
