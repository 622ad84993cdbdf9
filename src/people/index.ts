export { type ChildNow, sayAge, sayName } from './child.ts';
export {
  type AllocatedWorker,
  allocatedWorkers,
  findChild,
  findChildById,
  listChildren,
  mapChildren,
} from './children.db.ts';
export { disabilityAnswers, ethnicities, sexes } from './codes.ts';
export { type IdentifierKind, readIdentifier } from './identifier.ts';
export {
  adultStillOpen,
  birthRules,
  bornOrExpected,
  childColumns,
  type ImportedChild,
  ifBeforeBirth,
  importedChild,
  longBeforeBirth,
} from './imports/child.ts';
export { recogniseChildren, recordTaken } from './imports/recognise.db.ts';
export { ofChild, type SaidOfChild } from './imports/recognise.ts';
export { compareStatuses, recordSaidStatuses } from './imports/statuses.db.ts';
export type { SaidStatus } from './imports/statuses.ts';
export { comparing } from './matching/comparing.db.ts';
export { onRecordColumns, rememberLikely } from './matching/likely.db.ts';
export {
  type Described,
  grades,
  type Likely,
  type OnRecord,
  rankLikely,
  sayNew,
  sayReasons,
} from './matching/on-record.ts';
export { sayOfPairs } from './matching/pairs.db.ts';
export { GradeTag } from './matching/shown.tsx';
export type { Recorded } from './recorded.ts';
export {
  type Details,
  recordAddresses,
  recordAdults,
  recordAliases,
  recordChild,
  recordChildren,
  recordIdentifiers,
  recordKinships,
  recordSchools,
} from './recording.db.ts';
export { addStatuses, allocateWorkers, endAllocations, endStatuses, recordStatuses } from './recording-care.db.ts';
export { legalStatuses, protectionCategories, type StatusKind } from './status.ts';
