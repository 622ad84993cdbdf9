import { type Attempt, itself, ofTheirOwn, onChild, recorded } from './attempt.ts';

export const people: Record<string, Attempt> = {
  child: itself('asha', ({ me }) => ({ reference: 'C-FORGED', ...recorded(me) }), ['recorded_by']),
  child_detail: ofTheirOwn('bartosz', (a) => ({ ...onChild(a), version: 9, sex: 'F', ethnicity: 'NOBT', reason: 'R' })),
  child_alias: ofTheirOwn('bartosz', (a) => ({ ...onChild(a), given_names: 'A', family_name: 'B', kind: 'known_as' })),
  child_identifier: ofTheirOwn('bartosz', (a) => ({ ...onChild(a), kind: 'UPN', value: 'A123456789012' })),
  child_address: ofTheirOwn('bartosz', (a) => ({ ...onChild(a), address: '1 Low Road' })),
  child_school: ofTheirOwn('bartosz', (a) => ({ ...onChild(a), school: 'Thornholme Academy' })),
  child_adult: ofTheirOwn('bartosz', (a) => ({ ...onChild(a), name: 'A', relationship: 'Aunt' })),
  kinship: ofTheirOwn('bartosz', (a) => ({ ...onChild(a), other_id: a.also, relation: 'sibling' })),
};
