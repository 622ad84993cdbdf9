import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Journey, type Person, setOut } from './people.ts';

let journey: Journey;
before(async () => {
  journey = await setOut();
});
after(() => journey.close());

const decision = (reason: string) => ({
  'Why: how the threshold is met, or not': reason,
  'The lawful basis': 'Children Act 1989, section 17: a child in need',
});

test('of two managers who decide one referral, the second sees what the first decided, and nothing of theirs is saved', async () => {
  const [gwen, elaine] = await Promise.all([journey.meet('gwen'), journey.meet('elaine')]);
  await gwen.goesTo('/mash?list=to-acknowledge');
  await gwen.opensTheRow('');
  const referral = gwen.path;
  await gwen.follows('Rate it');
  await gwen.answers({ 'How soon?': 'GREEN' });
  await gwen.presses('Save');
  for (const one of [gwen, elaine]) await one.goesTo(`${referral}/decide`);
  await elaine.page.getByLabel(/^Outcome for/).selectOption({ label: 'Social work assessment' });
  await elaine.answers(decision('An assessment this week: the child is afraid'));
  await gwen.page.getByLabel(/^Outcome for/).selectOption({ label: 'Early help' });
  await gwen.answers(decision('Early help knows the family'));
  await elaine.presses('Decide');
  await elaine.sees('Decided. The referrer can read it.');
  await gwen.presses('Decide');
  await gwen.sees(
    'Somebody else recorded this while you were writing.',
    'An assessment this week: the child is afraid',
    'Elaine Thackray',
  );
  await gwen.doesNotSee('Early help knows the family');
  await gwen.findsThePageInOrder();
  assert.equal(await gwen.page.getByRole('button', { name: 'Decide' }).count(), 0);
});

test('a double click records once', async () => {
  const dev = await journey.meet('dev');
  await dev.goesTo('/cases');
  await dev.opensTheRow('Medium');
  const evolveCase = dev.path;
  const work = 'Planning the way home from school';
  await dev.follows('Record direct work');
  await dev.answers({
    'On which day?': '2024-01-30',
    'What was it?': 'Session',
    'What was it for?': work,
    'What happened, and what did the child say?': 'We drew the way on a map.',
  });
  await dev.page.getByRole('button', { name: 'Record it' }).dblclick();
  await dev.page.waitForURL((url) => url.pathname === evolveCase);
  await dev.sees('Direct work is recorded.');
  assert.equal(await times(dev, evolveCase, work), 1);
});

test('what was sent is not sent again when its page is loaded again, without JavaScript', async () => {
  const lucia = await journey.meet('lucia', { scripts: false });
  await lucia.goesTo('/cases');
  await lucia.opensTheRow('Medium');
  const evolveCase = lucia.path;
  const work = 'Who to ring, in which order';
  await lucia.follows('Record direct work');
  await lucia.answers({
    'On which day?': '2024-01-29',
    'What was it?': 'Visit',
    'What was it for?': work,
    'What happened, and what did the child say?': 'The list is on the fridge.',
  });
  await lucia.presses('Record it');
  await lucia.sees('Direct work is recorded.');
  await lucia.page.reload();
  await lucia.doesNotSee('Direct work is recorded.');
  assert.equal(await times(lucia, evolveCase, work), 1);
});

async function times(person: Person, path: string, words: string): Promise<number> {
  await person.goesTo(path);
  return person.page.getByRole('heading', { name: words }).count();
}
