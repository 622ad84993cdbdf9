import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Journey, setOut } from './people.ts';

let journey: Journey;
let reference: string;
before(async () => {
  journey = await setOut();
});
after(() => journey.close());

test('an analyst composes the annual report and sees the safe version at once, with what is hidden and why', async () => {
  const ilinca = await journey.meet('ilinca');
  await ilinca.follows('Releases');
  await ilinca.follows('Compose a report');
  await ilinca.sees('344', '141', 'cells are hidden', 'Nothing was released of these records before.');
  await ilinca.findsThePageInOrder();
  await ilinca.writes('Title', 'Child exploitation in Rotherham, 2023');
  await ilinca.presses('Freeze and check');
  await ilinca.sees('Waits for a second person', 'none could be worked out');
  await ilinca.findsThePageInOrder();
  reference = ilinca.path.split('/').at(-1) ?? '';
});

test('a second person approves, and everybody reads it without signing in', async () => {
  const helen = await journey.meet('helen');
  await helen.sees('release of figures to approve');
  await helen.goesTo(`/releases/${reference}`);
  await helen.chooses('Approve');
  await helen.presses('Record the decision');
  await helen.sees('It is published.');
  await helen.goesTo(`/published/${reference}`);
  await helen.sees('Child exploitation in Rotherham, 2023', '344', 'confidential', 'Excel workbook');
  await helen.findsThePageInOrder();
});

test('a member asks in the room: the answer gives nothing away beside what is published, and is approved at once', async () => {
  const helen = await journey.meet('helen');
  const ilinca = await journey.meet('ilinca');
  await ilinca.goesTo('/answers/new?question=looked-after-or-send');
  await ilinca.sees('The safe answer', 'Helen Ackroyd can approve it', 'Neither recorded');
  await ilinca.findsThePageInOrder();
  await ilinca.presses('Freeze, check and ask for approval');
  await ilinca.sees('none could be worked out', 'together with 1 earlier release');
  const answer = ilinca.path.split('/').at(-1) ?? '';
  await helen.goesTo(`/releases/${answer}`);
  await helen.chooses('Approve');
  await helen.presses('Record the decision');
  await helen.goesTo('/published');
  await helen.sees('how many are both?', answer);
  await helen.findsThePageInOrder();
  await ilinca.goesTo('/answers/new?question=ward');
  await ilinca.sees('not answered in the room');
});

test('a withdrawn release keeps its listing and its reason, on a narrow screen too', async () => {
  const helen = await journey.meet('helen', { width: 320 });
  await helen.goesTo(`/releases/${reference}/withdraw`);
  await helen.findsThePageInOrder();
  await helen.writes('Why is it withdrawn?', 'A month was counted twice.');
  await helen.presses('Withdraw');
  await helen.goesTo(`/published/${reference}`);
  await helen.sees('A month was counted twice.');
  await helen.doesNotSee('344');
  await helen.findsThePageInOrder();
  assert.equal(helen.path, `/published/${reference}`);
});
