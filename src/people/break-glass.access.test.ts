import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { sql } from 'kysely';
import { plainDate } from '../platform/kernel/index.ts';
import { testHouse } from '../testing/open.ts';
import { breakGlass } from './break-glass.db.ts';
import { findChild } from './children.db.ts';
import { recordChildren } from './recording.db.ts';
import { arrangeChildren, byConsole, type TestChildren } from './testing/children.ts';

const reason = 'Brought to the station by police';
const partnership = await testHouse();
let children: TestChildren;
before(async () => {
  children = await arrangeChildren(partnership);
});

test('a record named by its exact reference opens to somebody not involved, and closes by itself', async () => {
  const { other } = children;
  await partnership.asIn('dev', async (tx) => {
    assert.equal(await findChild(tx, other.reference), undefined);
    assert.deepEqual(await breakGlass(tx, other, reason), { answer: 'opened', reference: other.reference });
    assert.equal((await findChild(tx, other.reference))?.givenNames, 'Other');
    const glass = await tx.selectFrom('break_glass').select(['openedAt', 'closesAt']).executeTakeFirstOrThrow();
    assert.equal(glass.closesAt.getTime() - glass.openedAt.getTime(), 60 * 60_000);
  });
});

test('a name and birth date must both be exact, and be of one record only', async () => {
  const bornOn = plainDate('2010-05-01');
  await partnership.asIn('dev', async (tx) => {
    const asked = (fullName: string, born = bornOn) => breakGlass(tx, { fullName, bornOn: born }, reason);
    assert.equal((await asked('other tarn')).answer, 'opened');
    assert.equal((await asked('Othe Tarn')).answer, 'not_found');
    assert.equal((await asked('Other Tarn', plainDate('2010-05-02'))).answer, 'not_found');
  });
  const twice = { givenNames: 'Twice', familyName: 'Tarn', sex: 'F', bornOn } as const;
  await partnership.arrange((tx) => recordChildren(tx, [twice, twice], byConsole));
  const both = await partnership.asIn('dev', (tx) => breakGlass(tx, { fullName: 'Twice Tarn', bornOn }, reason));
  assert.deepEqual(both, { answer: 'several' });
});

test('a restricted record stays shut and says whom to ring', async () => {
  const { restricted } = children;
  await partnership.asIn('dev', async (tx) => {
    assert.deepEqual(await breakGlass(tx, restricted, reason), { answer: 'ring_contact', contact: 'Elaine Thackray' });
    assert.equal(await findChild(tx, restricted.reference), undefined);
    assert.deepEqual(await tx.selectFrom('break_glass').select('id').execute(), []);
  });
});

test('to a worker excluded from it a record is not there, restricted or not', async () => {
  const { excluded, restricted } = children;
  await partnership.arrange((tx) =>
    tx
      .insertInto('exclusion')
      .values({
        childId: restricted.id,
        workerId: partnership.workerId('lucia'),
        reason: 'A cousin',
        excludedBy: partnership.workerId('seun'),
        excludedAt: byConsole.at,
      })
      .execute(),
  );
  const none = { answer: 'not_found' };
  assert.deepEqual(await partnership.asIn('bartosz', (tx) => breakGlass(tx, excluded, reason)), none);
  assert.deepEqual(await partnership.asIn('lucia', (tx) => breakGlass(tx, restricted, reason)), none);
});

test('one who sees the record anyway opens nothing', async () => {
  await partnership.asIn('bartosz', async (tx) => {
    const { mine } = children;
    assert.deepEqual(await breakGlass(tx, mine, reason), { answer: 'seen_already', reference: mine.reference });
    assert.deepEqual(await tx.selectFrom('break_glass').select('id').execute(), []);
  });
});

test('who may not break the glass is refused, and a short reason is not taken', async () => {
  for (const key of ['ben', 'callum', 'ilinca', 'seun', 'ellis', 'kit'])
    await assert.rejects(
      partnership.asIn(key, (tx) => breakGlass(tx, children.other, reason)),
      { code: '42501' },
      key,
    );
  await assert.rejects(
    partnership.asIn('dev', (tx) => breakGlass(tx, children.other, 'because')),
    { code: '23514' },
  );
});

test('every try is audited, under the child it met', async () => {
  const { other, restricted } = children;
  await partnership.as('dev', async (tx) => {
    await breakGlass(tx, other, reason);
    await breakGlass(tx, restricted, reason);
    await breakGlass(tx, { reference: 'C-2222222' }, reason);
  });
  const { rows } = await partnership.house.as('auditor', {}, (tx) =>
    sql<{ kind: string; child: string | null }>`select kind, children[1] child from audit_entry
      where worker_id = ${partnership.workerId('dev')} order by id`.execute(tx),
  );
  assert.deepEqual(rows, [
    { kind: 'deed', child: other.id },
    { kind: 'refusal', child: restricted.id },
    { kind: 'refusal', child: null },
  ]);
});
