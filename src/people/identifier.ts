import { isNhsNumber, isUpn, tidyIdentifier } from '@throughline/record-linkage';
import { type Refusal, refuse } from '../platform/kernel/index.ts';

export const identifierKinds = {
  LA_CHILD_ID: 'Local authority child identifier',
  NHS: 'NHS number',
  UPN: 'Unique pupil number (UPN)',
} as const;
export type IdentifierKind = keyof typeof identifierKinds;

export { tidyIdentifier };

/** A number typed for a child, tidied; or what is wrong with it. */
export function readIdentifier(kind: IdentifierKind, typed: string): string | Refusal {
  const value = tidyIdentifier(typed);
  switch (kind) {
    case 'LA_CHILD_ID':
      return /^[0-9A-Z]{1,20}$/.test(value) ? value : refuse('Use at most 20 letters and digits');
    case 'NHS':
      return isNhsNumber(value) ? value : refuse('This is not an NHS number: check its ten digits');
    case 'UPN':
      return isUpn(value) ? value : refuse('This is not a unique pupil number: check its letter and digits');
  }
}
