export {
  type AliasKind,
  aliasKinds,
  type ChildNow,
  disabilities,
  findAge,
  isAdult,
  type Sex,
  sayAge,
  sayBirth,
  sayName,
} from './child.ts';
export * from './children.db.ts';
export { type IdentifierKind, identifierKinds, tidyIdentifier } from './identifier.ts';
export * from './imports/child.ts';
export * from './imports/codes.ts';
export * from './imports/recognise.db.ts';
export * from './imports/recognise.ts';
export { readSend, type SendFile, sendColumns } from './imports/send.ts';
export * from './imports/statuses.db.ts';
export * from './imports/statuses.ts';
export { comparing } from './matching/comparing.db.ts';
export { type Grade, houseModel, type Identity, type Judgement, judge, nobody, type Reason } from './matching/index.ts';
export { onRecordColumns, rememberLikely } from './matching/likely.db.ts';
export * from './matching/on-record.ts';
export { type NewSaid, sayOfPairs } from './matching/pairs.db.ts';
export { GradeTag } from './matching/shown.tsx';
export * from './recording.db.ts';
export * from './status.ts';
