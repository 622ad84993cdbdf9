import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Command } from '../../platform/module.ts';
import { type Taken, takeFile } from '../../platform/testing/keyboard.ts';
import { testHouse } from '../../testing/open.ts';
import { arrangeCases } from '../testing/arrange.ts';
import { importAssessments } from './assessments.command.ts';
import { importClosures } from './closures.command.ts';
import { importReferrals } from './referrals.command.ts';

const cast = await testHouse();

const take = (command: Command, ...lines: string[]) => takeFile(cast.house, command, lines.join('\n'));
const referrals = (...rows: string[]) =>
  take(importReferrals, 'child_id,date_of_birth,received_on,source,outcome,decided_on', ...rows);
const assessments = (...rows: string[]) =>
  take(importAssessments, 'child_id,completed_on,authorised_on,kind,type,level', ...rows);
const closures = (...rows: string[]) => take(importClosures, 'child_id,closed_on,reason,level,risk_held_by', ...rows);

const outcome = ({ code, accepted, unchanged, refused }: Taken) => ({
  code,
  accepted,
  unchanged,
  refused: refused.map(({ row, column, problem }) => `${row} ${column} ${problem}`),
});
const done = (accepted: number) => ({ code: 0, accepted, unchanged: 0, refused: [] });
const same = (unchanged: number) => ({ code: 0, accepted: 0, unchanged, refused: [] });
const refused = (...refused: string[]) => ({ code: 1, accepted: 0, unchanged: 0, refused });

test('another assessment of the same day is refused, the same one is left as it is', async () => {
  assert.deepEqual(outcome(await assessments('A1,01/03/2023,,Initial,CSE,HIGH')), done(1));
  assert.deepEqual(outcome(await assessments('A1,01/03/2023,,Initial,CSE,HIGH')), same(1));
  assert.deepEqual(
    outcome(await assessments('A1,01/03/2023,,Initial,CSE,LOW')),
    refused('2 level is not what is held for this child and day'),
  );
  assert.deepEqual(
    outcome(await assessments('A1,01/03/2023,03/03/2023,Initial,CSE,HIGH')),
    done(1),
    'authorised since',
  );
  assert.deepEqual(outcome(await assessments('A1,01/03/2023,03/03/2023,Initial,CSE,HIGH')), same(1));
  assert.deepEqual(
    outcome(await assessments('A1,01/03/2023,04/03/2023,Initial,CSE,HIGH')),
    refused('2 authorised_on is not what is held for this child and day'),
  );
});

test('a decision may come later with its referral, and is not replaced by another', async () => {
  assert.deepEqual(outcome(await referrals('R1,01/02/2010,01/03/2023,2A,,')), done(1));
  const decided = await referrals('R1,01/02/2010,01/03/2023,2A,ALLOCATE_EVOLVE,02/03/2023');
  assert.deepEqual([outcome(decided), decided.written?.decisions, decided.written?.cases], [done(1), 1, 1]);
  assert.deepEqual(outcome(await referrals('R1,01/02/2010,01/03/2023,2A,,')), same(1));
  assert.deepEqual(
    outcome(await referrals('R1,01/02/2010,01/03/2023,2A,NFA,02/03/2023')),
    refused('2 outcome is not what is held for this referral'),
  );
  assert.deepEqual(
    outcome(await referrals('R1,01/02/2010,01/03/2023,2A,ALLOCATE_EVOLVE,03/03/2023')),
    refused('2 decided_on is not what is held for this referral'),
  );
  assert.deepEqual(
    outcome(await referrals('R1,01/03/2010,05/05/2023,6,,')),
    refused('2 date_of_birth is not the date of birth held for this child'),
  );
});

test('a closing needs a case that was open, and one held is not changed', async () => {
  assert.deepEqual(outcome(await closures('NOBODY,01/06/2023,Died,,')), refused('2 child_id is of no child held here'));
  await referrals('K1,,01/03/2023,2A,NFA,02/03/2023');
  const none = refused('2 closed_on is a day on which no case of this child was open');
  assert.deepEqual(outcome(await closures('K1,01/06/2023,Died,,')), none);
  await assessments('K1,01/07/2023,01/07/2023,Initial,CSE,HIGH');
  assert.deepEqual(outcome(await closures('K1,01/06/2023,Died,,')), none, 'it opened later');
  const low = await closures('K1,01/09/2023,Risk reduced,Low,');
  assert.deepEqual(outcome(low), done(1));
  assert.match(low.noticed[0]?.problem ?? '', /is not the level of the latest authorised assessment held/);
  assert.deepEqual(outcome(await closures('K1,01/09/2023,Risk reduced,Low,')), same(1));
  assert.deepEqual(
    outcome(await closures('K1,01/09/2023,Moved area,Low,')),
    refused('2 reason is not what is held for this closing'),
  );
  assert.deepEqual(outcome(await closures('K1,01/10/2023,Died,,')), none, 'closed already');
});

test('a case that somebody works on in Throughline is not closed by a file', async () => {
  const [arranged] = await arrangeCases(cast, [{ name: 'Kit', to: 'dev' }]);
  if (!arranged) assert.fail('no case');
  await cast.arrange((tx) =>
    tx
      .insertInto('child_identifier')
      .values({ childId: arranged.childId, kind: 'LA_CHILD_ID', value: 'W1', recordedAt: new Date() })
      .execute(),
  );
  assert.deepEqual(
    outcome(await closures('W1,01/12/2023,Died,,')),
    refused('2 closed_on is about a case that is worked on in Throughline'),
  );
});

test('what came with a file waits for nobody: neither the MASH nor Evolve', async () => {
  await referrals('H1,,01/03/2023,2A,,', 'H2,,01/03/2023,2A,ALLOCATE_EVOLVE,02/03/2023');
  const waiting = await cast.arrange(async (tx) => [
    await tx.selectFrom('undecided_referral').selectAll().execute(),
    await tx.selectFrom('waiting_for_evolve').selectAll().execute(),
  ]);
  assert.deepEqual(waiting, [[], []]);
});
