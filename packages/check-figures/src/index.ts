export { checkFigures } from './check.ts';
export { checkFiguresCommand } from './check-figures.command.ts';
export { type Figure, readFigures } from './figures-in.ts';
export { type Checked, type Finding, type Hold, kinds } from './finding.ts';
export type { LedgerFigure } from './ledger.ts';
export { type Line, linesOf } from './paper.ts';
export { isWebPage, readDocument } from './read.ts';
