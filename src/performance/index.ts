export type { UnitKind } from './comparators/comparator.ts';
export { recordComparators, recordNeighbours } from './comparators/comparators.db.ts';
export { comparatorColumns, readComparators } from './comparators/reading.ts';
export { neighbourColumns, readNeighbours } from './comparators/reading-neighbours.ts';
export { reportCommand } from './report.command.ts';
export { reports } from './report.ts';
