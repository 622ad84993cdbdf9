export * from './answer.ts';
export * from './assessment.ts';
export { listSeries } from './assessments.db.ts';
export * from './authorisation.ts';
export { levelCodes } from './codes.ts';
export * from './floors.ts';
export { compareAssessmentsFile } from './imports/assessments.db.ts';
export { assessmentColumns, readAssessments } from './imports/assessments.ts';
export * from './instrument.ts';
export * from './instruments/index.ts';
export * from './judgement.ts';
export { judged, neverJudged } from './measures.ts';
export {
  type AssessmentId,
  type NewAssessment,
  type NewAuthorisation,
  recordAssessments,
  recordAuthorisations,
} from './recording.db.ts';
export * from './review.ts';
export * from './series.ts';
export * from './suggestion.ts';
export * from './trend.ts';
export * from './voice.ts';
