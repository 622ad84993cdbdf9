import { type Refusal, refuse } from '../platform/kernel/index.ts';

/** Lowest first: a level's place here is its rank. */
export const levels = ['NONE', 'LOW', 'MEDIUM', 'HIGH'] as const;
export type Level = (typeof levels)[number];
export const levelWords = {
  NONE: 'No risk identified',
  LOW: 'Low',
  MEDIUM: 'Medium',
  HIGH: 'High',
} as const satisfies Record<Level, string>;

export const exploitationTypes = ['CCE', 'CSE', 'BOTH', 'NO_RISK'] as const;
export type ExploitationType = (typeof exploitationTypes)[number];
export const typeWords = {
  CCE: 'Child criminal exploitation (CCE)',
  CSE: 'Child sexual exploitation (CSE)',
  BOTH: 'Both criminal and sexual exploitation',
  NO_RISK: 'No risk identified',
} as const satisfies Record<ExploitationType, string>;

export const standingWords = {
  at_risk: 'At risk of exploitation',
  experiencing: 'Experiencing exploitation',
} as const;
export type Standing = keyof typeof standingWords;

/** How exploitation is carried out: told beside the type, several at once, never in its place. */
export const modeWords = {
  localised_grooming: 'Localised grooming',
  peer_or_group: 'Peers or a group',
  posing_as_partner: 'Exploiter posing as partner',
  party: 'Parties',
  online: 'Online',
  transport_hubs: 'Transport hubs',
  familial: 'Within the family',
  county_lines: 'County lines',
  debt_bondage: 'Debt bondage',
  cuckooing: 'Home taken over (cuckooing)',
  financial: 'Financial (use of bank accounts)',
  forced_theft: 'Forced theft',
  cannabis_cultivation: 'Cannabis cultivation',
  weapons: 'Weapons',
} as const;
export type Mode = keyof typeof modeWords;

/** A level for each type; records from elsewhere may hold only the overall one, so both may be missing. */
export type LevelsByType = { cce: Level; cse: Level };

export type Judgement = {
  type: ExploitationType;
  level: Level;
  byType: LevelsByType | undefined;
  standing: Standing | undefined;
  modes: readonly Mode[];
};

export const atLeast = (level: Level, floor: Level): boolean => levels.indexOf(level) >= levels.indexOf(floor);
export const highest = (...some: readonly Level[]): Level =>
  some.reduce((top, level) => (atLeast(level, top) ? level : top), 'NONE');

/** The two levels say both the type and the overall level: a child may be high for one and low for the other. */
export function judge({ cce, cse }: LevelsByType): { type: ExploitationType; level: Level } {
  const level = highest(cce, cse);
  if (level === 'NONE') return { type: 'NO_RISK', level };
  if (cse === 'NONE') return { type: 'CCE', level };
  return { type: cce === 'NONE' ? 'CSE' : 'BOTH', level };
}

/** Type and level are two facts; "no risk identified" is the one answer that has to stand on both. */
export function typeFitsLevel({ type, level }: Pick<Judgement, 'type' | 'level'>): Refusal | undefined {
  if (type === 'NO_RISK' && level !== 'NONE')
    return refuse('Say which type of exploitation the level is about, or record no risk identified for both', 'type');
  if (type !== 'NO_RISK' && level === 'NONE')
    return refuse('Give a level of low, medium or high for this type, or record no risk identified for both', 'level');
  return undefined;
}

function overallFitsLevelsByType({ type, level, byType }: Judgement): Refusal | undefined {
  if (!byType) return undefined;
  const judged = judge(byType);
  if (judged.level !== level)
    return refuse(`The overall level is the higher of the two: ${levelWords[judged.level].toLowerCase()}`, 'level');
  if (judged.type !== type)
    return refuse(`The levels given are about: ${typeWords[judged.type]}. Make the type agree with them`, 'type');
  return undefined;
}

function standingFitsType({ type, standing }: Judgement): Refusal | undefined {
  if (type !== 'NO_RISK' && !standing)
    return refuse('Say whether the child is at risk of, or experiencing, exploitation', 'standing');
  if (type === 'NO_RISK' && standing)
    return refuse(
      'Where no risk is identified the child is neither at risk of nor experiencing exploitation',
      'standing',
    );
  return undefined;
}

function modesFitType({ type, modes }: Judgement): Refusal | undefined {
  if (type !== 'NO_RISK' || modes.length === 0) return undefined;
  return refuse('Where no risk is identified there is no way of exploiting to record', 'modes');
}

export function checkJudgement(judgement: Judgement): Refusal | undefined {
  return (
    typeFitsLevel(judgement) ??
    overallFitsLevelsByType(judgement) ??
    standingFitsType(judgement) ??
    modesFitType(judgement)
  );
}

export type Direction = 'up' | 'down' | 'same';

/** Which way somebody moved a level: the tool's to the practitioner's, or the practitioner's to the manager's. */
export function overrideDirection(from: Level, to: Level): Direction {
  if (from === to) return 'same';
  return atLeast(to, from) ? 'up' : 'down';
}

/** High calls for a strategy discussion to be considered the same day (clock C4). */
export const callsForStrategyDiscussion = (level: Level): boolean => level === 'HIGH';
