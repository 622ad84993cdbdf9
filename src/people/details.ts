import { addDays, isRefusal, type PlainDate, type Refusal, refuse, sayDay } from '../platform/kernel/index.ts';
import { type ChildNow, disabilities, sexes } from './child.ts';
import { ethnicities } from './codes.ts';

/** What a correction may put right: who the child is, not how they are known by number. */
export type CorrectedDetails = Omit<ChildNow, 'id' | 'reference' | 'version'>;

/** 42 weeks: no pregnancy that is already known ends later. */
const PREGNANCY = 294;

/** The next version of who a child is, or why it cannot be recorded. */
export function correct(child: ChildNow, corrected: CorrectedDetails, today: PlainDate): CorrectedDetails | Refusal {
  const impossible = findImpossible(corrected, today);
  if (isRefusal(impossible)) return impossible;
  if (isSame(child, corrected))
    return refuse('Nothing here differs from what is recorded. Change what is wrong, then save.');
  return corrected;
}

function findImpossible(
  { bornOn, expectedOn, diedOn, disabilities }: CorrectedDetails,
  today: PlainDate,
): Refusal | undefined {
  if (bornOn && expectedOn) return refuse('A child is born or expected, not both: clear one of the two', 'expectedOn');
  if (bornOn && bornOn > today) return refuse('A birth date in the future belongs under “expected”', 'bornOn');
  if (expectedOn && expectedOn > addDays(today, PREGNANCY))
    return refuse('This is further off than a pregnancy lasts: check the year', 'expectedOn');
  if (diedOn && diedOn > today) return refuse('Enter a day of death that is not in the future', 'diedOn');
  if (diedOn && bornOn && diedOn < bornOn) return refuse('This is before the child was born', 'diedOn');
  if (disabilities.length > 1 && disabilities.includes('NONE'))
    return refuse('“None” cannot stand beside a disability', 'disabilities');
  return undefined;
}

function isSame(child: ChildNow, corrected: CorrectedDetails): boolean {
  return sayDetails(child).every(({ says }, place) => says === sayDetails(corrected)[place]?.says);
}

/** Each fact of one version in words, always in this order. */
export function sayDetails(details: CorrectedDetails): { what: string; says: string }[] {
  const day = (on: PlainDate | null) => (on ? sayDay(on) : 'Not recorded');
  return [
    { what: 'Given names', says: details.givenNames ?? 'Not known' },
    { what: 'Family name', says: details.familyName ?? 'Not known' },
    { what: 'Date of birth', says: day(details.bornOn) },
    { what: 'Expected date of birth', says: day(details.expectedOn) },
    { what: 'Sex', says: sexes[details.sex] },
    {
      what: 'Ethnicity',
      says: ethnicities.codes[details.ethnicity] ?? details.ethnicity,
    },
    { what: 'First language', says: details.firstLanguage ?? 'Not known' },
    { what: 'Interpreter needed', says: details.interpreter ? 'Yes' : 'No' },
    {
      what: 'Disability',
      says: details.disabilities.map((code) => disabilities[code] ?? code).join(', ') || 'Not recorded',
    },
    { what: 'Day of death', says: day(details.diedOn) },
  ];
}
