/**
 * A file of invented children for the bench: families at one address, twins among them, common names and rare ones, and
 * for every fourth row the same child once more with one to three things written otherwise. Drawn from a seed.
 */
export type Drawn = { id: string; child: number; cells: Record<(typeof COLUMNS)[number], string> };
export const COLUMNS = [
  'given_name',
  'surname',
  'date_of_birth',
  'sex',
  'address_line',
  'town',
  'postcode',
  'email',
  'phone',
] as const;

const GIVEN =
  `oliver jack harry george noah charlie jacob alfie freddie oscar amelia olivia isla ava emily ella lily grace
jessica sophie mohammed muhammad ayesha zainab hamza yusuf maryam fatima ibrahim aisha jakub zuzanna kacper maja filip
natalia dominik patrik viktoria nikola samuel adam leo archie theo ethan logan mason daniel lucas evie poppy freya ruby
phoebe daisy alice erin megan leah holly chloe molly kieran callum connor reece tyler kayden jayden riley amanuel yonas
selam wei ming xin li olena taras`.split(/\s+/);
const COMMON = `smith jones taylor brown wilson walker wright khan hussain ahmed ali mahmood begum akhtar horvath olah
kowalski nowak wisniewski green hall wood clarke`.split(/\s+/);
const FIRST = 'hol brad had wath thorn mal ross whit bar den fen grim hart kirk lang mor nor pem rad stan wex'.split(
  ' ',
);
const MIDDLE = ['s', 'er', 'ing', 'en', 'll', 'ck'];
const LAST = 'worth ley ton field shaw croft man son bury well ford stone wick by dale'.split(' ');
const STREETS = ['street', 'road', 'lane', 'avenue', 'close', 'drive'];
const TOWNS = ['rotherham', 'rotherham', 'rotherham', 'maltby', 'wath', 'dinnington', 'swinton'];

export function drawChildren(rows: number, seed: number): Drawn[] {
  const random = draws(seed);
  const drawn: Drawn[] = [];
  const add = (child: number, cells: Drawn['cells']) =>
    drawn.push({ id: Math.floor(random() * 2 ** 48).toString(36) + drawn.length.toString(36), child, cells });
  for (let child = 0; drawn.length < rows; ) {
    const family = drawFamily(random);
    const size = 1 + Math.floor(random() * 3);
    let born = drawBirth(random);
    const named = new Set<string>();
    for (let one = 0; one < size && drawn.length < rows; one++, child++) {
      if (one > 0 && random() > 0.03) born = drawBirth(random);
      let own = drawOwn(random, born);
      while (named.has(own.given_name)) own = drawOwn(random, born);
      named.add(own.given_name);
      const cells = { ...family, ...own };
      add(child, cells);
      if (random() < 0.34 && drawn.length < rows) add(child, misspell(cells, random));
    }
  }
  return shuffle(drawn, random);
}

type Random = () => number;
const pick = <T>(list: readonly T[], random: Random): T => {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new RangeError('nothing to draw from');
  return found;
};
const invent = (random: Random) => pick(FIRST, random) + pick(MIDDLE, random) + pick(LAST, random);

function drawFamily(random: Random) {
  const surname = random() < 0.25 ? pick(COMMON, random) : invent(random);
  return {
    surname,
    address_line: `${1 + Math.floor(random() * 120)} ${invent(random)} ${pick(STREETS, random)}`,
    town: pick(TOWNS, random),
    postcode: `S${60 + Math.floor(random() * 10)} ${Math.floor(random() * 10)}${pick([...'ABDEFGH'], random)}${pick([...'JLNPQRS'], random)}`,
    email: random() < 0.4 ? `${surname}${Math.floor(random() * 1e5)}@example.org` : '',
    phone: random() < 0.6 ? `07700 9${String(Math.floor(random() * 1e5)).padStart(5, '0')}` : '',
  };
}

function drawOwn(random: Random, born: string) {
  const given = random() < 0.7 ? pick(GIVEN, random) : pick(FIRST, random) + pick(['a', 'ie', 'en', 'an', 'y'], random);
  return { given_name: given, date_of_birth: born, sex: random() < 0.5 ? 'F' : 'M' };
}

const two = (number: number) => String(number).padStart(2, '0');
const drawBirth = (random: Random) =>
  `${2006 + Math.floor(random() * 18)}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`;

function misspell(cells: Drawn['cells'], random: Random): Drawn['cells'] {
  const found = { ...cells };
  for (let left = 1 + Math.floor(random() * 3); left > 0; left--) {
    const column = pick(COLUMNS, random);
    const kind = random();
    if (column === 'sex' || kind < 0.25) found[column] = '';
    else if (kind < 0.35) Object.assign(found, { given_name: cells.surname, surname: cells.given_name });
    else if (kind < 0.5 && column === 'address_line')
      Object.assign(found, pick([drawFamily(random)], random), { surname: found.surname });
    else found[column] = slip(found[column], random);
  }
  // Somebody is always left to be known by.
  return found.given_name || found.surname ? found : { ...found, surname: cells.surname };
}

/** One letter or digit lost, doubled, changed or exchanged with the next. */
function slip(text: string, random: Random): string {
  const at = Math.floor(random() * Math.max(1, text.length - 1));
  const isDigit = /\d/.test(text[at] ?? '');
  const other = isDigit ? String(Math.floor(random() * 10)) : pick([...'abcdefghijklmnopqrstuvwxyz'], random);
  const [before, here, after] = [text.slice(0, at), text[at] ?? '', text.slice(at + 1)];
  if (isDigit || random() < 0.4) return before + other + after;
  return random() < 0.5 ? before + after : before + after.slice(0, 1) + here + after.slice(1);
}

function shuffle<T>(list: T[], random: Random): T[] {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const [here, there] = [list[at], list[other]];
    if (here !== undefined && there !== undefined) [list[at], list[other]] = [there, here];
  }
  return list;
}

function draws(seed: number): Random {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
