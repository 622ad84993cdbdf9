import type { Figure } from './figures-in.ts';
import { finding, hold, type Seen, say, sayShare } from './finding.ts';
import type { Sentence } from './paper.ts';

/** The whole numbers of `base` that round to a share at its printed precision; half rounds either way. */
function countsBehind(share: number, step: number, base: number): { least: number; most: number } | undefined {
  const least = Math.max(0, Math.ceil(((share - step / 2) * base) / 100 - 1e-9));
  const most = Math.min(base, Math.floor(((share + step / 2) * base) / 100 + 1e-9));
  return least <= most ? { least, most } : undefined;
}

/** Between a part and its whole: “119 of the 317”. */
export const OF =
  /^\s*(?:[a-z'’-]+,?\s+){0,3}?(?:out\s+)?of\s+(?:the\s+|these\s+|those\s+|all\s+|our\s+|a\s+total\s+of\s+)?$/i;

export const isBase = ({ kind, loose, value }: Figure) =>
  kind === 'count' && !loose && Number.isInteger(value) && value > 0;

export function judgeFigures(sentence: Sentence, part: Figure, whole: Figure, share: Figure): Seen[] {
  if (share.kind === 'fraction') return judgeWords(sentence, part, whole, share);
  return judgeShare(sentence, share.from, part.value, whole.value, share.value, share.step);
}

export function judgeShare(
  sentence: Sentence,
  at: number,
  part: number,
  whole: number,
  share: number,
  step: number,
): Seen[] {
  if (whole <= 0 || !Number.isInteger(part) || !Number.isInteger(whole)) return [];
  const exact = (100 * part) / whole;
  const said = sayShare(part, whole);
  if (part > whole)
    return [finding(sentence, at, 'share', `${say(part)} is more than the ${say(whole)} it is a part of.`)];
  if (Math.abs(exact - share) <= step / 2 + 1e-9) return [hold(sentence, at, `${said}, printed ${say(share)} %.`)];
  return [finding(sentence, at, 'share', `${said}, not ${say(share)} %.`)];
}

/** “two thirds” is loose speech: five points off is still told, more is not. “More than half” must be more. */
function judgeWords(sentence: Sentence, part: Figure, whole: Figure, share: Figure): Seen[] {
  if (whole.value <= 0 || part.value > whole.value) return [];
  const exact = (100 * part.value) / whole.value;
  const off = Math.abs(exact - share.value) > 5;
  const wrongSide =
    (share.loose === 'over' && exact <= share.value) || (share.loose === 'under' && exact >= share.value);
  const said = `${say(part.value)} of ${say(whole.value)} is ${exact.toFixed(1)} %`;
  if (wrongSide || (off && share.loose === undefined))
    return [
      finding(sentence, share.from, 'share', `${said}, not ${[share.loose, share.text].filter(Boolean).join(' ')}.`),
    ];
  return [hold(sentence, share.from, `${said}: “${share.text}”.`)];
}

export function judgeBase(sentence: Sentence, share: Figure, base: number): Seen[] {
  if (share.value > 100) return [];
  const behind = countsBehind(share.value, share.step, base);
  if (behind) {
    const { least, most } = behind;
    const which = least === most ? `${say(least)} rounds` : `${say(least)} to ${say(most)} all round`;
    return [hold(sentence, share.from, `${say(share.value)} % of ${say(base)}: ${which} to it.`)];
  }
  const below = Math.floor((share.value * base) / 100);
  const around = [below, below + 1].map((count) => `${count} is ${((100 * count) / base).toFixed(1)} %`).join(' and ');
  return [
    finding(
      sentence,
      share.from,
      'share',
      `No whole number of ${say(base)} rounds to ${say(share.value)} %: ${around}.`,
    ),
  ];
}
