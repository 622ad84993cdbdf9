export { reports } from './child-exploitation.ts';
export type { UnitKind } from './comparators/comparator.ts';
export { recordComparators, recordNeighbours } from './comparators/comparators.db.ts';
export { comparatorColumns, readComparators } from './comparators/reading.ts';
export { neighbourColumns, readNeighbours } from './comparators/reading-neighbours.ts';
export { asCounting } from './figures.db.ts';
export { type Counted, countedOver } from './figures.ts';
export { lastCalendarYear, readPeriod, sayCounted, sayPeriod } from './period.ts';
export { reportCommand } from './report.command.ts';
