import type { Comparison } from './compare.ts';
import { levelName } from './fellegi-sunter.ts';
import { type Part, partNames } from './parts.ts';

/** One thing that speaks for or against two records being one person, said for people. */
export type Reason = { part: Part; says: string; speaks: 'for' | 'against'; bits: number };

const SAYS: Readonly<Record<Part, Readonly<Record<string, string>>>> = {
  given: {
    same: 'same given name',
    variant: 'another form of the same given name',
    close: 'given name spelt differently',
    part: 'given name partly the same',
    alike: 'given names somewhat alike',
    different: 'different given name',
  },
  surname: {
    same: 'same surname',
    variant: 'another form of the same surname',
    close: 'surname spelt differently',
    part: 'surname partly the same',
    alike: 'surnames somewhat alike',
    different: 'different surname',
  },
  order: { swapped: 'given name and surname swapped' },
  birth: {
    same: 'same birth date',
    swapped: 'day and month swapped',
    'one digit': 'birth date differs by one digit',
    'day not known': 'birth date the same but for a day that may stand for “not known”',
    'two of three': 'birth date the same in two of day, month and year',
    near: 'birth dates somewhat alike',
    different: 'different birth date',
  },
  due: {
    same: 'same expected birth date',
    'a week': 'within a week of the birth date expected',
    'three weeks': 'within three weeks of the birth date expected',
    'seven weeks': 'within seven weeks of the birth date expected',
    different: 'more than seven weeks from the birth date expected',
  },
  sex: { same: 'same sex', different: 'different sex' },
  postcode: {
    same: 'same postcode',
    close: 'postcode differs by one letter or digit',
    district: 'same postcode district',
    different: 'different postcode',
  },
  town: { same: 'same town', close: 'town spelt differently', different: 'different town' },
  line: {
    same: 'same address',
    close: 'address spelt differently',
    street: 'same street',
    number: 'same house number in another street',
    different: 'different address',
  },
  email: {
    same: 'same email address',
    close: 'email address spelt differently',
    alike: 'email addresses somewhat alike',
    different: 'different email address',
  },
  phone: { same: 'same phone number', close: 'phone number differs by one digit', different: 'different phone number' },
  nhs: { same: 'same NHS number', different: 'different NHS number' },
  upn: { same: 'same unique pupil number', different: 'different unique pupil number' },
};

/** What weighs most comes first. What says next to nothing either way is left out. */
export function reasonsOf({ levels, alias }: Comparison, bits: Readonly<Record<Part, number>>): Reason[] {
  return partNames
    .flatMap((part): Reason[] => {
      const level = levelName(part, levels[part]);
      const says = level && SAYS[part][level];
      if (!says || (Math.abs(bits[part]) < 0.5 && part !== 'order')) return [];
      const known = alias && (part === 'given' || part === 'surname') && bits[part] > 0 ? ' (by another name)' : '';
      return [{ part, says: says + known, speaks: bits[part] > 0 ? 'for' : 'against', bits: bits[part] }];
    })
    .toSorted((one, other) => Math.abs(other.bits) - Math.abs(one.bits));
}
