import type { CodeList } from '../platform/imports/index.ts';
import { type Level, levelWords } from './judgement.ts';

/** A level, as other records and spreadsheets write it too. */
export const levelCodes: CodeList<Level> = {
  name: 'the level',
  codes: levelWords,
  also: { H: 'HIGH', M: 'MEDIUM', L: 'LOW', med: 'MEDIUM', 'no risk': 'NONE', emerging: 'LOW' },
};
