export { attack, type Findings } from './findings.ts';
export type { Learnt } from './learnt.ts';
export { isSmall, type Profile, print, profiles, type Symbol, symbols } from './profile.ts';
export { protect } from './protect/protect.ts';
export {
  type Cell,
  compose,
  type Dimension,
  grouping,
  type Protected,
  type ProtectedCell,
  type ProtectedTable,
  type Publication,
  perChild,
  type RecordRow,
  type Sheet,
  type Table,
  type TableSpec,
} from './publication.ts';
export { countsBehind, countsOfShare } from './reader.ts';
export { inWorker } from './thread.ts';
export { both, either, everybody, having, neither, type Where } from './where.ts';
export { type WholeGroup, wholeGroups } from './whole-groups.ts';
