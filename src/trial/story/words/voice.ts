/** What young people might say, by how things are: HIGH and MEDIUM, LOW, and NONE. Invented. */
export const OWN_WORDS = {
  HIGH: [
    'I can’t just stop. You don’t get it.',
    'If I tell you who, they’ll know it was me.',
    'I’m tired. I just want it to be like last year.',
    'They said they’d look after me and they did, at first.',
    'I’m not scared for me. I’m scared for my brother.',
    'He buys me stuff. Nobody else does.',
    'I don’t want my mum to know.',
    'It’s easier to go than to say no.',
    'I never see any of the money.',
    'You lot ask and then you go home.',
    'I thought he liked me.',
    'I jump every time it buzzes.',
  ],
  MEDIUM: [
    'They’re my mates, sort of. I don’t know all their names.',
    'I know you think it’s dodgy. Some of it is.',
    'I’ve blocked one of them. The other one keeps getting new numbers.',
    'I like having somewhere to go.',
    'It’s not as bad as it was but I still look over my shoulder.',
    'I’d talk more if it wasn’t written down.',
    'School think it’s me. It’s not me.',
    'I told my nan some of it.',
    'I’ve been staying in. It’s boring but it’s quiet.',
    'Sometimes I miss them and then I feel stupid, and you said I shouldn’t feel stupid.',
    'I don’t get in the car any more.',
    'He only messages when he wants something. I see that now.',
    'Can you come on Thursdays? Mondays are bad.',
    'I don’t know who to believe.',
  ],
  LOW: [
    'It’s calmer. I’m sleeping.',
    'I’ve got boxing Tuesdays and Thursdays, so I’m busy.',
    'If they message I show my dad.',
    'I know what it was now. I didn’t then.',
    'I’m back in most lessons.',
    'My mum knows what to do if I’m late, we made a plan.',
    'I still see one of them at the shops and I just walk on.',
    'I don’t need you every week, but I like that you come.',
    'I’ve got new mates from college.',
    'I told my cousin what it looks like when it starts.',
  ],
  NONE: [
    'I’m alright now. I mean it this time.',
    'I’d tell someone. I’d tell Miss first and then my mum.',
    'I don’t think about it much.',
    'It wasn’t my fault. It took ages to believe that.',
    'I’ve started my course and I love it.',
    'Thanks for not giving up on me.',
    'I’d know the signs if it was a mate.',
    'We’re good at home now.',
  ],
} as const;

export const MATTERS = [
  'Staying in the same school',
  'Not moving again',
  'Seeing Nan on Sundays',
  'Getting the phone back',
  'Playing for the team again',
  'That nobody at school finds out',
  'Little brother being safe',
  'The dog',
  'Passing maths',
  'Having one worker and not five',
  'Being asked and not told',
  'Mum not being worried all the time',
  'A college place for plumbing',
  'Music, and time to make it',
  'Being able to walk to the shop',
  'Friends who are real friends',
  'Getting a Saturday job',
  'Hair and beauty course',
  'To be believed',
  'Going fishing with Grandad',
];

export const SHARED_BACK = [
  'Read through together at the end of the visit',
  'Talked through by phone; changes made to two sentences',
  'Read aloud and agreed',
  'Shown on paper; {name} crossed out one word and we changed it',
  'Drawn as a map together; a copy was given',
  'Told in outline; {name} did not want to read it',
  'Read with Mum there, as {name} asked',
  'Sent as a voice note, as {name} prefers',
];

export const NOT_HEARD = [
  'Tried three visits and two calls; the family were away. Views gathered from school, marked as such, and a visit is booked.',
  'In hospital and not well enough to be asked. To be added within the fortnight.',
  'Did not feel able to talk today; a blank form was left and another day agreed.',
];

export const ANALYSIS = {
  opening: {
    CCE: [
      'What is described fits criminal exploitation:',
      'Adults or older young people appear to be using {name} to carry or hold for them:',
      'The pattern is one of criminal exploitation:',
    ],
    CSE: [
      'What is described fits sexual exploitation:',
      'Somebody older appears to be grooming {name}:',
      'The pattern is one of sexual exploitation, partly online:',
    ],
    BOTH: [
      'Criminal and sexual exploitation appear together here:',
      'The same people appear to exploit {name} in more than one way:',
    ],
    NO_RISK: ['No current indicator was found:', 'Everything asked was answered “no” by those who know {name} best:'],
  },
  /** At low, nothing is said to be happening. */
  openingAtLow: {
    CCE: [
      'Asked about criminal exploitation:',
      'Looking again at what was feared, that others were using {name}:',
      'On criminal exploitation:',
    ],
    CSE: [
      'Asked about sexual exploitation:',
      'Looking again at what was feared, that somebody was grooming {name}:',
      'On sexual exploitation:',
    ],
    BOTH: ['Asked about criminal and sexual exploitation:', 'Looking again at both worries:'],
  },
  middle: {
    HIGH: [
      'the people responsible can reach {name} at any time, and {name} is afraid of what follows from saying no.',
      'there is evidence of harm now, and {name} cannot yet see it as that.',
      'what police and family report agrees, and it is happening now.',
      'control through fear and debt is plain, and home may not be safe either.',
    ],
    MEDIUM: [
      'there are several signs and no proof that it has gone further; the people responsible still try to get in touch.',
      'contact has lessened but has not stopped.',
      'targeting is likely, and {name} is beginning to talk about it.',
      'there is enough to act on now rather than to wait.',
    ],
    LOW: [
      'contact has stopped and the family notice early signs; what is left is vulnerability rather than targeting.',
      'the signs are early ones and nobody is known to be targeting {name}.',
      'school, home and {name} agree that things have settled.',
    ],
    NONE: [
      'school, family, police and {name} agree, and it has lasted.',
      'there has been no contact for months, and {name} knows whom to tell.',
      'the safety plan is known by heart and has not been needed.',
    ],
  },
  closing: [
    'Next we keep up weekly contact and check the plan with the family.',
    'The plan is changed to match.',
    'Work goes on at the pace {name} sets.',
    'Police and school have been told what they need to know.',
    'The family’s own ideas are at the front of the plan.',
    'Disruption of the adults responsible is with the police.',
    'To be talked through at the next weekly meeting.',
  ],
} as const;

export const DIFFERENCES = {
  HIGHER: [
    'The tool does not see how quickly this has moved in a fortnight.',
    'What the family say privately is more serious than what could be ticked.',
    'A new phone and silence since Friday worry everybody who knows {name}.',
  ],
  LOWER_THAN_HIGH: [
    'Both indicators come from one evening, and nothing like it has happened since; police agree.',
    'The older reports and this one are of the same event.',
    'Protective adults now live with {name}, and contact has been cut for six weeks.',
  ],
  LOWER_THAN_MEDIUM: [
    'The sign is explained by a change of family circumstances, checked with school.',
    'It was one night, and where {name} was is now known: with a cousin.',
    'The report turned out to be about another child; it stays marked as possible until police confirm.',
  ],
} as const;
