import { after, before, test } from 'node:test';
import { sweepJob } from '../../src/people/matching/sweep.job.ts';
import { plainDate } from '../../src/platform/kernel/index.ts';
import { receive } from '../../src/referrals/testing/received.ts';
import { hardCases } from '../../src/trial/story/index.ts';
import { type Journey, setOut } from './people.ts';

let journey: Journey;
before(async () => {
  journey = await setOut();
});
after(() => journey.close());

const { one, other } = hardCases.nickname;
const refer = ({ given, family, born }: { given: string; family: string; born: string }) =>
  receive(journey.test, [{ givenNames: given, familyName: family, bornOn: plainDate(born), sex: 'F' }]);

test('Asha is offered who it may be, with why; says not the same; and is asked again when more is known', async () => {
  const [first, second] = [await refer({ ...other, given: 'Lib' }), await refer(one)];
  const asha = await journey.meet('asha');
  await asha.goesTo(`/mash/${first.reference}`);
  await asha.sees('Possible', 'Compare with Elizabeth Thornley', 'Same birth date; same surname');
  await asha.findsThePageInOrder();
  await asha.follows('Compare with Elizabeth Thornley');
  await asha.chooses('Not the same');
  await asha.writes('Why?', 'The school has a Lib and an Elizabeth');
  await asha.presses('Save');
  await asha.sees('Not Elizabeth Thornley', 'The school has a Lib and an Elizabeth');
  await asha.doesNotSee('Compare with Elizabeth Thornley');

  await asha.goesTo(`/mash/${second.reference}`);
  await asha.follows('Compare with Elizabeth Thornley');
  await asha.chooses('Same person');
  await asha.writes('Why?', 'Same name and birth date; her mother on the telephone');
  await asha.presses('Save');
  await asha.follows('Elizabeth Thornley');
  await asha.follows('Add a name, address, school, adult or number');
  await asha.chooses('Another name');
  await asha.writes('Other name: given names', 'Lib');
  await asha.writes('Other name: family name', 'Thornley');
  await asha.chooses('Known as');
  await asha.presses('Add');

  await asha.goesTo(`/mash/${first.reference}`);
  await asha.sees('Certain', 'Compare with Elizabeth Thornley', 'by another name', 'another name');
  await asha.sees(
    'New since somebody said that it is not this child (The school has a Lib and an Elizabeth): another name',
  );
  await asha.findsThePageInOrder();
});

test('Gwen works through the pairs, most in doubt first, takes one back, and starts a sweep', async () => {
  const gwen = await journey.meet('gwen', { width: 320 });
  await gwen.follows('Same child?');
  await gwen.findsThePageInOrder();
  await gwen.opensTheRow('Maja');
  await gwen.sees('Likely', 'surname partly the same');
  await gwen.findsThePageInOrder();
  await gwen.chooses('Same person');
  await gwen.writes('Why?', 'One birth certificate, seen at both schools');
  await gwen.presses('Save');
  await gwen.sees('Recorded. It can be undone.', 'same person (One birth certificate, seen at both schools)');
  await gwen.follows('Undo what was said');
  await gwen.findsThePageInOrder();
  await gwen.writes('Why was it wrong?', 'Two certificates after all');
  await gwen.presses('Undo');
  await gwen.follows('Records that may be of the same child');
  await gwen.sees('Maja');
  await gwen.presses('Start a sweep');
  await gwen.sees('The sweep starts within a minute.', '0 in every 100 children compared');
  await sweepJob.run(journey.test.house);
  await gwen.goesTo('/same-child');
  await gwen.sees('finished');
  await gwen.findsThePageInOrder();
});
