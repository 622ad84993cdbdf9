import { forEachPart, type Levels, partNames } from './parts.ts';

/** All levels of a comparison as one number, so that the millions of a file are counted and not kept. */
export type Pattern = number;

export function patternOf(levels: Levels): Pattern {
  let pattern = 0;
  for (const part of partNames) pattern = pattern * 8 + levels[part];
  return pattern;
}

export function levelsOf(pattern: Pattern): Levels {
  let left = pattern;
  const found: number[] = [];
  for (let at = partNames.length - 1; at >= 0; at--) {
    found[at] = left % 8;
    left = Math.floor(left / 8);
  }
  let at = 0;
  return forEachPart(() => found[at++] ?? 0);
}
