import { ethnicities, readIdentifier } from '../../people/index.ts';
import { addMonths, isRefusal, type PlainDate, type Refusal, refuse } from '../../platform/kernel/index.ts';
import { nothingMore, onlyIf, orNoInformation } from '../../platform/web/asked-within.tsx';
import { type Answers, checkboxes, day, longText, radios, select, text } from '../../platform/web/questions.tsx';
import { type Asked, notKnown, repeating } from './section.ts';

// Census codes, as a child or a parent would say them.
const disabilities = {
  NONE: 'None',
  MOB: 'Mobility',
  HAND: 'Hand function',
  PC: 'Personal care',
  INC: 'Incontinence',
  COMM: 'Communication',
  LD: 'Learning',
  HEAR: 'Hearing',
  VIS: 'Vision',
  BEH: 'Behaviour',
  CON: 'Consciousness',
  AUT: 'Autism',
  DDA: 'Another disability',
  ...notKnown,
};
const { REFU: _declined, NOBT: _notObtained, ...known } = ethnicities.codes;
const ethnicityAsGiven = { ...known, REFU: 'Asked, and declined to say', NOBT: 'Not asked yet' };

const born = (today: PlainDate) => ({
  birth: radios({
    ask: 'Is the date of birth known?',
    options: { known: 'Yes', expected: 'The child is not yet born', ...notKnown },
    missing: 'Say whether the date of birth is known',
  }),
  bornOn: onlyIf(
    ['birth', 'known'],
    day({
      ask: 'If known: date of birth',
      hint: 'For example, 27 3 2009',
      missing: 'Enter the date of birth',
      notAfter: today,
      notBefore: addMonths(today, -25 * 12),
    }),
  ),
  expectedOn: onlyIf(
    ['birth', 'expected'],
    day({
      ask: 'If not yet born: the date expected',
      missing: 'Enter the date the child is expected',
      notBefore: addMonths(today, -1),
      notAfter: addMonths(today, 10),
    }),
  ),
  apparentAge: onlyIf(
    ['birth', 'not_known'],
    orNoInformation('about how old the child seems', text({ ask: 'If not known: about how old do they seem?' })),
  ),
});

const questions = ({ today }: Asked) => ({
  givenNames: orNoInformation('the given names', text({ ask: 'Given names' })),
  familyName: orNoInformation('the family name', text({ ask: 'Family name' })),
  alsoKnownAs: orNoInformation(
    'any other name',
    text({ ask: 'Also known as', hint: 'Nicknames, former names, other spellings' }),
  ),
  ...born(today),
  sex: radios({
    ask: 'Sex',
    options: { F: 'Female', M: 'Male', U: 'Not known, or not yet born' },
    missing: 'Choose the sex of the child, or that it is not known',
  }),
  genderIdentity: orNoInformation(
    'how the child describes their gender',
    text({ ask: 'Gender identity', hint: 'Only in the child’s own words, and if they are content for you to say' }),
  ),
  ethnicity: select({
    ask: 'Ethnicity',
    hint: 'As the child or a parent gave it: never a guess',
    options: ethnicityAsGiven,
    missing: 'Choose the ethnicity the child or a parent gave, or that nobody has asked yet',
  }),
  firstLanguage: orNoInformation('the first language', text({ ask: 'First language' })),
  interpreter: radios({
    ask: 'Does the child or family need an interpreter?',
    options: { yes: 'Yes', no: 'No', ...notKnown },
    missing: 'Say whether an interpreter is needed',
  }),
  religion: orNoInformation('the religion or belief', text({ ask: 'Religion or belief' })),
  nationality: orNoInformation(
    'nationality and immigration status',
    text({ ask: 'Nationality, and immigration status where it matters' }),
  ),
  disabilities: checkboxes({
    ask: 'Disabilities',
    options: disabilities,
    alone: ['NONE', 'not_known'],
    missing: 'Choose the disabilities, or “None”, or “Not known”',
  }),
  specialNeeds: radios({
    ask: 'Special educational needs',
    options: {
      none: 'No extra provision',
      support: 'Support for special educational needs',
      plan: 'An education, health and care plan',
      ...notKnown,
    },
    missing: 'Choose the provision for special educational needs, or that it is not known',
  }),
  careStatus: radios({
    ask: 'Is a council already responsible for the child?',
    options: {
      none: 'No',
      in_need: 'The child has a child in need plan',
      protection: 'The child has a child protection plan',
      looked_after: 'The child is looked after by a council',
      ...notKnown,
    },
    missing: 'Choose whether a council is already responsible, or that it is not known',
  }),
  address: orNoInformation(
    'the address',
    longText({ ask: 'Address, and whose home it is', rows: 3, hint: 'Family, relative, foster carer, placement' }),
  ),
  whereNow: orNoInformation('where the child is now', text({ ask: 'Where is the child now?' })),
  school: orNoInformation('the school', text({ ask: 'School, college or nursery' })),
  practice: orNoInformation('the general practice', text({ ask: 'General practice (GP)' })),
  accounts: orNoInformation('telephone or online names', text({ ask: 'Telephone and names used online' })),
  nhsNumber: orNoInformation('the NHS number', text({ ask: 'National Health Service (NHS) number', width: 20 })),
  upn: orNoInformation('the unique pupil number', text({ ask: 'Unique pupil number', width: 20 })),
  laChildId: orNoInformation(
    'the number in children’s social care',
    text({ ask: 'Number of the child in children’s social care', width: 20 }),
  ),
  ...nothingMore,
});
type Child = Answers<ReturnType<typeof questions>>;

export const child = repeating({
  key: 'children',
  title: 'The child or children',
  repeats: {
    one: 'child',
    calls: ({ givenNames, familyName, alsoKnownAs }) =>
      [givenNames, familyName].filter(Boolean).join(' ') || alsoKnownAs || 'A child whose name is not known',
  },
  headings: {
    givenNames: 'Who the child is',
    sex: 'About the child',
    address: 'Where the child lives and learns',
    nhsNumber: 'Numbers that tell one child from another',
  },
  asks: questions,
  check: (answers) => whoIsMeant(answers) ?? sexBeforeBirth(answers) ?? numbersOfOne(answers),
});

/** A child need not be identified to be referred, but something must tell them from every other child. */
function whoIsMeant(child: Child): Refusal | undefined {
  const { givenNames, familyName, alsoKnownAs, bornOn, expectedOn, address, whereNow, school, accounts } = child;
  const { nhsNumber, upn, laChildId } = child;
  const tells = [givenNames, familyName, alsoKnownAs, bornOn, expectedOn, address, whereNow, school, accounts];
  if ([...tells, nhsNumber, upn, laChildId].some(Boolean)) return undefined;
  return refuse(
    'Enter at least one thing that tells who the child is, such as a nickname or where they are',
    'givenNames',
  );
}

/** A number that is none would be taken for the child's own later, and make one child of two. */
function numbersOfOne({ nhsNumber, upn }: Child): Refusal | undefined {
  for (const [name, kind, typed] of [
    ['nhsNumber', 'NHS', nhsNumber],
    ['upn', 'UPN', upn],
  ] as const) {
    const read = typed ? readIdentifier(kind, typed) : undefined;
    if (isRefusal(read)) return refuse(`${read.refused}, or leave it out and tick “No information”`, name);
  }
  return undefined;
}

/** Census rule: the sex of an unborn child is U. */
function sexBeforeBirth({ expectedOn, sex }: Child): Refusal | undefined {
  if (!expectedOn || sex === 'U') return undefined;
  return refuse('Choose “Not known, or not yet born” for a child who is not yet born', 'sex');
}
