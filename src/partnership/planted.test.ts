import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { openTestHouse, type TestHouse } from '../platform/testing/house.ts';

let planted: TestHouse;
before(async () => {
  planted = await openTestHouse('partnership');
});
after(() => planted.close());

for (const { on, children, neglect } of [
  { on: '2023-01-31', children: 398, neglect: undefined },
  { on: '2023-03-31', children: 395, neglect: undefined },
  { on: '2023-10-31', children: 377, neglect: 151 },
  { on: '2024-01-15', children: 309, neglect: 124 },
])
  test(`on ${on} ${children} children are on a protection plan${neglect ? `, ${neglect} of them for neglect` : ''}`, async () => {
    const { rows } = await planted.arrange((tx) =>
      sql<{ children: number; neglect: number }>`
        select count(distinct s.child_id) children, count(distinct s.child_id) filter (where s.category = 'NEG') neglect
        from child_status s left join child_status_end e on e.status_id = s.id
        where s.kind = 'CP' and s.since <= ${on} and (e.ended_on is null or e.ended_on > ${on})`.execute(tx),
    );
    assert.equal(rows[0]?.children, children);
    if (neglect) assert.equal(rows[0]?.neglect, neglect);
  });
