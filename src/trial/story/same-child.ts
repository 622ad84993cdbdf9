import { plainDate } from '../../platform/kernel/index.ts';
import type { People } from './people.ts';
import type { StoryAlias, StoryChild, StoryStatus } from './story.ts';

type Written = {
  given: string;
  family: string;
  /** Of a child not yet born, the day expected. */
  born: string;
  expected?: true;
  sex: StoryChild['sex'];
  address: string;
  known?: Pick<StoryAlias, 'givenName' | 'familyName' | 'kind'>;
};
type HardCase = { says: string; same: boolean; one: Written; other: Written };

const written = (given: string, family: string, born: string, sex: StoryChild['sex'], address: string): Written => ({
  given,
  family,
  born,
  sex,
  address,
});

/**
 * What makes the same child hard to know, and others easy to take for them: each case is two records from two years, of
 * one child (`same`) or of two. README.md lists them.
 */
export const hardCases = {
  twins: {
    says: 'twins: one surname, address and birth date',
    same: false,
    one: written('Keeley', 'Staniforth', '2012-08-14', 'F', '31 Furnace Rise'),
    other: written('Kayleigh', 'Staniforth', '2012-08-14', 'F', '31 Furnace Rise'),
  },
  siblings: {
    says: 'brothers at one address',
    same: false,
    one: written('Connor', 'Bagshaw', '2011-02-20', 'M', '8 Packhorse Row'),
    other: written('Callum', 'Bagshaw', '2012-11-03', 'M', '8 Packhorse Row'),
  },
  adopted: {
    says: 'adopted: another name and home; the former name is on record',
    same: true,
    one: written('Lacey', 'Ogden', '2013-03-08', 'F', '3 Coal Staith'),
    other: {
      ...written('Amelia', 'Farrow', '2013-03-08', 'F', '19 Orchard Bank'),
      known: { givenName: 'Lacey', familyName: 'Ogden', kind: 'former_name' },
    },
  },
  fostered: {
    says: 'fostered: known by the carers’ surname, living with them',
    same: true,
    one: written('Tyrell', 'Beaumont', '2010-10-27', 'M', '52 Bessemer Way'),
    other: written('Tyrell', 'Hartshorn', '2010-10-27', 'M', '7 Priory Garth'),
  },
  dayAndMonth: {
    says: 'day and month the other way round',
    same: true,
    one: written('Bethan', 'Clegg', '2012-03-04', 'F', '6 Tanyard Fold'),
    other: written('Bethan', 'Clegg', '2012-04-03', 'F', '90 Ings Lane'),
  },
  hyphenated: {
    says: 'two surnames, or one of them',
    same: true,
    one: written('Maja', 'Booth-Kowalska', '2011-06-30', 'F', '14 Weir Terrace'),
    other: written('Maja', 'Kowalska', '2011-06-30', 'F', '77 Moss Street'),
  },
  southAsian: {
    says: 'South Asian: two spellings, and a name more or less',
    same: true,
    one: written('Muhammad Zeeshan', 'Hussain', '2009-12-11', 'M', '2 Clifton Vale'),
    other: written('Zeshan', 'Hussein', '2009-12-11', 'M', '2 Clifton Vale'),
  },
  polish: {
    says: 'Polish: without its marks, and the given name in English',
    same: true,
    one: written('Szymon', 'Wójcik', '2010-01-19', 'M', '41 Guest Place'),
    other: written('Simon', 'Wojcik', '2010-01-19', 'M', '5 Doncaster Gate Mews'),
  },
  slovak: {
    says: 'Slovak: the surname with and without its ending for a girl',
    same: true,
    one: written('Kristína', 'Horváthová', '2012-05-22', 'F', '23 Eldon Steps'),
    other: written('Kristina', 'Horvath', '2012-05-22', 'F', '60 Eldon Steps'),
  },
  romani: {
    says: 'Romani: written by ear',
    same: true,
    one: written('Čercha', 'Lakatošová', '2013-09-09', 'F', '11 Fitzwilliam Yard'),
    other: written('Cherha', 'Lakatosova', '2013-09-09', 'F', '4 St Ann’s Croft'),
  },
  arabic: {
    says: 'Arabic: the article and the parts of a name joined or apart, given name spelt otherwise',
    same: true,
    one: written('Yousef Abdulrahman', 'Al-Hakim', '2011-11-05', 'M', '16 Nether Lea'),
    other: written('Yusuf Abdul Rahman', 'Alhakim', '2011-11-05', 'M', '16 Nether Lea'),
  },
  chinese: {
    says: 'Chinese: the surname first',
    same: true,
    one: written('Xiuying', 'Zhang', '2012-07-17', 'F', '29 Masbrough Quay'),
    other: written('Zhang', 'Xiu Ying', '2012-07-17', 'F', '33 Masbrough Quay'),
  },
  nickname: {
    says: 'a short form of the given name',
    same: true,
    one: written('Elizabeth', 'Thornley', '2010-04-23', 'F', '12 Kilnhurst Brow'),
    other: written('Libby', 'Thornley', '2010-04-23', 'F', '88 Kilnhurst Brow'),
  },
  unknownDay: {
    says: 'a day of birth not known, written as the 15th',
    same: true,
    one: written('Dawit', 'Tesfay', '2008-09-15', 'M', '1 Foljambe Court'),
    other: written('Dawit', 'Tesfai', '2008-09-03', 'M', '1 Foljambe Court'),
  },
  unborn: {
    says: 'expected, and then born and named',
    same: true,
    one: { ...written('Unborn', 'Priestnall', '2023-11-20', 'U', '45 Sheffield Parade'), expected: true },
    other: written('Ivy', 'Priestnall', '2023-11-27', 'F', '45 Sheffield Parade'),
  },
} as const satisfies Record<string, HardCase>;
export type HardCaseName = keyof typeof hardCases;

export const recordsOf = (name: string): [string, string] => [`twice-${name}-one`, `twice-${name}-other`];

/** Both records of each, from plans for a child in need that have ended: no figure of the year counts them. */
export function recordHardCases(people: People): StoryStatus[] {
  return Object.entries<HardCase>(hardCases).flatMap(([name, { one, other }]) => {
    const [first, second] = recordsOf(name);
    const [earlier, later] = one.expected
      ? [period('2023-10-02', '2023-11-27'), period('2023-12-04', '2024-01-08')]
      : [period('2020-02-03', '2020-06-22'), period('2021-11-08', '2022-03-14')];
    return [
      { ...record(people, first, one), ...earlier },
      { ...record(people, second, other), ...later },
    ];
  });
}

const period = (from: string, until: string) => ({ from: plainDate(from), until: plainDate(until) });

function record(people: People, key: string, said: Written): Pick<StoryStatus, 'childKey' | 'kind'> {
  const household = { key: `household-${key}`, address: said.address, ward: 'Boston Castle', adults: [] };
  const born = plainDate(said.born);
  people.households.push(household);
  people.children.push({
    key,
    givenName: said.given,
    familyName: said.family,
    ...(said.expected ? { expectedOn: born } : { bornOn: born }),
    sex: said.sex,
    ethnicity: 'NOBT',
    firstLanguage: 'English',
    interpreter: false,
    disabilities: [],
    householdKey: household.key,
    socialCareId: `TW${String(people.children.length).padStart(6, '0')}`,
  });
  if (said.known) people.aliases.push({ childKey: key, ...said.known });
  return { childKey: key, kind: 'CIN' };
}
