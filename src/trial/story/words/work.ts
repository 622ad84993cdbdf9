/** Plans, sessions and closings. Invented; written as they might be read out to the child. */
export const PLAN = {
  concerns: [
    'Older people are using {name} and say there is a debt.',
    'Somebody online is pressing {name} to meet.',
    'Adults in cars are offering {name} lifts and food.',
    'People {name} met at {place} decide where {name} goes in the evening.',
    'Somebody says they will share pictures if {name} stops answering.',
    'A group is threatening the family.',
    'An adult is pretending to be a partner and is in control.',
  ],
  goals: [
    'To sleep at night and not check the phone',
    'To get back to football',
    'To see friends without being followed',
    'To finish the year at the same school',
    'To feel safe walking home',
    'To tell Mum the rest, when ready',
    'To have a phone that nobody else controls',
    'To start the course in September',
  ],
  warningSigns: [
    'Late home without a message; a new phone; quiet at tea',
    'A taxi nobody ordered; unknown numbers after ten',
    'Missing the first lesson; a different coat',
    'Asking for cash; angry after a call',
    'Wearing a hood indoors; not eating',
  ],
  safePeople: [
    'Nan, Miss at pastoral, Auntie three doors down; the library and the boxing gym',
    'Dad, the form tutor, the youth worker at the centre',
    'Big sister, the school nurse, the coach; Nan’s kitchen',
    'The carer, the advocate, a friend’s mum',
    'Mum, the Evolve worker, a neighbour; the community centre',
    'Uncle, the head of year; the climbing wall',
  ],
  online: [
    'Location off. Two accounts closed together. Only you know the passwords.',
    'Phone charges downstairs at night. Unknown numbers go unanswered, and you show them to Dad.',
    'Pictures reported for removal. A saved copy of threats goes to the police, not to friends.',
    'Privacy settings gone through together; game chat with friends only.',
  ],
  goingMissing: [
    'If you are not home by ten, Mum rings you, then Nan, then 101, and says “Evolve”. You will not be in trouble.',
    'Text a full stop and somebody will come, no questions that night. After an hour the carer rings the police.',
    'Police hold a recent photograph and the list of safe places. The first call is to Big sister.',
    'If we cannot reach you by eleven, Dad rings 101. When you come home: food, sleep, and talk the next day.',
  ],
  home: [
    'New lock on the back door; neighbour has the number to ring.',
    'Marker on the address so that a call is treated as urgent.',
    'Younger children are walked to school by Dad.',
    'Nobody opens the door after nine; the camera is working.',
    'Carer and night staff know the plan.',
  ],
  school: [
    'A card to leave any lesson and go to pastoral; a lift home on Fridays.',
    'Key adult at the gate, morning and afternoon.',
    'Lessons built up from two hours; no shame in front of others.',
    'College knows who may collect you and who may not.',
  ],
  contact: [
    'Evolve twice a week, Tuesday and Friday; calls at other times',
    'Evolve every week, on a day you choose; messages answered in working hours',
    'Evolve every fortnight, and the school in between',
    'Evolve weekly, with the police officer once a month if you agree',
  ],
} as const;

export const ACTIONS = [
  ['Ask the phone company to block the numbers', 'Evolve worker'],
  ['Fit the door camera', 'Housing'],
  ['Meet at school with head of year', 'Evolve worker'],
  ['Come to boxing on Tuesdays', '{name}'],
  ['Keep a note of cars that wait outside', 'Mum'],
  ['Consider a child abduction warning notice', 'South Yorkshire Police'],
  ['Book the health check', 'Specialist nurse'],
  ['Ask for a place on the music project', 'Evolve worker'],
  ['Talk to the landlord about the lock', 'Social worker'],
  ['Go through privacy settings together', '{name} and Evolve worker'],
  ['Make the referral for talking therapy', 'Evolve worker'],
  ['Share the going-missing sheet with the control room', 'South Yorkshire Police'],
  ['Visit the college', '{name} and Dad'],
  ['Walk the safe way home once together', 'Evolve worker'],
] as const;

export const FORMATS = [
  'One page with drawings',
  'Photograph on the phone',
  'Printed, large type',
  'Read aloud and left as a voice note',
  'In plain words and pictures',
  'Card that fits a wallet',
] as const;

export const TOPICS = [
  'What a real friend does',
  'How grooming starts',
  'Healthy relationships and consent',
  'Debt, and how it is invented',
  'Staying safe online',
  'Feeling safe at home',
  'Getting back to school',
  'What to say when the phone rings',
  'Law and rights: being a victim',
  'Sleep, food and health',
  'Going missing: the plan',
  'Hopes for next year',
  'Drugs and harm',
  'Worth and confidence',
  'With the family: what to notice',
  'Preparing for a police interview',
  'Ending well: what has changed',
] as const;

export const SESSION = {
  opening: [
    'Met at school in the quiet room.',
    'Walked by the canal with hot chocolate.',
    'In the car on the way back from college.',
    'At the youth centre, over a game of pool.',
    'At the office; {name} chose the music.',
    'In the park until it rained.',
  ],
  atHome: [
    'At home, in the kitchen.',
    'At Nan’s.',
    'At home, with Mum for the first half hour.',
    'At the placement, in the garden.',
  ],
  call: [
    '{name} rang about the weekend. Went through the plan by telephone.',
    'Messages through the afternoon: a bad night, and help to get to school.',
    'Rang to say that the number had called again; it is blocked now.',
    'A short call to keep in touch. {name} had good news of school and told it twice.',
    'Rang after hours from a friend’s. Stayed on the line until the lift came.',
    'Sent a photograph of the finished work. No worries this week.',
  ],
  did: [
    'Used the cards and sorted them into safe and not safe.',
    'Watched the short film and stopped it halfway to talk.',
    'Drew the map of people and places again; two names had moved.',
    'Talked for most of the hour; few questions asked.',
    'Went through the plan line by line.',
    'Looked at messages together and named what each wanted.',
    'Made a list of who to ring, in order.',
    'Filled in a job form.',
    'Practised three ways of saying no that keep you safe.',
    'Baked; talk came easier that way.',
  ],
  after: [
    '{name} said more than last time.',
    '{name} was quiet, and that was all right.',
    'Laughed for the first time.',
    'Asked to do this again next week.',
    'Worried about the weekend; plan gone over twice.',
    'Told Mum one thing afterwards, by choice.',
    'Did not feel able to talk about the phone today.',
    'Proud of a school report.',
    'Asked what happens when the work ends.',
    'A number was passed to the police with {name}’s knowledge.',
  ],
  notMet: [
    'Not at home; a card left, and a message answered with a thumbs-up later.',
    'Not able to come today; new time agreed.',
    'Rang off when a voice was heard in the background; rang back an hour later and was safe.',
    'School trip; session moved to Friday.',
  ],
} as const;

export const CLOSING: Record<string, readonly string[]> = {
  RISK_REDUCED_LOW: [
    'Risk has come down to low and stayed there. Family and school hold the plan; early help continues.',
    'Low at review, agreed by all. The school’s pastoral lead takes over as lead professional.',
    'The people responsible have been disrupted and contact has stopped. Step down to early help.',
    'Low. {name} and family know what to look for and whom to ring.',
  ],
  NO_RISK: [
    'No risk identified at review; family, school and police agree. Nothing further is needed from Evolve.',
    'Nothing current was found and has not been for a long time. Closed with {name}’s agreement.',
    'No risk identified. A good ending: tea with the family and a copy of the plan to keep.',
  ],
  MOVED_AREA: [
    'The family has moved to another county. A full handover was made to the team there.',
    'Placement moved out of the borough; exploitation team there has accepted the handover.',
  ],
  TURNED_18_ADULT_PATHWAY: [
    'Eighteen today. The adult pathway was planned from seventeen and a half; the new worker has met {name} twice.',
    'Eighteen. Moves on to adult safeguarding and a post-abuse provider, introduced before the day.',
  ],
  TRANSFERRED_SERVICE: ['Another specialist service now leads, to spare {name} two sets of workers.'],
  CUSTODY: ['In a secure home. The youth justice worker leads and treats {name} as a victim of exploitation.'],
  NOT_ENGAGED_RISK_HELD_ELSEWHERE: [
    'We could not find a way to work together that suited {name}. The risk is not less; the social worker holds it, and we will come back whenever asked.',
  ],
  OPENED_IN_ERROR: ['Opened for the wrong child of the same name. The right child was found and helped the same day.'],
};

export const HELD_BY: Record<string, string> = {
  MOVED_AREA: "Exploitation team of the receiving authority's children's services",
  TURNED_18_ADULT_PATHWAY: 'Adult safeguarding, with Rotherham Rise',
  TRANSFERRED_SERVICE: 'Trauma and Resilience Service',
  CUSTODY: 'Youth justice service',
  NOT_ENGAGED_RISK_HELD_ELSEWHERE: 'Allocated social worker, locality social work team',
  OPENED_IN_ERROR: 'Nobody: there was no concern about this child',
};

export const FEEDBACK = [
  '“You turned up every time.” Liked the walks; did not like meetings with many people.',
  'Liked choosing where to meet. Would have wanted it sooner.',
  'Said the cards helped more than the talking. Knows whom to tell.',
  'Would recommend it “but not the first three weeks”.',
  'Felt listened to; wanted evenings as well.',
  'Mum joined in. Both felt safer; both wanted fewer forms.',
  'Liked the nurse. Found it hard that workers changed once.',
  '“I know it wasn’t my fault.” Activities, services and support talked through.',
] as const;

export const REALLOCATED = [
  'Caseloads evened out',
  'Lucia Horváthová moves to part-time hours',
  '{name} asked for a worker who is a woman',
  'The work now turns on the online part, which is this worker’s field',
] as const;
