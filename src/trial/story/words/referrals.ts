/** What is written to the MASH. Invented; said with respect, and with no label beyond what was seen or told. */
export const NOTICED = {
  CCE: [
    '{name} came to school with two phones and would not say whose they were.',
    'Older lads on bikes wait for {name} at the gate.',
    '{name} has new clothes the family cannot account for.',
    'A parent found small bags in {name}’s coat, and {name} was terrified of losing them.',
    '{name} was found in another town late at night with somebody else’s rucksack.',
    '{name} was seen handing something to an adult in a car and taking an envelope back.',
    'A friend says {name} owes money and is being made to pay it off.',
    'Somebody has used {name}’s bank card to move money through the account.',
    '{name} was with adults who left a shop without paying and ran; {name} was left to be stopped.',
  ],
  CSE: [
    '{name} talks of a partner who is much older and whom nobody has met.',
    '{name} has been getting into cars outside school.',
    'A picture of {name} is being passed round, and somebody is threatening to send it on.',
    '{name} came back on Sunday with gifts and very upset.',
    'A friend told staff that {name} meets a man from an app.',
    '{name} asked the nurse for help and then said never mind when the phone rang.',
    '{name} is being messaged through the night by somebody who asks for pictures.',
    '{name} has stopped seeing friends since somebody older “looks after” them.',
  ],
  BOTH: [
    '{name} is collected from {place} by adults, carries things for them, and has come home hurt.',
    'The man {name} calls a partner also sends {name} to deliver things.',
    'Threats about a debt and about pictures come from the same number.',
    '{name} was found in a flat where drugs are sold, and told officers of being made to stay.',
  ],
  OTHER: [
    '{name} comes to school hungry and in the same clothes all week.',
    'There was shouting and something broken at the address; {name} was upstairs.',
    '{name} said that home “isn’t nice when he has been drinking”.',
    '{name} has bruises on both arms.',
    '{name} has not been in school for three weeks and nobody answers.',
    '{name} cares for a parent and is worn out.',
    '{name} told a teacher about wanting to disappear.',
    'A parent is in hospital and nobody is at home to look after {name}.',
    'The health visitor could not get in for the third time.',
  ],
} as const;

/** Of a child under five. */
export const YOUNG = {
  noticed: [
    'The health visitor could not get in for the third time.',
    '{name} has not been brought for two appointments at the hospital.',
    'There was shouting and something broken at the address; {name} was in the next room.',
    '{name} has a bruise that the adults explain in two ways.',
    'A parent is in hospital and nobody else is at home to look after {name}.',
    '{name} came to nursery hungry and in wet clothes, as last week.',
    'A parent rang to say that they cannot cope tonight.',
  ],
  said: [
    '{name} is too small to say, and held on to the worker’s hand.',
    '{name} was quiet and watched the adults.',
    '{name} has not been seen this week.',
    '{name} pointed at the door and said “shouting”.',
  ],
  strengths: [
    'Nan is close by and sees {name} most days.',
    'Mum rang us herself and wants help.',
    'Comes to the playgroup when collected.',
    'No information.',
    'The family have worked well with early help before.',
  ],
} as const;

export const SINCE = [
  'This began about a month ago.',
  'It has become worse since half term.',
  'It is the second time this term.',
  'It is the first time anybody here has noticed.',
  'There were smaller worries last year.',
  'A sibling told us a little more on Friday.',
  'We have written down each time since September.',
  'Two people saw it.',
] as const;
export const SAID = [
  '{name} says it is nothing to worry about.',
  '{name} asked us not to tell anybody and was told why we must.',
  '{name} seemed frightened rather than angry.',
  '{name} would like help but not at school.',
  '{name} has not been asked, so as not to make things worse at home.',
  '{name} said “can it just stop”.',
  '{name} did not feel able to talk about it.',
] as const;
export const STRENGTHS = [
  'Nan is close by and sees {name} most days.',
  'Attends when collected; trusts one teaching assistant.',
  'Mum rang us herself and wants help.',
  'Good at art, and comes early for it.',
  'Father and older sister are united in this.',
  'A football coach who knows the family well.',
  'No information.',
  'The family have worked well with early help before.',
  'Has kept two good friends from primary school.',
] as const;
export const HOPED_FOR_FAMILY = [
  'Support for the family, soon.',
  'An assessment of what would help.',
  'Somebody for {name} to talk to who will stay.',
  'Advice on what to do next.',
  'That partners put together what each of them knows.',
  'No information.',
] as const;
export const HOPED = [
  'Somebody for {name} to talk to who will stay.',
  'The people doing this to be stopped.',
  'Advice on what school should do next.',
  'An assessment of the whole family.',
  'A safe way to and from school.',
  'That partners put together what each of them knows.',
  'Help for Mum to keep {name} safe.',
  'No information.',
] as const;
export const WHY_NOT_TOLD = [
  'Telling the family might put {name} at greater risk tonight.',
  'A person at the address may be involved.',
  'Nobody with parental responsibility could be reached.',
  'Police asked that nothing be said before they had acted.',
] as const;

export const SCREENED = [
  'History seen: {history}. What is described meets the threshold because {because}',
  'Checked our record ({history}) and spoke to the referrer: {because}',
  'Read with what others said: {history}; {because}',
] as const;
export const HISTORY = [
  'one earlier contact, advice given',
  'nothing held before today',
  'early help two years ago',
  'two police notices last year',
  'known as a brother or sister of a child on a plan',
  'a closed assessment from primary school',
] as const;
export const BECAUSE = {
  ALLOCATE_EVOLVE: [
    'there are signs that somebody is exploiting {name} and specialist work is needed.',
    'several partners hold a piece of the same picture.',
    '{name} is being targeted and home cannot stop it alone.',
  ],
  EVOLVE_CONSULTATION: [
    'school can act with advice from Evolve.',
    'the signs are early and the school knows {name} well.',
  ],
  ASSESSMENT: [
    'the family need an assessment of what help is right.',
    'there is more than one worry and nobody has the whole picture.',
  ],
  STRATEGY_DISCUSSION: ['there is reasonable cause to suspect significant harm.'],
  SECTION_47: ['there is reasonable cause to suspect significant harm.'],
  EARLY_HELP: [
    'early help can meet this with the family’s agreement.',
    'the family want support and a lead professional is in place.',
  ],
  ADVICE: ['advice to the referrer is enough.', 'school has what it needs and will come back if things change.'],
  NO_FURTHER_ACTION: [
    'it is already being dealt with, and nothing new is told.',
    'the worry turned out to be about something else, and is settled.',
  ],
  INTEL_ONLY: ['what is told is about adults and places; it has gone to the police desk.'],
  TRANSFER_OUT: ['the child lives in another area, whose front door has taken it.'],
} as const;
export const ASKED = [
  'Please keep a note of dates and cars, and ring us the same day.',
  'Please tell {name} that somebody from Evolve will ring this week.',
  'Please come to a meeting; a date will follow.',
  'Nothing further, and thank you.',
  'Please offer {name} a quiet place and one named adult.',
  'Please call the family back and let them know.',
] as const;
export const PARTNER_ASKS = [
  'What do you hold about {name} and the people at this address in the last year?',
  'Has {name} been seen by you since the summer, and was anything worrying?',
  'Is anybody here known to you as posing a risk to children?',
] as const;
export const PARTNER_ANSWERS = [
  'Two visits in the last year, nothing worrying. No plan in place.',
  'Not known to us.',
  'Known; last seen in the autumn. The worker at the time was worried about who came along.',
  'One report in the last six months, shared in full with the MASH.',
  'On the list of a colleague, who will ring today.',
  'Missed two appointments; letters went to an old address.',
] as const;
export const AGREED = [
  'Mother agreed by telephone to partners being asked.',
  'Father agreed, and asked to be told what is found.',
  'Both parents spoken to, and agree.',
  '{name} and grandmother agree.',
] as const;
export const NOT_AGREED = {
  RISK_TO_CHILD: 'Asking the family first would put {name} at greater risk.',
  PREJUDICE_INVESTIGATION: 'Police are about to act, and asking first would get in the way.',
  UNJUSTIFIED_DELAY: 'The delay in reaching a parent would be too long for what is described.',
  CANNOT_CONTACT: 'Three numbers tried without an answer.',
} as const;
