import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { type Journey, type Person, setOut, story } from './people.ts';

const then = story();
let journey: Journey;
let dev: Person;
let low: string;
let medium: string;
before(async () => {
  journey = await setOut();
});
after(() => journey.close());

const JANUARY = '/reports/child-exploitation?from=2024-01-01&to=2024-01-31';

/** A case of the reader's own at this level. @returns its address. */
async function opensOneAt(person: Person, level: string): Promise<string> {
  await person.goesTo('/cases?whose=mine');
  await person.answers({ Level: level });
  await person.presses('Show');
  await person.opensTheRow(level);
  return person.path;
}

async function counted(figure: string): Promise<number> {
  const ilinca = await journey.meet('ilinca');
  await ilinca.goesTo(JANUARY);
  const count = ilinca.page.getByRole('row', { name: figure }).first().getByRole('cell').last();
  const number = Number(await count.textContent());
  await ilinca.leaves();
  return number;
}

then('closing as risk reduced is refused while the authorised level is medium', async () => {
  dev = await journey.meet('dev');
  medium = await opensOneAt(dev, 'Medium');
  await dev.follows('Propose to close');
  await dev.answers({ 'Why does the case close?': 'Risk reduced to low', 'What is this based on?': 'Calmer weeks.' });
  await dev.presses('Propose to close');
  await dev.sees('The authorised level is medium. “Risk reduced to low” needs an authorised assessment of low.');
  await dev.findsThePageInOrder();
});

then('another reason keeps the true level and names who now holds the risk', async () => {
  const moved = 'Moved to another area';
  await dev.answers({ 'Why does the case close?': moved });
  await dev.presses('Propose to close');
  await dev.sees('Say who now holds the risk: the person or the service, and that they know');
  const holder = 'Sheffield’s exploitation team, who have met the child';
  await dev.answers({ 'Who now holds the risk?': holder });
  await dev.presses('Propose to close');
  await dev.sees('Proposed. A second person decides; until then the work goes on.');
  await dev.goesTo(medium.replace('/cases/', '/closures/'), 403);
});

then('at low, a child declines the feedback session and owes no reason for it', async () => {
  low = await opensOneAt(dev, 'Low');
  await dev.follows('Record the feedback session');
  await dev.answers({
    'When was it offered, or held?': '2024-01-29',
    'What came of it?': 'Offered, and the child declined',
  });
  await dev.findsThePageInOrder();
  await dev.presses('Record the session');
  await dev.sees('The feedback session is recorded.');
  await dev.follows('Propose to close');
  await dev.answers({
    'Why does the case close?': 'Risk reduced to low',
    'What is this based on?': 'Low at two reviews; school and home agree.',
  });
  await dev.presses('Propose to close');
  await dev.sees('Proposed.');
});

then('a second person closes both; the report counts one as risk reduced, and not the other', async () => {
  const before = { reduced: await counted('Closed as risk reduced'), moved: await counted('Moved to another area') };
  const nadine = await journey.meet('nadine');
  await nadine.follows('Closures');
  await nadine.findsThePageInOrder();
  for (const one of [low, medium]) {
    await nadine.goesTo(one.replace('/cases/', '/closures/'));
    await nadine.answers({ 'What do you decide?': 'Close the case' });
    if (one === low) await nadine.findsThePageInOrder();
    await nadine.presses('Record your decision');
    await nadine.sees('is closed.');
  }
  assert.deepEqual(
    { reduced: await counted('Closed as risk reduced'), moved: await counted('Moved to another area') },
    { reduced: before.reduced + 1, moved: before.moved + 1 },
  );
  await nadine.goesTo(medium);
  await nadine.sees('The risk is now held by Sheffield’s exploitation team', /Medium/);
  await nadine.findsThePageInOrder();
});

then('nobody closes what they proposed themselves', async () => {
  const colin = await journey.meet('colin');
  const mine = await journey.meet('lucia');
  const another = await opensOneAt(mine, 'Medium');
  await mine.leaves();
  await colin.goesTo(`${another}/close`);
  await colin.answers({
    'Why does the case close?': 'Transferred to another service',
    'Who now holds the risk?': 'The locality team',
    'What is this based on?': 'They know the family best.',
  });
  await colin.presses('Propose to close');
  await colin.goesTo(another.replace('/cases/', '/closures/'));
  await colin.sees('You proposed this closing: somebody else decides it');
});
