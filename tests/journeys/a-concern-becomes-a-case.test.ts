import { after, before } from 'node:test';
import { tellStory } from '../../src/trial/story/index.ts';
import { type Journey, type Person, setOut, story } from './people.ts';

const then = story();
let journey: Journey;
let reference: string;
let ben: Person;
let asha: Person;
let dev: Person;
let evolveCase: string;
let child: string;
let assessment: string;
before(async () => {
  journey = await setOut();
});
after(() => journey.close());

/** On record already, and somebody else: Ben's pupil has the same name. */
const namesake = findNamesake();
const NAME = `${namesake.givenName} ${namesake.familyName}`;
const CONCERN = 'Two phones she cannot account for, and a man in a grey car who waits at the gate.';
const UNEXPLAINED = 'C1 Money, phones, clothes or drugs that nobody can explain';

then('a teacher, without JavaScript, refers a child he does not fully know', async () => {
  ben = await journey.meet('ben', { scripts: false });
  await ben.follows('Refer a child');
  await ben.seesInOrder('ring 999 now', '01632 960111', 'Start a referral');
  await ben.presses('Start a referral');
  await ben.sees('9 sections are still to do');
  await ben.findsThePageInOrder();

  await ben.follows('Danger now');
  await ben.presses('Save');
  await ben.sees('Say whether a child is in immediate danger');
  await ben.answers({
    'Is a child in immediate danger?': 'No',
    'Is a child missing now?': 'No',
    'Injuries or medical need': 'A cut lip on Monday',
  });
  await ben.presses('Save');
  await ben.follows('About you');
  await ben.answers({
    'Your job': 'Head of Year 7',
    'A telephone number to reach you on today': '01632 960 300',
    'How do you know the child or children?': 'Her head of year',
    'Have you already rung about this?': 'No',
  });
  await ben.presses('Save');
  await ben.sees('7 sections are still to do');
});

then('he names the child as he knows her and says what he does not know', async () => {
  await ben.follows('The child or children');
  await ben.presses('Add a child');
  await ben.answers({
    'Given names': namesake.givenName,
    'Family name': namesake.familyName,
    'Also known as': 'Minty',
    'Is the date of birth known?': 'Not known',
    'If not known: about how old do they seem?': '12',
    Sex: 'Female',
    Ethnicity: 'Not asked yet',
    'Does the child or family need an interpreter?': 'No',
    Disabilities: 'Not known',
    'Special educational needs': 'Not known',
    'Is a council already responsible for the child?': 'Not known',
    'School, college or nursery': 'Thornholme Academy',
  });
  await ben.findsThePageInOrder();
  await ben.presses('Save');
  await ben.sees('or tick “No information”');
  await ben.chooses('I have no information on anything I left blank above');
  await ben.presses('Save');
  await ben.sees(NAME);
  await ben.presses('Continue');
  await ben.follows('Family and household');
  await ben.presses('I have no information about the family or household');
});

then('he says that the family was not told, and why, and what else he knows', async () => {
  await ben.follows('What you are worried about');
  await ben.answers({
    'What has happened, or what are you worried about?': CONCERN,
    'When?': 'Since Thursday',
    'Where, online places among them?': 'The school gate',
    'How is this known?': ['The person referring saw or heard it', 'The child said it'],
    'What harm has come, or may come, to the child?': 'Exploitation',
    'Which exploitation do you suspect?': 'Child criminal exploitation (CCE)',
  });
  await ben.presses('Save');
  await ben.follows('People and places of concern');
  await ben.answers({ Vehicles: 'A grey car' });
  await ben.chooses('I have no information on anything I left blank above');
  await ben.presses('Save');
  await ben.follows('Telling the family, and agreement');
  const telling = {
    'Has somebody with parental responsibility been told of this referral?': 'No',
    'Do they agree to this referral?': 'Not asked',
    'Do they agree to agencies sharing information?': 'Not asked',
    'Does the child know of this referral?': 'Yes',
    'Does the child agree?': 'Yes',
    'What does the child say, think and want?': 'I just want them to leave me alone.',
  };
  await ben.answers(telling);
  await ben.presses('Save');
  await ben.sees('Say why the family has not been told', 'Choose why the referral goes on without agreement');
  await ben.answers({
    'If not told: why not?': 'She is afraid that her brother would hear of it.',
    'If they do not agree, or were not asked: why go on without?': 'Asking would put the child at greater risk',
  });
  await ben.presses('Save');
  await ben.follows('What helps, and who helps');
  await ben.chooses('I have no information on anything I left blank above');
  await ben.presses('Save');
  await ben.follows('How much help is needed');
  await ben.answers({
    'Which level of need is this, in your view?': 'Level 3: child in need',
    'Why that level?': 'It has grown within a week.',
    'What do you hope will come of this?': 'Somebody she can talk to.',
  });
  await ben.presses('Save');
});

then('he checks his answers, sends them, and has a reference', async () => {
  await ben.presses('Check and send');
  await ben.sees(NAME, CONCERN, 'No information', 'She is afraid that her brother would hear of it.');
  await ben.findsThePageInOrder();
  await ben.presses('Send the referral');
  await ben.sees('Tick to declare');
  await ben.chooses(/as far as I know|true/);
  await ben.presses('Send the referral');
  await ben.sees('decides what happens by 17:00 on 31 January 2024');
  reference = /R-[0-9A-Z]{7}/.exec(ben.path)?.[0] ?? '';
  await ben.sees(reference);
  await ben.findsThePageInOrder();
  await ben.follows('Your referrals');
  await ben.sees(`${reference} ${NAME} 30 January 2024 Received`);
});

then('the MASH sees it among the unrated, below RED and above the rest, and rates it', async () => {
  asha = await journey.meet('asha');
  await asha.follows('MASH');
  await asha.seesInOrder('RED', reference, 'AMBER', 'GREEN');
  await asha.findsThePageInOrder();
  await asha.follows(reference);
  await asha.sees('Not yet rated', CONCERN, 'No: She is afraid that her brother would hear of it.');
  await asha.findsThePageInOrder();
  await asha.follows('Rate it');
  await asha.answers({ 'How soon?': 'AMBER' });
  await asha.presses('Save');
  await asha.sees('Rated AMBER');
});

then('a child of the same name on record is looked at beside this one: not the same, so a new child', async () => {
  await asha.follows(`Compare with ${NAME}`);
  await asha.findsThePageInOrder();
  await asha.answers({
    'Are they the same person?': 'Not the same',
    'Why?': 'The one on record is older; this child is in Year 7.',
  });
  await asha.presses(/Save|Record/);
  await asha.sees(`Not ${NAME}`, 'The one on record is older');
  await asha.follows('None of these: record a new child');
  await asha.answers({ 'What did you look at, and why is this somebody new?': 'Her school’s register.' });
  await asha.presses('Record a new child');
  await asha.sees('Same person, said Asha Rehmani');
});

then('partners are asked after the lawful reason to go without agreement, and not before', async () => {
  await asha.sees('Record the family’s agreement, or the lawful reason to go without it, before asking');
  await asha.follows('Record the family’s agreement');
  await asha.answers({
    'Does somebody with parental responsibility agree to partners being asked?': 'No, or they have not been asked',
    'If not: the lawful reason to ask partners all the same': 'Asking would put the child at greater risk',
    'Who was asked, when, and what they said; or why nobody was': 'Her brother would hear of it.',
  });
  await asha.presses('Save');
  await asha.follows('Ask partners');
  await asha.answers({
    'Which partners?': 'South Yorkshire Police',
    'What do you ask of them?': 'A grey car at the gate of Thornholme Academy since Thursday: is it known?',
  });
  await asha.findsThePageInOrder();
  await asha.presses('Ask');
  await asha.sees('Asked South Yorkshire Police. They answer by');
});

then('the partner answers what was asked, and is shown nothing of the referral', async () => {
  const callum = await journey.meet('callum');
  await callum.follows('Requests');
  await callum.follows(NAME);
  await callum.doesNotSee(CONCERN);
  await callum.doesNotSee(reference);
  await callum.findsThePageInOrder();
  await callum.answers({
    'Does your agency hold information about this child?': 'Yes',
    'What do you hold?': 'The car was stopped twice this month with children in it.',
  });
  await callum.presses('Answer');
  await callum.sees('Answered. The MASH can read it.');
  await callum.goesTo(`/mash/${reference}`, 403);
  await callum.leaves();
});

then('the screener recommends; the manager decides for Evolve, with the reason and the lawful basis', async () => {
  await asha.goesTo(`/mash/${reference}`);
  await asha.sees('The car was stopped twice this month');
  await asha.follows('Screen it again, or recommend');
  await asha.answers({
    'What do you recommend?': 'Allocate to Evolve',
    'Why?': 'Two signs at once, and the police know the car.',
  });
  await asha.presses('Save');
  await asha.leaves();

  const gwen = await journey.meet('gwen');
  await gwen.goesTo(`/mash/${reference}`);
  await gwen.sees('Recommends: Allocate to Evolve');
  await gwen.follows('Decide');
  await gwen.answers({
    'Why: how the threshold is met, or not': 'Adults are drawing her in, and she is afraid of them.',
    'The lawful basis': 'Children Act 1989, section 17: a child in need',
    'What is asked of the referrer': 'Tell us the same day if the car comes back.',
  });
  await gwen.findsThePageInOrder();
  await gwen.presses('Decide');
  await gwen.sees('Decided. The referrer can read it.', `${NAME}: Allocate to Evolve`);
  await gwen.leaves();
});

then('the teacher hears the decision and what is asked of him, and nothing else', async () => {
  await ben.goesTo(`/referrals/mine/${reference}`);
  await ben.sees('Decided', 'Tell us the same day if the car comes back.');
  for (const hidden of ['stopped twice', 'afraid of them', 'AMBER', 'Asha', 'Gwen', 'the police know'])
    await ben.doesNotSee(hidden);
  await ben.findsThePageInOrder();
  await ben.goesTo(`/mash/${reference}`, 403);
  await ben.leaves();
});

then('Evolve’s manager opens the case from the decision and allocates it', async () => {
  const nadine = await journey.meet('nadine');
  await nadine.follows('To open');
  await nadine.sees(NAME, 'Adults are drawing her in');
  await nadine.findsThePageInOrder();
  await nadine.follows(`Open a case for ${NAME}`);
  await nadine.answers({
    'Do the child and their family agree to work with Evolve?': 'They have not been asked yet',
    'Who will hold the case?': 'Dev Rathore',
  });
  await nadine.findsThePageInOrder();
  await nadine.presses('Open the case');
  await nadine.sees('The case is open and Dev Rathore holds it.');
  await nadine.leaves();
});

then('the practitioner finds it on his caseload and records the first visit', async () => {
  dev = await journey.meet('dev');
  await dev.follows('Caseload');
  await dev.sees(new RegExp(`${NAME} .*?Not assessed yet`));
  await dev.findsThePageInOrder();
  await dev.follows(NAME);
  evolveCase = dev.path;
  await dev.findsThePageInOrder();
  await dev.follows('Record direct work');
  await dev.answers({
    'On which day?': '2024-01-30',
    'What was it?': 'Visit',
    'What was it for?': 'Getting to know each other',
    'What happened, and what did the child say?': 'We walked. “I just want them to leave me alone.”',
  });
  await dev.presses('Record it');
  await dev.sees('Direct work is recorded.', 'Getting to know each other');
});

then('he writes the safety plan with her, and hands her a copy in words for her', async () => {
  await dev.follows('Write the safety plan');
  const plan = {
    'What we are worried about': 'A man in a grey car waits for her and gave her two phones.',
    'What the child wants': 'To walk home without looking behind you.',
    'Safe people and places': 'Your head of year is high-risk trained.',
    'If the child goes missing': 'Whoever notices rings 101, then Dev.',
    'When we see each other': 'Tuesdays after school.',
    'Disrupting people and places that pose risk': 'The police look for the grey car.',
  };
  await dev.answers(plan);
  await dev.presses('Put this plan in force');
  await dev.sees('Say it to them, without “high-risk”.');
  await dev.answers({ 'Safe people and places': 'Your gran’s, and your head of year’s room.' });
  await dev.presses('Put this plan in force');
  await dev.sees('Version 1 of the plan is in force.');
  await dev.goesTo(`${evolveCase}/plan/copy`);
  await dev.sees(
    `${namesake.givenName}, this is your plan`,
    'To walk home without looking behind you.',
    'None of this is your fault.',
  );
  await dev.doesNotSee('grey car');
  await dev.answers({
    'When was it given?': '2024-01-30',
    'How?': 'Read aloud together',
    'In which language?': 'English',
  });
  await dev.findsThePageInOrder();
  await dev.presses('Record it');
  await dev.sees('It is recorded that the child has their copy.');
});

then('the evidence comes first: no page says what the tool would suggest before his own judgement', async () => {
  await dev.follows(NAME);
  child = dev.path;
  await dev.follows(/Assess/);
  await dev.presses('Begin');
  await dev.findsThePageInOrder();
  for (const part of 'ABCDEFGHIJK') {
    await dev.goesTo(`${child}/assess/evidence/${part}`);
    if (part === 'C') {
      await dev.answers({ [UNEXPLAINED]: 'Yes' });
      await dev.answers(
        {
          'How recent': 'In the last 3 months',
          'What it rests on': 'Told by somebody else',
          'From which agency': 'Thornholme Academy',
          Evidence: 'Two phones since last week; she says a man gave her one.',
        },
        UNEXPLAINED,
      );
      await dev.findsThePageInOrder();
    }
    await dev.chooses('No information on the rest of this part');
    await dev.presses('Save and continue');
  }
  for (const part of ['', '/judgement', '/suggestion', '/complete']) {
    await dev.goesTo(`${child}/assess${part}`);
    await dev.doesNotSee(/Medium: there is|default rule of the tool/);
  }
});

then('he records her voice and his own judgement; only then the tool says what it suggests', async () => {
  await dev.goesTo(`${child}/assess/context`);
  await dev.answers({ 'What protects the child?': 'An adult the child trusts and is safe with' });
  await dev.presses('Save and continue');
  await dev.answers({ 'Is the child’s voice here?': 'Yes' });
  await dev.answers({
    'If so, what did the child say?': 'I just want them to leave me alone.',
    'Are these the child’s own words?': 'Yes',
    'When was the child seen?': '2024-01-30',
    'Who saw the child?': 'Dev Rathore',
    'Was the child seen alone?': 'Yes',
  });
  await dev.findsThePageInOrder();
  await dev.presses('Save and continue');
  await dev.answers({
    'Level of risk of child criminal exploitation (CCE)': 'High',
    'Level of risk of child sexual exploitation (CSE)': 'No risk identified',
    'Is the child at risk of, or experiencing, exploitation?': 'At risk of exploitation',
    'Why do you judge so?': 'He came back within the week, and she is afraid.',
  });
  await dev.findsThePageInOrder();
  await dev.presses('Record my judgement');
  await dev.sees('Medium: there is, or may be, an indicator of high weight now.', 'How the tool comes to this');
  await dev.findsThePageInOrder();
  await dev.answers({ 'Do you stand by your judgement?': 'Yes, I stand by it' });
  await dev.presses('Save and continue');
  await dev.sees('Say why your level differs');
  await dev.answers({
    'Why does your level differ from the one the tool suggests?': 'It looks at one sign; the speed of it worries me.',
  });
  await dev.presses('Save and continue');
  await dev.findsThePageInOrder();
  await dev.presses(/Complete/);
  await dev.sees('Waiting for authorisation', 'strategy discussion to be considered the same day');
  assessment = dev.path;
  await dev.findsThePageInOrder();
});

then('the author cannot authorise it; the manager does, and the next review falls due 84 days later', async () => {
  await dev.goesTo(`${assessment}/authorise`, 403);
  const nadine = await journey.meet('nadine');
  await nadine.follows('Authorise');
  await nadine.follows(assessment.split('/').at(-1) ?? '');
  await nadine.sees('I just want them to leave me alone.', 'the speed of it worries me');
  await nadine.findsThePageInOrder();
  await nadine.answers({
    'Level of risk of child criminal exploitation (CCE)': 'High',
    'Level of risk of child sexual exploitation (CSE)': 'No risk identified',
  });
  await nadine.presses('Authorise');
  await nadine.sees('Authorised: high is the level of record.');
  await nadine.leaves();
  await dev.goesTo(evolveCase);
  await dev.sees('Formal review: by 23 April', /High Child criminal exploitation/);
});

then('her page tells the whole story', async () => {
  await dev.goesTo(child);
  await dev.sees('Minty (known as)', 'Thornholme Academy');
  await dev.sees(
    'Referred: Schools',
    'Decided: Allocate to Evolve',
    `Evolve case ${evolveCase.split('/').at(-1)} opened`,
    'Direct work: visit',
    'Safety plan written',
    'Risk assessed High, by Dev Rathore',
    'Assessment authorised High',
    'Next review 23 April 2024',
  );
  await dev.findsThePageInOrder();
});

/** A girl of fourteen or fifteen whom nobody works with now. */
function findNamesake() {
  const { children, cases, statuses } = tellStory();
  const busy = new Set([...cases, ...statuses].map(({ childKey }) => childKey));
  const found = children.find(
    ({ key, bornOn = '', sex }) => sex === 'F' && bornOn.startsWith('2009') && !busy.has(key),
  );
  if (!found) throw new Error('the story has no such girl');
  return found;
}
