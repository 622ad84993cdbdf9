/** What is said each week of a child, and what a child says on leaving. Invented; {name} stands for the child. */
export const PROGRESS = {
  week: {
    HIGH: [
      'Contact has started again through a friend’s account. {name} is frightened of what they may do.',
      'A new number has been ringing. {name} showed it to us unasked.',
      'Away one night, and home by breakfast. {name} told us a little of where, and of who decided it.',
      'Quieter than usual since Friday, and a phone we had not seen before.',
      'The police have spoken to one of the adults. {name} knows, and is worried about coming home.',
    ],
    MEDIUM: [
      'Two late evenings; {name} was home by eleven both times and told us where.',
      'Quieter than usual since Friday. Nothing new is known of the adults involved.',
      'Home is calmer: the numbers are on the fridge, and one of them was used.',
      'A message came from the old number. {name} did not answer it, and told us.',
      'School on four days of five, and one good conversation about what comes next.',
    ],
    LOW: [
      'A steady week: at school every day, and no worrying contact that we know of.',
      'Neighbourhood officers saw {name} with friends on Saturday, and all was well.',
      '{name} slept better and came to both sessions.',
      'Nothing to worry about this week. {name} is busy with football and a cousin’s wedding.',
      'Went through the plan again: {name} knows it by heart.',
    ],
  },
  next: [
    'Next: the session on Thursday, and a call to the phone company.',
    'Next: meet school on Monday. The plan stays as it is.',
    'Next: the police officer joins one session, if {name} agrees.',
    'Next: go on as planned.',
    'Next: bring the review forward if this goes on.',
    'Next: ask what is known of the car, and tell {name} what we learn.',
  ],
} as const;

/** The three topics a session on leaving covers. */
export const ON_LEAVING = {
  activities: [
    'Liked the walks and the cooking. The film was too long.',
    'The boxing on Tuesdays was the best part.',
    'Drawing the map helped; it is still on the wall.',
    'Said nothing about this, and was not pressed.',
  ],
  services: [
    'The nurse was kind and did not write while talking.',
    'Getting the pictures taken down mattered most.',
    'The talking therapy came late, and was worth it.',
    'Did not need more than Evolve.',
  ],
  support: [
    '“Somebody always answered.”',
    'Felt on the same side as us, most days.',
    'Would have liked evenings as well.',
    'Mum had somebody to ring too, and that helped.',
  ],
} as const;

/** What Evolve gave to somebody else's assessment or enquiry. */
export const GIVEN = [
  'Gave what we know of the exploitation, the plan now in force, and what {name} wants and is afraid of.',
  'Wrote two pages on who poses risk and where, and on what has made {name} safer so far.',
  'Joined the meeting; said in {name}’s words what matters most, with {name}’s agreement.',
] as const;
