import { isNhsNumber, isUpn, tidyIdentifier } from './identifiers.ts';
import type { Identity } from './identity.ts';
import { fold, type Spelt, skeletonOf, soundOf, spell } from './spelling.ts';

/** One given name or surname, with what comparing it again and again needs. `whole` has no spaces: `jac ob` is `jacob`. */
export type Word = Spelt & { parts: readonly string[]; skeleton: string; sound: string; hasVowels: boolean };
export type Name = { given: Word | undefined; surname: Word | undefined };
export type Home = { line: string; street: Spelt; number: string; town: Spelt; postcode: string };

/** An identity made ready to be compared. Empty means not known. */
export type Prepared = {
  names: readonly Name[];
  /** Eight digits, year first. */
  birth: string;
  expected: boolean;
  sex: '' | 'F' | 'M';
  homes: readonly Home[];
  emails: readonly string[];
  phones: readonly string[];
  nhs: string;
  upn: string;
};

export function prepare(said: Identity): Prepared {
  const named = [said, ...said.otherNames].map(({ given, surname }) => ({
    given: prepareWord(given),
    surname: prepareWord(surname),
  }));
  return {
    names: named.filter(({ given, surname }) => given || surname),
    birth: said.birthDigits ?? said.dateOfBirth?.replaceAll('-', '') ?? '',
    expected: said.expected ?? false,
    sex: prepareSex(said.sex),
    homes: said.addresses.map(prepareHome).filter(({ line, town, postcode }) => line || town.whole || postcode),
    emails: said.emails.map((email) => email.trim().toLowerCase()).filter((email) => email.includes('@')),
    phones: said.phones.map(preparePhone).filter((phone) => phone.length >= 6),
    nhs: readNumber('NHS', said.nhsNumber),
    upn: readNumber('UPN', said.upn),
  };
}

// Words people type where there is no name. A child is not likelier to be another because nobody knew either's name.
const NO_NAME = /^(unknown|not known|unborn|baby|baby girl|baby boy|child|n a|na|none|unnamed|tbc|not given|xx+|test)$/;

function prepareWord(text: string | null): Word | undefined {
  const folded = fold(text ?? '');
  if (folded === '' || NO_NAME.test(folded)) return undefined;
  const whole = folded.replaceAll(' ', '');
  return {
    ...spell(whole),
    parts: folded.split(' '),
    skeleton: skeletonOf(whole),
    sound: soundOf(whole),
    hasVowels: /[aeiou]/.test(whole),
  };
}

function prepareSex(text: string | null): Prepared['sex'] {
  const said = text?.trim() ?? '';
  if (/^(?:f|female|girl|woman|2)$/i.test(said)) return 'F';
  return /^(?:m|male|boy|man|1)$/i.test(said) ? 'M' : '';
}

const SHORT: Readonly<Record<string, string>> = {
  st: 'street',
  str: 'street',
  rd: 'road',
  ave: 'avenue',
  av: 'avenue',
  ln: 'lane',
  cl: 'close',
  ct: 'court',
  crt: 'court',
  dr: 'drive',
  drv: 'drive',
  pl: 'place',
  cres: 'crescent',
  cr: 'crescent',
  gdns: 'gardens',
  gr: 'grove',
  grv: 'grove',
  sq: 'square',
  ter: 'terrace',
  terr: 'terrace',
};

function prepareHome({ line, town, postcode }: Identity['addresses'][number]): Home {
  const words = fold(line ?? '')
    .split(' ')
    .filter((word) => word !== '' && word !== 'flat' && word !== 'apartment' && word !== 'no')
    .map((word, place) => (place > 0 ? (SHORT[word] ?? word) : word));
  const isNumber = (word: string) => /\d/.test(word);
  return {
    line: words.join(''),
    street: spell(words.filter((word) => !isNumber(word)).join('')),
    number: words.filter(isNumber).join('-'),
    town: spell(fold(town ?? '').replaceAll(' ', '')),
    postcode: fold(postcode ?? '').replaceAll(' ', ''),
  };
}

/** Its last nine digits: `07700 900123` and `+44 7700 900123` are one number. */
const preparePhone = (text: string): string => text.replace(/\D/g, '').slice(-9);

/** Only a number whose check digit is right says anything; a wrong one is as good as none, and reads as ''. */
export function readNumber(kind: 'NHS' | 'UPN', text: string | null): string {
  const number = tidyIdentifier(text ?? '').replaceAll('-', '');
  return (kind === 'NHS' ? isNhsNumber(number) : isUpn(number)) ? number : '';
}
