import type { PlainDate } from '../../platform/kernel/index.ts';
import type { AssessmentInstrument, InstrumentUsed } from '../instrument.ts';
import { throughline1 } from './throughline-1.ts';

export const instruments: readonly AssessmentInstrument[] = [throughline1];

export function findInstrument(
  code: string,
  version: number,
  shelf: readonly AssessmentInstrument[] = instruments,
): AssessmentInstrument | undefined {
  return shelf.find((each) => each.code === code && each.version === version);
}

/** The version an assessment was begun with: it is kept on the shelf for ever. */
export function getInstrument({ code, version }: InstrumentUsed): AssessmentInstrument {
  const found = findInstrument(code, version);
  if (!found) throw new RangeError(`no assessment instrument ${code} version ${version}`);
  return found;
}

/** The instrument a new assessment is made with: the latest that is valid today. */
export function currentInstrument(
  today: PlainDate,
  shelf: readonly AssessmentInstrument[] = instruments,
): AssessmentInstrument {
  const valid = shelf.filter(({ validFrom, validTo }) => validFrom <= today && (!validTo || today <= validTo));
  const [latest] = valid.toSorted((a, b) => b.validFrom.localeCompare(a.validFrom) || b.version - a.version);
  if (!latest) throw new RangeError(`no assessment instrument is valid on ${today}`);
  return latest;
}
