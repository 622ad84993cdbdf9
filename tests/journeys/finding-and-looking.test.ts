import { after, before, test } from 'node:test';
import { sayDay } from '../../src/platform/kernel/index.ts';
import { referenceFor } from '../../src/trial/plant-names.ts';
import { tellStory } from '../../src/trial/story/index.ts';
import { type Journey, type Person, setOut, story } from './people.ts';

const told = tellStory();
const then = story();
let journey: Journey;
before(async () => {
  journey = await setOut();
});
after(() => journey.close());

function childOf(key: string) {
  const child = told.children.find((one) => one.key === key);
  if (!child?.bornOn) throw new Error(`the story has no born child ${key}`);
  const alias = told.aliases.find(({ childKey }) => childKey === key);
  return { ...child, bornOn: child.bornOn, alias, reference: referenceFor('C', key) };
}

const { notable } = told;
const hyphenated = childOf(notable.hyphenated);
const changedName = childOf(notable.changedName);
const restricted = childOf(notable.restricted[0]);
const excluded = childOf(notable.excluded);

async function searches(person: Person, said: Record<string, string>): Promise<void> {
  await person.goesTo('/children');
  await person.answers(said);
  await person.presses('Search');
}

test('a child is found by a name misspelt, by another name, by birth date and by reference', async () => {
  const dev = await journey.meet('dev');
  const { givenName, familyName, bornOn, reference } = hyphenated;
  const misspelt = `${familyName.slice(0, 3)}${familyName.slice(4)} ${givenName.slice(0, -1)}`;
  await searches(dev, { 'Name or other name': misspelt });
  await dev.sees(`${givenName} ${familyName}`);
  await dev.findsThePageInOrder();
  const other = changedName.alias;
  await searches(dev, { 'Name or other name': `${other?.givenName} ${other?.familyName}` });
  await dev.sees(`${changedName.givenName} ${changedName.familyName}`, `also ${other?.givenName} ${other?.familyName}`);
  await searches(dev, { 'Date of birth, or the day an unborn child is expected': bornOn });
  await dev.sees(`${givenName} ${familyName}`, sayDay(bornOn));
  await searches(dev, { 'Reference or number': reference.toLowerCase() });
  await dev.follows(`${givenName} ${familyName}`);
  await dev.sees(reference, 'You see this record because');
  await dev.findsThePageInOrder();
  await searches(dev, { 'Date of birth, or the day an unborn child is expected': '2010-02-31' });
  await dev.sees('Enter a real day, month and year');
  await dev.findsThePageInOrder();
});

test('a restricted record is found by those named on it and by nobody else, and leaves no trace', async () => {
  const { givenName, familyName, reference } = restricted;
  const dev = await journey.meet('dev');
  for (const said of [{ 'Name or other name': `${givenName} ${familyName}` }, { 'Reference or number': reference }]) {
    await searches(dev, said);
    await dev.doesNotSee(`>${givenName} ${familyName}<`);
  }
  for (const page of ['', '/history', '/assessments', '/assess'])
    await dev.goesTo(`/children/${reference}${page}`, 404);
  await dev.goesTo('/cases?whose=team');
  await dev.doesNotSee(reference);
  const nadine = await journey.meet('nadine');
  await searches(nadine, { 'Name or other name': `${givenName} ${familyName}` });
  await nadine.follows(`${givenName} ${familyName}`);
  await nadine.sees(reference);
});

test('a worker excluded from a record does not find it, though the whole team does', async () => {
  const name = `${excluded.givenName} ${excluded.familyName}`;
  const siobhan = await journey.meet('siobhan');
  await searches(siobhan, { 'Reference or number': excluded.reference });
  await siobhan.sees('Nobody found');
  await siobhan.goesTo(`/children/${excluded.reference}`, 404);
  await siobhan.goesTo('/progress');
  await siobhan.doesNotSee(name);
  await siobhan.goesTo(`/children/${excluded.reference}/assess`, 404);
  const lucia = await journey.meet('lucia');
  await searches(lucia, { 'Reference or number': excluded.reference });
  await lucia.sees(name);
});

then('somebody not involved opens a record in an emergency, with a reason', async () => {
  const bartosz = await journey.meet('bartosz');
  const name = `${hyphenated.givenName} ${hyphenated.familyName}`;
  await searches(bartosz, { 'Name or other name': name });
  await bartosz.sees('Nobody found');
  await bartosz.findsThePageInOrder();
  await bartosz.follows('Open one record in an emergency');
  await bartosz.answers({ 'Reference of the record': hyphenated.reference });
  await bartosz.presses('Open the record');
  await bartosz.sees('Enter why you must see this record now');
  await bartosz.findsThePageInOrder();
  await bartosz.answers({ 'Why must you see this record now?': 'At our door tonight, and afraid to go home.' });
  await bartosz.presses('Open the record');
  await bartosz.sees(name, 'Opened in an emergency: 60 minutes left.', 'At our door tonight');
  await bartosz.findsThePageInOrder();
});

then('a restricted record stays shut even then, and says only whom to ring', async () => {
  const bartosz = await journey.meet('bartosz');
  await bartosz.goesTo('/break-glass');
  await bartosz.answers({
    'Reference of the record': restricted.reference,
    'Why must you see this record now?': 'A call in the night about this child.',
  });
  await bartosz.presses('Open the record');
  await bartosz.sees('This record is not opened this way. Ring Nadine Okoro');
  await bartosz.doesNotSee(restricted.familyName);
  await bartosz.goesTo(`/children/${restricted.reference}`, 404);
});

then('information governance reviews the opening, and sees who looked, without the record', async () => {
  const seun = await journey.meet('seun');
  await seun.sees('1 opening in an emergency to review');
  await seun.follows('Emergency openings');
  await seun.findsThePageInOrder();
  await seun.follows(hyphenated.reference);
  await seun.sees('At our door tonight, and afraid to go home.');
  await seun.findsThePageInOrder();
  await seun.answers({
    'Did the reason justify opening the record?': 'Justified',
    'What did you find?': 'One look at one record; the child was taken home.',
  });
  await seun.presses('Record the review');
  await seun.follows('Who looked');
  await seun.answers({ 'At the record with this reference': hyphenated.reference });
  await seun.presses('Show');
  await seun.sees('Bartosz', 'Dev Rathore', 'Looked', 'Searched');
  await seun.doesNotSee(hyphenated.familyName);
  await seun.findsThePageInOrder();
  await seun.goesTo(`/children/${hyphenated.reference}`, 403);
});
