import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHouse } from '../../testing/open.ts';
import { CAST } from '../../trial/story/cast.ts';
import { listComparators, listNeighbourLists, recordComparators, recordNeighbours } from './comparators.db.ts';

const planted = await testHouse({ reads: 'partnership' });

const SEES = new Set(['performance_analyst', 'head_of_service', 'evolve_manager', 'mash_manager']);

test('comparators and lists are read by those who see figures, and are not there for anybody else', async () => {
  let [seeing, blind] = [0, 0];
  for (const { key, roles } of CAST) {
    const [figures, lists] = await planted.asIn(key, async (tx) => [
      (await listComparators(tx)).length,
      (await listNeighbourLists(tx)).length,
    ]);
    const sees = roles.some((role) => SEES.has(role));
    assert.deepEqual([figures > 0, lists], [sees, sees ? 2 : 0], key);
    sees ? seeing++ : blind++;
  }
  assert.ok(seeing >= 4 && blind >= 10);
});

test('nobody adds a comparator or a neighbour from the app: they come by import', async () => {
  const [figure] = await planted.arrange((tx) => listComparators(tx));
  const [list] = await planted.arrange(listNeighbourLists);
  assert.ok(figure && list);
  const refused = /permission denied|row-level security/;
  await assert.rejects(
    planted.asIn('ilinca', (tx) => recordComparators(tx, [{ ...figure, shown: 1 }], new Date())),
    refused,
  );
  const neighbour = {
    ...{ model: '1999', ofCode: '372', ofArea: 'Rotherham', place: 1, code: '000', area: 'Nowhere', closeness: 'far' },
    ...{ inForceFrom: list.inForceFrom, source: 'nobody', sourceDate: list.sourceDate },
  };
  await assert.rejects(
    planted.asIn('ilinca', (tx) => recordNeighbours(tx, [neighbour], new Date())),
    refused,
  );
});
