import {
  type Grade,
  houseModel,
  type Identity,
  judge,
  type Prepared,
  prepare,
  type Reason,
} from '@throughline/record-linkage';
import type { PlainDate } from '../../platform/kernel/index.ts';
import type { ChildId } from '../../platform/web/world.ts';

/** Who a child on record is, as far as it is compared. `evidence` names what is recorded and says nothing of it. */
export type OnRecord = {
  childId: ChildId;
  reference: string;
  givenNames: string | null;
  familyName: string | null;
  bornOn: PlainDate | null;
  expectedOn: PlainDate | null;
  sex: string;
  otherNames: [string | null, string | null][];
  numbers: Partial<Record<string, string>>;
  addresses: string[];
  evidence: string[];
};

/** The same of whoever is looked for. */
export type Described = Omit<OnRecord, 'childId' | 'reference' | 'evidence'>;

/** How likely it is that two are one person, and why, in words, what says most first. */
export type Likely = { weight: number; grade: Grade; reasons: Why[] };
type Why = Pick<Reason, 'says' | 'speaks'> & { part?: Reason['part'] };

/** Made ready once, to be compared with many. */
export type Ready = { prepared: Prepared; council: string | undefined };
export const ready = (one: Described): Ready => ({
  prepared: prepare(identify(one)),
  council: one.numbers.LA_CHILD_ID,
});

/** @returns undefined where nobody need be asked. The council gives a number to one child and never again. */
export function judgeLikely(one: Ready, other: Ready): Likely | undefined {
  const { weight, grade, reasons } = judge(one.prepared, other.prepared, houseModel);
  if (one.council && one.council === other.council)
    return { weight, grade: 'certain', reasons: [{ says: 'same council number', speaks: 'for' }, ...reasons] };
  return grade && { weight, grade, reasons };
}

export const grades = { certain: 'Certain', likely: 'Likely', possible: 'Possible' } as const satisfies Record<
  Grade,
  string
>;

/** "Same birth date; surname spelt differently; but different sex": what speaks for, then what speaks against. */
export function sayReasons(reasons: Likely['reasons']): string {
  const said = (speaks: 'for' | 'against') => reasons.filter((one) => one.speaks === speaks).map(({ says }) => says);
  const [forIt, against] = [said('for').join('; '), said('against').join('; ')];
  const kin = arePerhapsKin(reasons) ? 'perhaps a twin or sibling' : '';
  const whole = [forIt, against && `but ${against}`, kin].filter(Boolean).join('; ');
  return whole.charAt(0).toUpperCase() + whole.slice(1);
}

/** Same surname and birthday, another given name: twins are the commonest false match. */
function arePerhapsKin(reasons: Likely['reasons']): boolean {
  const speaks = (part: Why['part']) => reasons.find((one) => one.part === part)?.speaks;
  return speaks('birth') === 'for' && speaks('surname') === 'for' && speaks('given') === 'against';
}

function identify(one: Described): Identity {
  return {
    given: one.givenNames,
    surname: one.familyName,
    otherNames: one.otherNames.map(([given, surname]) => ({ given, surname })),
    dateOfBirth: one.bornOn ?? one.expectedOn,
    expected: !one.bornOn && one.expectedOn !== null,
    sex: one.sex,
    addresses: one.addresses.map(readAddress),
    emails: [],
    phones: [],
    nhsNumber: one.numbers.NHS ?? null,
    upn: one.numbers.UPN ?? null,
  };
}

const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/i;

const WITHIN = /^(?:(?:flat|apartment|apt|unit|room|floor)\b.*|\d+[a-z]?)$/i;

/** An address is one line of words here: its postcode is told by its shape, its town by the last comma. */
function readAddress(address: string) {
  const postcode = POSTCODE.exec(address)?.[0] ?? null;
  const parts = address
    .replace(POSTCODE, '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  // The flats numbered 2 are not one home: the street is part of the line.
  const many = WITHIN.test(parts[0] ?? '') ? 2 : 1;
  return { line: parts.slice(0, many).join(' ') || null, town: parts.slice(many).at(-1) ?? null, postcode };
}

const kinds = {
  version: 'a later version of who the child is',
  name: 'another name',
  number: 'a number',
  address: 'an address',
} as const;

/** What has been recorded since somebody spoke, in words; nothing where that is not known. */
export function sayNew(now: readonly string[], considered: readonly string[] | null): string[] {
  if (!considered) return [];
  const since = now.filter((one) => !considered.includes(one)).map((one) => one.split(' ')[0]);
  return Object.entries(kinds).flatMap(([kind, says]) => (since.includes(kind) ? [says] : []));
}

/** Those of `all` who may be the one described, the likeliest first. */
export function rankLikely<R extends OnRecord>(described: Described, all: readonly R[]): (R & Likely)[] {
  const asked = ready(described);
  return all
    .flatMap((one) => {
      const likely = judgeLikely(asked, ready(one));
      return likely ? [{ ...one, ...likely }] : [];
    })
    .toSorted((one, other) => other.weight - one.weight || one.reference.localeCompare(other.reference));
}
