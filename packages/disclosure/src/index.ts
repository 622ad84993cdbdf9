export type { Interval } from './attack/seen.ts';
export { attackCommand } from './attack.command.ts';
export { attack, type Findings } from './findings.ts';
export type { Learnt } from './learnt.ts';
export { print, printIn, wholeOf } from './printed.ts';
export { type Profile, profiles } from './profile.ts';
export { protect } from './protect/protect.ts';
export { protectCommand } from './protect.command.ts';
export {
  type Cell,
  compose,
  type Dimension,
  grouping,
  type Protected,
  type Publication,
  type RecordRow,
  type Sheet,
  type TableSpec,
} from './publication.ts';
export { type FileTable, readTables } from './tables-file.ts';
export { inWorker } from './thread.ts';
export { attributesIn, both, either, everybody, having, holds, neither, type Where } from './where.ts';
export { wholeGroups } from './whole-groups.ts';
