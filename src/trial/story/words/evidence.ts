/**
 * What might be written beside an indicator. The letter says who it came from: S school, P police, F family, E Evolve,
 * H health, C children's social care, Y the young person. All invented; what is done to the child is said plainly and
 * nothing is put down to the child.
 */
export const EVIDENCE: Record<string, readonly string[]> = {
  A1: [
    'P: Reported missing {count} times since {month}; each time found safe in the early hours.',
    'F: Mum has rung the police {count} times since {month} because {name} had not come home.',
    'C: {count} missing episodes on record since {month}.',
  ],
  A2: [
    'F: Away for a night in {month}; Mum was told a friend’s address that does not exist.',
    'P: Found the next morning; where {name} had slept is still not known.',
    'C: Two nights away from placement in {month}.',
  ],
  A3: [
    'P: Found by officers at an address in another town, with adults not known to the family.',
    'P: Stopped at a railway station forty miles away without a ticket or money.',
    'P: Found at {place}, an address officers were already worried about.',
  ],
  A4: [
    'F: Out until after midnight most weekends; Dad does not know with whom.',
    'F: Comes home late and tired, and changes the subject when asked.',
    'C: Carer says {name} comes back later than agreed three or four evenings a week.',
  ],
  A5: [
    'S: Train tickets to two other towns fell out of a school bag.',
    'F: Mum found a coach ticket in a coat pocket.',
    'E: Knows the timetable of a line {name} has no reason to use.',
  ],
  A6: [
    'F: Grandmother did not know she could report it.',
    'C: An absence overnight came to light a week later.',
    'S: Away from school for two days; the family thought {name} was there.',
  ],
  B1: [
    'F: Somebody of about twenty-five waits in a car at the end of the road and is spoken of as a partner.',
    'E: Speaks of an adult who decides where they go and whom they see.',
    'S: A friend told staff that the “partner” is a grown man.',
    'H: The nurse heard an adult’s voice giving answers over the phone.',
  ],
  B2: [
    'P: Seen twice with an adult the police know to pose a risk.',
    'P: A number in the phone belongs to a person already the subject of a warning notice.',
    'C: The same adult is named in two other children’s assessments.',
  ],
  B3: [
    'S: Staff saw {name} get into a grey car with two adults at the school gate.',
    'F: A neighbour has seen different cars drop {name} at the corner at night.',
    'P: Passenger in a car stopped at {place} after midnight; three adults, none of them family.',
  ],
  B4: [
    'P: Named as somebody a group is using to carry for them.',
    'E: Says older lads “look after” {name} and there will be trouble if they stop answering.',
    'F: Brother says a group came to the door asking for {name}.',
    'P: Threatened in the street by members of a group; the threat was overheard.',
  ],
  B5: [
    'S: A new circle of friends, none of them at this school.',
    'F: Has dropped friends of many years for people Mum has not met.',
    'E: New friends are known by nicknames only.',
  ],
  B6: [
    'F: People the family do not know ring the bell late in the evening.',
    'C: Carer has noted callers at the gate on four evenings.',
    'P: Neighbours report many short visits.',
  ],
  B7: [
    'P: Found in a flat with two other children Evolve already works with.',
    'P: In a car with another child who is being exploited.',
    'C: Found at {place} with a child from another placement, both frightened.',
  ],
  C1: [
    'F: New trainers and a phone worth more than the family could give.',
    'S: Has shown friends a roll of notes.',
    'E: Three new phones since {month}; each said to be borrowed.',
    'C: Designer coat and cash found in the room; no explanation offered.',
  ],
  C2: [
    'E: Says a “debt” is growing and that the people owed know the address.',
    'F: Dad paid eighty pounds to somebody at the door so that they would leave {name} alone.',
    'P: Messages on the phone demand money by Friday.',
    'Y: “They say I lost their stuff so I owe them.”',
  ],
  C3: [
    'F: Lifts home from somebody the family have not met.',
    'S: Takeaways and vapes bought for {name} by an adult outside school.',
    'E: Small presents from somebody met at {place}.',
  ],
  C4: [
    'E: Promised money for bringing two younger friends along.',
    'S: Two younger pupils say {name} was told to fetch them.',
    'P: A message asks {name} to “bring your mates”.',
  ],
  D1: [
    'F: A second phone was hidden in the wardrobe.',
    'S: Uses an account that friends do not know about.',
    'E: Deletes messages as soon as they arrive.',
  ],
  D2: [
    'Y: “He said he would send it to everyone at school if I stopped.”',
    'S: An image of {name} has been passed round; staff told the police the same day.',
    'P: Images recovered; somebody threatened to share them.',
  ],
  D3: [
    'E: Talks most nights with somebody met in a game, who asks to meet.',
    'F: Mum found messages from a man in another city.',
    'P: An account under investigation had {name} among its contacts.',
    'S: Told a friend about an older person who got in touch over a live stream.',
  ],
  D4: [
    'E: Somebody else switched location sharing on and is angry when it is off.',
    'F: A caller always seems to know where {name} is.',
    'Y: “They can see where I am so there is no point.”',
  ],
  D5: [
    'F: Was never off the phone; now will not have it in the room.',
    'S: On the phone through the night and asleep in lessons.',
    'F: New phone number three times since {month}.',
  ],
  E1: [
    'H: The sexual health nurse is worried about who {name} is afraid of.',
    'H: Treated in {month}; came with an adult who would not leave the room.',
  ],
  E2: [
    'H: Bruises to the arms that the hospital doctor did not think a fall would explain.',
    'S: Came to school with a cut above the eye and was frightened to say how.',
    'C: Carer noted burns to a hand in {month}.',
  ],
  E3: [
    'Y: “They make you hide it and you can’t eat till you get there.”',
    'P: Taken to hospital by officers after swallowing packages under pressure.',
  ],
  E4: [
    'F: Mum smells cannabis on {name}’s clothes most evenings.',
    'S: Has come to school unwell on three Mondays.',
    'E: Says cannabis is “just given out” at {place}.',
  ],
  E5: [
    'H: Seen by the mental health team in {month} after hurting themself.',
    'F: Mum found a note; the family doctor has been told.',
    'S: Told the pastoral lead about not wanting to be here.',
  ],
  E6: [
    'H: Third visit since {month}, each time to a different clinic.',
    'H: Asked for emergency contraception twice in a month and seemed afraid.',
  ],
  F1: ['S: Suspended twice this term.', 'S: Permanently excluded in {month}; a place elsewhere is being found.'],
  F2: [
    'S: Attendance this term is 58 per cent.',
    'S: Has missed most mornings since {month}.',
    'S: Attendance has fallen from 94 to 71 per cent in a term.',
  ],
  F3: [
    'S: Two hours a day in school while a plan is made.',
    'S: On a reduced timetable since {month}, to be reviewed every fortnight.',
  ],
  F4: [
    'S: Was predicted good grades; has handed nothing in since {month}.',
    'S: Has left the football team without saying why.',
    'F: Used to love college and will not talk about it now.',
  ],
  F5: [
    'S: Taken off roll after a move and not yet on another.',
    'C: No school since {month}; the admissions panel meets next week.',
  ],
  G1: [
    'F: Will not go past the shops alone and jumps when the bell rings.',
    'S: Sits where the door can be seen.',
    'E: Checked the window many times while we talked.',
  ],
  G2: [
    'S: A kitchen knife in the school bag; {name} says it was for getting home safely.',
    'P: Stopped with a blade and very frightened.',
  ],
  G3: [
    'F: Mum says the change since {month} is like night and day.',
    'S: In tears one lesson and furious the next, which is new.',
    'C: Carer describes storms of anger after phone calls.',
  ],
  G4: [
    'E: Has met many workers and waits to see whether this one will stay.',
    'C: Says adults write things down and nothing changes.',
    'S: Talks to one teaching assistant and to nobody else.',
  ],
  G5: [
    'E: Cannot think of one good thing to say about themself.',
    'S: Says there is no point in trying.',
    'F: Calls themself names Mum has never heard before.',
  ],
  G6: [
    'E: Stops talking whenever the phone lights up.',
    'F: Does at once whatever the caller says.',
    'Y: “You don’t say no to him.”',
  ],
  H1: [
    'C: Mum is ill and cannot at present go out to look for {name}.',
    'C: The adults at home disagree about what is happening and need help to act together.',
    'F: Dad works nights and knows this leaves gaps.',
  ],
  H2: [
    'C: Domestic abuse in the household until {month}.',
    'C: An older relative was himself exploited.',
    'C: Neglect recorded when {name} was small.',
  ],
  H3: [
    'C: Third placement since {month}.',
    'C: The tenancy ends soon and nothing is settled.',
    'F: Moved in with an aunt in {month} at a day’s notice.',
  ],
  H4: ['F: Grandfather, who brought {name} up, died in {month}.', 'S: A close friend died last year.'],
  H5: [
    'F: A brick came through the window after {name} stopped answering.',
    'P: The family were told their car would be burnt.',
    'F: Younger brother was followed home.',
  ],
  H6: [
    'P: Adults not known to the family had keys to the flat.',
    'C: Mum was told to stay in one room while others used the kitchen.',
  ],
  H7: [
    'C: Told that papers would be “sorted” in return for work.',
    'E: Says somebody keeps the documents and decides where to go.',
  ],
  I1: [
    'P: Arrested in another county in {month}; treated as a child who may be exploited.',
    'P: Detained sixty miles from home with somebody else’s phone.',
  ],
  I2: [
    'P: Found with wraps made up for others to sell.',
    'P: Stopped with stolen goods that an adult had handed over minutes before.',
  ],
  I3: [
    'P: Found in a house used for dealing; asleep on the floor.',
    'P: Present when a warrant was carried out at a flat used for dealing.',
  ],
  I4: [
    'P: Feels unable to continue as a witness since the threats; special measures explained.',
    'E: Says it is not safe to go to court.',
  ],
  J1: [
    'Y: Told the practitioner, in part, what is being done and by whom.',
    'S: Told a teacher on the way out of class; the words were written down.',
    'H: Told the nurse that somebody makes {name} do things.',
  ],
  J2: [
    'P: Messages on the phone set out times, places and threats.',
    'P: Screenshots handed over by a parent show orders being given.',
    'S: Voice notes played to staff by a friend.',
  ],
  J3: [
    'P: Police information graded reliable and corroborated says {name} is being used by adults.',
    'P: Two independent sources, graded reliable, agree.',
  ],
  K1: [
    'P: Seen often at {place}.',
    'F: Spends evenings at {place}, where older people gather.',
    'E: Says everybody meets at {place}.',
  ],
  K2: [
    'P: Met by adults at a hotel off the ring road.',
    'P: Collected from {place} by adults of concern on three evenings.',
    'S: Friends say a taxi is sent and paid for.',
  ],
};

export const SOURCES: Record<string, { agency: string; basis: 'fact' | 'third_party' | 'professional_concern' }> = {
  S: { agency: 'School', basis: 'fact' },
  P: { agency: 'South Yorkshire Police', basis: 'fact' },
  F: { agency: 'Family', basis: 'third_party' },
  E: { agency: 'Evolve', basis: 'professional_concern' },
  H: { agency: 'The Rotherham NHS Foundation Trust', basis: 'fact' },
  C: { agency: "Children's social care", basis: 'fact' },
  Y: { agency: 'Evolve', basis: 'fact' },
};

export const PLACES = [
  'the retail park',
  'the bus interchange',
  'the old canal basin',
  'the takeaways on Cinder Road',
  'the park by Millrace',
  'a flat on Ropery Lane',
  'the multi-storey car park',
  'the shops on Larkfield Row',
  'the skate park',
];
/** Each reads on after “in”, “since” and “until”. */
export const MONTHS = [
  'the summer',
  'the spring',
  'the autumn',
  'the new year',
  'the Easter holidays',
  'the summer holidays',
  'the autumn term',
  'the spring term',
];
export const COUNTS = ['two', 'three', 'four', 'five', 'six', 'seven'];
