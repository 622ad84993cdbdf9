import { type Chance, itemAt } from './chance.ts';

/**
 * Names of the many origins of a South Yorkshire borough, put together by chance. No name here is meant to be
 * anybody's. Origins are only used to put a given and a family name together, never to infer anything about a child.
 */
type Origin = {
  share: number;
  girls: string[];
  boys: string[];
  /** A family name, or its forms for a girl and a boy. */
  families: (string | [string, string])[];
  ethnicity: string;
  language: string;
};

const ORIGINS: Origin[] = [
  {
    share: 68,
    girls: words(`Amber Abigail Alice Bethany Caitlin Charlotte Chelsea Chloe Courtney Daisy Eleanor Ellie Emily Erin
      Evie Faith Freya Georgia Grace Hannah Harriet Hollie Imogen Isabelle Jasmine Jessica Keira Lacey Leah Libby Lily
      Lola Lucy Madison Maisie Megan Mia Millie Molly Niamh Olivia Paige Phoebe Poppy Rosie Ruby Scarlett Skye Sophie
      Summer Tegan Tilly Willow Zara`),
    boys: words(`Aaron Adam Aidan Alfie Archie Bailey Ben Bradley Brandon Callum Cameron Charlie Connor Corey Daniel
      Declan Dylan Edward Elliot Ethan Finley Frankie George Harley Harrison Harvey Isaac Jack Jake Jamie Jayden Joe
      Jordan Joseph Joshua Kai Kian Kyle Leo Lewis Liam Logan Luke Mason Max Nathan Noah Oliver Owen Reece Riley Ryan
      Samuel Taylor Theo Toby Tyler Zak`),
    families: words(`Ackroyd Appleyard Armitage Askew Barraclough Bashforth Beaumont Birkinshaw Booth Bramley Brearley
      Broadbent Burgin Butterworth Cartwright Clegg Copley Crabtree Crossland Dawtry Dearden Denby Dodworth Dransfield
      Earnshaw Ellam Fairclough Firth Fretwell Garside Gledhill Goddard Greaves Haigh Hallam Hanson Hebblethwaite Hepworth
      Hirst Holroyd Ibbotson Jagger Kaye Kilner Lockwood Lumb Marsden Micklethwaite Midgley Moorhouse Mosley Naylor Netherwood
      Oldroyd Ogden Padgett Peace Pickles Priestley Ramsden Rawson Rushworth Sagar Schofield Senior Shackleton Sykes
      Stocks Sugden Swift Sutcliffe Thackeray Thewlis Tordoff Turton Twigg Varley Wadsworth Walshaw Whiteley Womersley Wragg`),
    ethnicity: 'WBRI',
    language: 'English',
  },
  {
    share: 9,
    girls: words('Aisha Aleena Amina Areeba Fatima Hafsa Hania Iqra Laiba Maryam Nadia Noor Rabia Saima Sana Zainab'),
    boys: words(
      'Adeel Ahsan Bilal Daniyal Faizan Hamza Haris Ibrahim Junaid Kamran Mikael Rayyan Saad Usman Yahya Zain',
    ),
    families: words(
      'Akhtar Ashraf Aziz Bashir Chaudhry Farooq Iqbal Javed Kausar Latif Mahmood Mirza Nawaz Rafiq Saleem Yaqub',
    ),
    ethnicity: 'APKN',
    language: 'Urdu',
  },
  {
    share: 6,
    girls: words('Adriana Denisa Ivana Kristína Lenka Marcela Natália Renáta Silvia Vanesa Viktória Žaneta'),
    boys: words('Dávid Dominik František Ján Jozef Lukáš Marek Milan Patrik Roman Samuel Štefan'),
    families: forms(
      'Balog/Balogová Bílý/Bílá Cina/Cinová Demeter/Demeterová Ferenc/Ferencová Giňa/Giňová Horváth/Horváthová Kotlár/Kotlárová Lakatoš/Lakatošová Mirga/Mirgová Pačan/Pačanová Tulej/Tulejová',
    ),
    ethnicity: 'WROM',
    language: 'Slovak',
  },
  {
    share: 4,
    girls: words('Agnieszka Aleksandra Hanna Kinga Maja Oliwia Wiktoria Zofia Zuzanna'),
    boys: words('Antoni Filip Jakub Kacper Maciej Mateusz Szymon Wojciech'),
    families: forms(
      'Wiśniewski/Wiśniewska Kowalczyk Wróbel Zawadzki/Zawadzka Dąbrowski/Dąbrowska Łuczak Sikora Pietrzak Gołębiewski/Gołębiewska',
    ),
    ethnicity: 'WOTH',
    language: 'Polish',
  },
  {
    share: 3,
    girls: words('Afrah Asma Ghada Hanan Layla Rana Salma Yasmin'),
    boys: words('Abdulrahman Anas Faris Hadi Khalid Nasser Salem Tariq Waleed'),
    families: words('Al-Ahdal Al-Hajj Al-Jabri Al-Sanaani Ba-Wazir Haddad Mansour Saif Qassem'),
    ethnicity: 'OOTH',
    language: 'Arabic',
  },
  {
    share: 2,
    girls: words('Avin Berivan Dilan Rojin Shilan Zara'),
    boys: words('Azad Diyar Hêvar Rebin Rêbwar Soran'),
    families: words('Amedi Barzan Hawrami Koyî Rasul Sherwani Şêxanî'),
    ethnicity: 'OOTH',
    language: 'Kurdish',
  },
  {
    share: 2,
    girls: words('Adaeze Chiamaka Folake Ifeoma Oluwatobi Temilade'),
    boys: words('Ayotunde Chukwuemeka Emeka Ifeanyi Oluwaseyi Tunde'),
    families: words('Adebisi Chukwu Eze Ibekwe Nwankwo Ogunleye Okafor-Pryor Olatunji Onyeka'),
    ethnicity: 'BAFR',
    language: 'English',
  },
  {
    share: 2,
    girls: words('Andreea Bianca Ioana Larisa Mădălina Ștefania'),
    boys: words('Alexandru Cătălin Gheorghe Ionuț Răzvan Ștefan'),
    families: words('Albu Ciobanu Dinu Enache Lungu Munteanu Șerban Țăranu'),
    ethnicity: 'WOTH',
    language: 'Romanian',
  },
  {
    share: 1,
    girls: words('Jia-Yi Mei Xin-Yi Wai-Ling'),
    boys: words('Hao-Ran Jun Ka-Ho Wei'),
    families: words('Cheung Fong Kwok Lau Ouyang Tsang'),
    ethnicity: 'CHNE',
    language: 'Cantonese',
  },
  {
    share: 1,
    girls: words('Bláithín Margaret Róisín Shannon Theresa'),
    boys: words('Cathal Martin Miley Patrick Tiernan'),
    families: words("Connors Delaney O'Driscoll O'Leary-Ward Quilligan McDonagh"),
    ethnicity: 'WIRT',
    language: 'English',
  },
  {
    share: 1,
    girls: words('Selam Rahwa Semhar Luwam'),
    boys: words('Abel Filmon Natnael Yonas'),
    families: words('Ghebremedhin Habte Kidane Tesfay'),
    ethnicity: 'BAFR',
    language: 'Tigrinya',
  },
  {
    share: 1,
    girls: words('Linh Ngọc Thảo'),
    boys: words('Đức Minh Quân'),
    families: words('Đặng Huỳnh Phạm Vũ'),
    ethnicity: 'AOTH',
    language: 'Vietnamese',
  },
];

export type Sex = 'F' | 'M';
export type FamilyOrigin = { origin: number; family: number; doubled?: string };

/** A family, so that brothers and sisters share a name; now and then with two names joined. */
export function someFamily(chance: Chance): FamilyOrigin {
  const origin = chance.weighted(ORIGINS.map(({ share }, at) => [at, share] as const));
  const family = chance.between(0, itemAt(ORIGINS, origin).families.length - 1);
  const english = itemAt(ORIGINS, 0).families;
  return chance.happens(0.05) ? { origin, family, doubled: String(chance.pick(english)) } : { origin, family };
}

/** A family of this name. */
export function familyCalled(name: string): FamilyOrigin {
  const origin = ORIGINS.findIndex(({ families }) => families.includes(name));
  return { origin, family: itemAt(ORIGINS, origin).families.indexOf(name) };
}

export function familyName({ origin, family, doubled }: FamilyOrigin, sex: Sex): string {
  const forms = itemAt(itemAt(ORIGINS, origin).families, family);
  const name = typeof forms === 'string' ? forms : forms[sex === 'F' ? 1 : 0];
  return doubled && doubled !== name ? `${name}-${doubled}` : name;
}

export function someGivenName(chance: Chance, { origin }: FamilyOrigin, sex: Sex, taken: ReadonlySet<string>): string {
  const pool = itemAt(ORIGINS, origin)[sex === 'F' ? 'girls' : 'boys'];
  const free = pool.filter((name) => !taken.has(name));
  return chance.pick(free.length ? free : pool);
}

/** As the family told it: mostly what one would expect of this list, sometimes another answer or none yet. */
export function someEthnicity(chance: Chance, { origin }: FamilyOrigin): string {
  const usual = itemAt(ORIGINS, origin).ethnicity;
  return chance.weighted([
    [usual, 84],
    ['MOTH', 2],
    ['MWAS', 2],
    ['MWBC', 3],
    ['MWBA', 1],
    ['WOTH', 2],
    ['NOBT', 5],
    ['REFU', 1],
  ]);
}

export function languageOf({ origin }: FamilyOrigin): string {
  return itemAt(ORIGINS, origin).language;
}

/** The same name as another desk would type it: without its marks. */
export function withoutMarks(name: string): string {
  return name.replaceAll('Đ', 'D').replaceAll('ł', 'l').replaceAll('Ł', 'L').normalize('NFD').replace(/\p{M}/gu, '');
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
function forms(text: string): (string | [string, string])[] {
  return words(text).map((word) => {
    const [boy, girl] = word.split('/');
    return boy && girl ? [boy, girl] : word;
  });
}
