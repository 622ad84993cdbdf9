export { houseModel } from './house-model.ts';
export { type Identity, nobody } from './identity.ts';
export { type Grade, gradeOf, type Judgement, judge, judgePrepared } from './judge.ts';
export type { Grades, Model } from './model.ts';
export { type Prepared, prepare } from './prepare.ts';
export type { Reason } from './reasons.ts';
