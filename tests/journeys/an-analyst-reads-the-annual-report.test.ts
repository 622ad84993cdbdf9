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

test('Evolve’s manager opens a figure to the records behind it, and each look is on record', async () => {
  const nadine = await journey.meet('nadine');
  await nadine.follows('Annual report');
  await nadine.follows('Closed as risk reduced');
  await nadine.sees('73', '1 January 2023 to 31 December 2023', 'The records behind it that you may see');
  await nadine.findsThePageInOrder();
  await nadine.opensTheRow('');
  const reference = nadine.path.split('/').at(-1) ?? '';
  await nadine.sees('Timeline', /Evolve case closed/i);
  const seun = await journey.meet('seun');
  await seun.goesTo(`/audit/looks?reference=${reference}`);
  await seun.sees(
    'Nadine Okoro',
    '/reports/child-exploitation/figures/closures.risk-reduced',
    `/children/${reference}`,
  );
});

test('a total is the same for every reader, though each sees only their own records behind it', async () => {
  const figure = '/reports/child-exploitation/figures/caseload.open?from=2023-01-01&to=2023-12-31';
  for (const who of ['nadine', 'helen', 'ilinca']) {
    const reader = await journey.meet(who);
    await reader.goesTo(figure);
    await reader.sees(/Children open to Evolve 70 /);
    await reader.leaves();
  }
});

test('the report reads on a narrow screen', async () => {
  const ilinca = await journey.meet('ilinca', { width: 320 });
  await ilinca.goesTo('/reports/child-exploitation');
  await ilinca.findsThePageInOrder();
  await ilinca.goesTo('/reports/child-exploitation/figures/reviews.on-time?from=2023-01-01&to=2023-12-31');
  await ilinca.findsThePageInOrder();
});
