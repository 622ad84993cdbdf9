import { after, before, test } from 'node:test';
import { type Journey, setOut } from './people.ts';

let journey: Journey;
before(async () => {
  journey = await setOut();
});
after(() => journey.close());

test('an analyst reads the annual report, asks for the first half of the year, and opens a figure to what it means', async () => {
  const ilinca = await journey.meet('ilinca');
  await ilinca.follows('Annual report');
  await ilinca.sees('1 January 2023 to 31 December 2023');
  await ilinca.sees('must not be published');
  await ilinca.sees('141 + 107 + 50 + 46 = 344, which is the whole.');
  await ilinca.findsThePageInOrder();
  await ilinca.follows('January to June 2023');
  await ilinca.sees('1 January 2023 to 30 June 2023');
  await ilinca.follows('Formal reviews on time');
  await ilinca.sees('84 calendar days');
  await ilinca.doesNotSee('records behind it');
  await ilinca.findsThePageInOrder();
});

test('the report reads on a narrow screen', async () => {
  const ilinca = await journey.meet('ilinca', { width: 320 });
  await ilinca.goesTo('/reports/child-exploitation');
  await ilinca.findsThePageInOrder();
});
