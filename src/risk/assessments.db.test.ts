import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { plainDate } from '../platform/kernel/index.ts';
import { NOW, TODAY } from '../platform/testing/house.ts';
import { testHouse } from '../testing/open.ts';
import { listLevelsOfRecord, listSeries, listSeriesOf } from './assessments.db.ts';
import { recordAssessments } from './recording.db.ts';
import { arrangeAssessment } from './testing/assessments.ts';
import { childSeenBy, type TestChild } from './testing/child.ts';

const partnership = await testHouse();
let child: TestChild;
const days = [plainDate('2022-03-01'), plainDate('2022-05-24'), plainDate('2023-11-06')] as const;
before(async () => {
  child = await childSeenBy(partnership, ['dev', 'nadine']);
  const high = { cce: 'HIGH', cse: 'LOW' } as const;
  await arrangeAssessment(partnership, child, { on: days[0], levels: high, authorisedBy: 'nadine' });
  await arrangeAssessment(partnership, child, { on: days[1], authorisedBy: 'nadine' });
  await arrangeAssessment(partnership, child, { on: days[2], authorisedBy: 'nadine' });
  await arrangeAssessment(partnership, child, { on: TODAY });
});

test('a series is the oldest first, and of a spell only what was completed in it', async () => {
  await partnership.asIn('dev', async (tx) => {
    const all = await listSeriesOf(tx, child.id);
    assert.deepEqual(
      all.map(({ completedOn, ofRecord }) => [completedOn, ofRecord?.type, ofRecord?.level]),
      [
        [days[0], 'BOTH', 'HIGH'],
        [days[1], 'CCE', 'MEDIUM'],
        [days[2], 'CCE', 'MEDIUM'],
        [TODAY, undefined, undefined],
      ],
    );
    const spell = await listSeries(tx, [{ childId: child.id, since: plainDate('2022-04-01'), until: days[2] }]);
    assert.deepEqual(
      spell.get(child.id)?.map(({ completedOn }) => completedOn),
      [days[1], days[2]],
    );
    assert.equal((await listSeries(tx, [])).size, 0);
  });
});

test('the level of record is the latest authorised one, and its latest correction where there is one', async () => {
  const read = () => partnership.asIn('dev', (tx) => listLevelsOfRecord(tx, [child.id]));
  assert.deepEqual((await read()).get(child.id)?.completedOn, days[2]);
  assert.equal((await read()).get(child.id)?.judgement.level, 'MEDIUM');
  const latest = await partnership.asIn('dev', async (tx) => (await listSeriesOf(tx, child.id)).at(-2));
  const corrected = { type: 'CSE', cceLevel: 'NONE', standing: 'at_risk', recordedAt: NOW, belowFloor: false };
  await partnership.arrange((tx) =>
    tx
      .insertInto('authorisation_correction')
      .values(
        (['LOW', 'HIGH'] as const).map((level, place) => ({
          ...{ assessmentId: latest?.id ?? '', childId: child.id, authorId: partnership.workerId('dev') },
          ...{ version: place + 1, correctedBy: partnership.workerId('nadine'), correctedOn: TODAY },
          ...{ ...corrected, level, cseLevel: level, reason: 'The wrong type was ticked' },
        })),
      )
      .execute(),
  );
  const { judgement } = (await read()).get(child.id) ?? {};
  assert.deepEqual([judgement?.type, judgement?.level], ['CSE', 'HIGH']);
  const series = await partnership.asIn('dev', (tx) => listSeriesOf(tx, child.id));
  assert.deepEqual([series.at(-2)?.judgement.type, series.at(-2)?.ofRecord?.type], ['CCE', 'CSE']);
});

test('records from elsewhere may hold one level, no author and no standing', async () => {
  const seen = await childSeenBy(partnership, ['dev']);
  const judgement = { type: 'BOTH', level: 'LOW', byType: undefined, standing: undefined, modes: [] } as const;
  await partnership.arrange((tx) =>
    recordAssessments(tx, [
      {
        ...{ childId: seen.id, kind: 'review', instrument: { code: 'elsewhere', version: 1 }, recordedAt: NOW },
        ...{ completedOn: days[0], authorName: 'Ann Lee', judgement, importKey: 'assessment|1' },
      },
    ]),
  );
  const [one] = await partnership.asIn('dev', (tx) => listSeriesOf(tx, seen.id));
  assert.deepEqual([one?.author, one?.authorId, one?.judgement], ['Ann Lee', null, judgement]);
});
