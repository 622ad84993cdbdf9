import { type PlainDate, type Refusal, refuse } from '../platform/kernel/index.ts';
import { tidyIdentifier } from './identifier.ts';

/** The one record somebody names: by its exact reference, or by exact name and birth date. */
export type Wanted = { reference: string } | { fullName: string; bornOn: PlainDate };

type Asked = {
  reference: string | null;
  givenNames: string | null;
  familyName: string | null;
  bornOn: PlainDate | null;
};

export function readWanted({ reference, givenNames, familyName, bornOn }: Asked): Wanted | Refusal {
  if (reference) return { reference: tidyIdentifier(reference) };
  if (!givenNames && !familyName && !bornOn)
    return refuse('Enter the reference, or the name and date of birth', 'reference');
  if (!givenNames) return refuse('Enter the given names exactly as recorded', 'givenNames');
  if (!familyName) return refuse('Enter the family name exactly as recorded', 'familyName');
  if (!bornOn) return refuse('Enter the date of birth', 'bornOn');
  return { fullName: `${givenNames} ${familyName}`, bornOn };
}

export type Opening =
  | { answer: 'opened' | 'seen_already'; reference: string }
  | { answer: 'ring_contact'; contact: string }
  | { answer: 'not_found' | 'several' };

/**
 * What is said when no record opens. It tells nothing about a record that stays shut but whom to ring; that somebody tried
 * is on record under that child.
 */
export function sayShut(opening: Exclude<Opening, { reference: string }>): Refusal {
  return { ...whyShut(opening), onRecord: true };
}

function whyShut(opening: Exclude<Opening, { reference: string }>): Refusal {
  switch (opening.answer) {
    case 'ring_contact':
      return refuse(`This record is not opened this way. Ring ${opening.contact}.`);
    case 'several':
      return refuse('More than one record has that name and date of birth. Ask for the reference of the right one.');
    case 'not_found':
      return refuse(
        'No record opens with what you entered. Check it, or ring the Multi-Agency Safeguarding Hub (MASH).',
      );
  }
}
