import { after, before, test } from 'node:test';
import { type Journey, setOut } from './people.ts';

let journey: Journey;
before(async () => {
  journey = await setOut();
});
after(() => journey.close());

test('Asha screens a referral about a known child, a partner answers, and Gwen decides', async () => {
  const asha = await journey.meet('asha');
  await asha.follows('MASH');
  await asha.sees('Waiting for the MASH');
  await asha.sees('Not yet rated');
  await asha.findsThePageInOrder();

  await asha.opensTheRow('GREEN');
  await asha.sees('Certain', /Same [^.]*birth date/i);
  await asha.findsThePageInOrder();
  await asha.follows(/^Compare with/);
  await asha.findsThePageInOrder();
  await asha.chooses('Same person');
  await asha.writes('Why?', 'Same name and birth date; the school confirms the address');
  await asha.presses('Save');
  await asha.sees('Same person, said Asha Rehmani');
  await asha.sees('Evolve');
  await asha.findsThePageInOrder();
  const reference = new URL(asha.page.url()).pathname;

  await asha.follows('Record the family’s agreement, or the reason to go without');
  await asha.findsThePageInOrder();
  await asha.chooses('Yes');
  await asha.writes(/^Who was asked/, 'Father, at the door, last night');
  await asha.presses('Save');
  await asha.follows('Ask partners');
  await asha.chooses('South Yorkshire Police');
  await asha.writes('What do you ask of them?', 'What do you hold about the two adults?');
  await asha.findsThePageInOrder();
  await asha.presses('Ask');
  await asha.sees('left');

  const callum = await journey.meet('callum', { width: 320 });
  await callum.goesTo('/requests');
  await callum.findsThePageInOrder();
  await callum.opensTheRow('the two adults');
  await callum.chooses(/^No: that is an answer/);
  await callum.findsThePageInOrder();
  await callum.presses('Answer');
  await callum.sees('Answered. The MASH can read it.');

  await asha.goesTo(reference);
  await asha.sees('Holds no information');
  await asha.follows(/^Screen it again/);
  await asha.chooses('GREEN');
  await asha.page.getByLabel('What do you recommend?').selectOption({ label: 'Consult Evolve' });
  await asha.writes('Why?', 'Evolve closed in the autumn; the family asks for advice');
  await asha.findsThePageInOrder();
  await asha.presses('Save');

  const gwen = await journey.meet('gwen', { scripts: false });
  await gwen.goesTo(reference);
  await gwen.sees('Recommends: Consult Evolve');
  await gwen.follows('Decide');
  await gwen.writes(
    'Why: how the threshold is met, or not',
    'Below the threshold: advice to those who know the family',
  );
  await gwen.chooses(/^Public task/);
  await gwen.presses('Decide');
  await gwen.sees('Decided. The referrer can read it.');
  await gwen.goesTo('/mash?list=decided');
  await gwen.sees('Consult Evolve');
});

test('what came at night is with Yusuf, RED, and waits for a strategy discussion', async () => {
  const yusuf = await journey.meet('yusuf');
  await yusuf.goesTo('/edt');
  await yusuf.sees('RED');
  await yusuf.sees('A strategy discussion');
  await yusuf.findsThePageInOrder();
  await yusuf.opensTheRow('RED');
  await yusuf.sees('Late: a strategy discussion was due on 29 January 2024');
  await yusuf.follows(/^Record a strategy discussion/);
  await yusuf.findsThePageInOrder();
  await yusuf.chooses('It was considered, and not held');
  await yusuf.writes(/^Who took part/, 'The child is safe with Grandmother; held first thing by the day team');
  await yusuf.presses('Save');
  await yusuf.sees('Strategy discussion considered, not held');
});

test('an allocated child’s referral is acknowledged and decided by the manager of their social worker, on a narrow screen', async () => {
  const elaine = await journey.meet('elaine', { width: 320 });
  await elaine.goesTo('/referrals/allocated');
  await elaine.findsThePageInOrder();
  await elaine.opensTheRow('');
  await elaine.sees('The children, and the history already held');
  await elaine.findsThePageInOrder();
  await elaine.follows('Acknowledge');
  await elaine.presses('I have it');
  await elaine.follows('Decide');
  await elaine.findsThePageInOrder();
  await elaine.page.getByLabel(/^Outcome for/).selectOption({ label: 'Social work assessment' });
  await elaine.writes('Why: how the threshold is met, or not', 'Afraid of who came with her: an assessment this week');
  await elaine.chooses(/section 17/);
  await elaine.presses('Decide');
  await elaine.sees('Social work assessment');
});
