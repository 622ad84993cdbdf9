import type { Chance } from './chance.ts';
import type { StorySchool } from './story.ts';

/** Wards are real; streets and schools are invented, so that no address leads to a door. */
const WARDS = [
  'Anston and Woodsetts',
  'Aston and Todwick',
  'Aughton and Swallownest',
  'Boston Castle',
  'Bramley and Ravenfield',
  'Brinsworth',
  'Dalton and Thrybergh',
  'Dinnington',
  'Greasbrough',
  'Hellaby and Maltby West',
  'Hoober',
  'Keppel',
  'Kilnhurst and Swinton East',
  'Maltby East',
  'Rawmarsh East',
  'Rawmarsh West',
  'Rother Vale',
  'Rotherham East',
  'Rotherham West',
  'Sitwell',
  'Swinton Rockingham',
  'Thurcroft and Wickersley South',
  'Wales',
  'Wath',
  'Wickersley North',
];
const FIRST = [
  'Larkfield',
  'Cinder',
  'Ferrand',
  'Willowgarth',
  'Tinker',
  'Coldwell',
  'Hagg',
  'Quarrymoor',
  'Lapwing',
  'Shuttle',
  'Ashlar',
  'Millrace',
  'Bellows',
  'Thornsett',
  'Barley',
  'Oxgang',
  'Pitlamp',
  'Ropery',
  'Saltern',
  'Weir',
];
const SECOND = ['Row', 'Street', 'Road', 'Close', 'Gardens', 'Terrace', 'Lane', 'Court', 'Avenue', 'Rise'];

export const SCHOOLS: StorySchool[] = [
  { key: 'thornholme', name: 'Thornholme Academy', kind: 'secondary' },
  { key: 'beckside', name: 'Beckside High School', kind: 'secondary' },
  { key: 'ferrand', name: 'Ferrand Grange School', kind: 'secondary' },
  { key: 'millrace', name: 'Millrace Community School', kind: 'secondary' },
  { key: 'ashlar', name: 'Ashlar Road Academy', kind: 'secondary' },
  { key: 'lapwing', name: 'Lapwing Centre', kind: 'special' },
  { key: 'coldwell', name: 'Coldwell House School', kind: 'special' },
  { key: 'weirside', name: 'Weirside Sixth Form', kind: 'college' },
  { key: 'larkfield-primary', name: 'Larkfield Primary School', kind: 'primary' },
  { key: 'tinker-lane', name: 'Tinker Lane Primary School', kind: 'primary' },
  { key: 'willowgarth', name: 'Willowgarth Junior and Infant School', kind: 'primary' },
  { key: 'st-hilda', name: "St Hilda's Primary School, Cinder Road", kind: 'primary' },
];

export function someAddress(chance: Chance): { address: string; ward: string } {
  const street = `${chance.pick(FIRST)} ${chance.pick(SECOND)}`;
  return { address: `${chance.between(1, 148)} ${street}`, ward: chance.pick(WARDS) };
}

/** A school fit for the age; none below four or once past seventeen. */
export function someSchool(chance: Chance, age: number): StorySchool | undefined {
  if (age < 4 || age > 17) return undefined;
  const kind = age < 11 ? 'primary' : age >= 16 ? 'college' : chance.happens(0.12) ? 'special' : 'secondary';
  return chance.pick(SCHOOLS.filter((school) => school.kind === kind));
}
