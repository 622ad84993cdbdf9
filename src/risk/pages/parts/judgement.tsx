import { Tag, type TagColour } from '@throughline/govuk-jsx';
import { type Judgement, type Level, levelWords, modeWords, standingWords, typeWords } from '../../judgement.ts';

const colours = { HIGH: 'red', MEDIUM: 'orange', LOW: 'blue', NONE: 'grey' } as const satisfies Record<
  Level,
  TagColour
>;

/** The word is always there; the colour only helps those who see it. */
export const LevelTag = ({ level }: { level: Level }) => <Tag colour={colours[level]}>{levelWords[level]}</Tag>;

/** A judgement as rows of a summary list. */
export function judgementRows({ type, level, byType, standing, modes }: Judgement) {
  return [
    { key: 'Level', value: <LevelTag level={level} /> },
    { key: 'Type', value: typeWords[type] },
    byType && type === 'BOTH' && { key: 'Criminal exploitation', value: levelWords[byType.cce] },
    byType && type === 'BOTH' && { key: 'Sexual exploitation', value: levelWords[byType.cse] },
    standing && { key: 'At risk or experiencing', value: standingWords[standing] },
    modes.length > 0 && { key: 'How it is done', value: modes.map((mode) => modeWords[mode]).join(', ') },
  ];
}

/** In one line, for tables and lists. */
export const sayJudgement = ({ level, type }: Pick<Judgement, 'type' | 'level'>): string =>
  type === 'NO_RISK' ? levelWords.NONE : `${levelWords[level]}: ${typeWords[type]}`;
