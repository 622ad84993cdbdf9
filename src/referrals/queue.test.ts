import assert from 'node:assert/strict';
import { test } from 'node:test';
import { londonMoment, plainDate } from '../platform/kernel/index.ts';
import {
  acknowledgeBy,
  inQueueOrder,
  isForDutyTeam,
  isLate,
  placeOf,
  type Queued,
  sayDuration,
  sayDuty,
  sayTimeLeft,
  sentToWorkers,
} from './queue.ts';

const at = (day: number, time: string) => londonMoment(plainDate(`2024-01-${day}`), time);
const queued = (some: Partial<Queued> = {}): Queued => ({
  id: '1',
  brag: null,
  immediateDanger: false,
  missingNow: 'no',
  receivedAt: at(30, '09:00'),
  sentToWorkersAt: null,
  acknowledged: false,
  concernsWorker: false,
  ...some,
});

test('danger leads the queue whatever the rating, then RED; below them unrated, AMBER, GREEN, BLUE, each by time left', () => {
  const all = [
    queued({ id: 'blue', brag: 'blue', receivedAt: at(26, '09:00') }),
    queued({ id: 'green', brag: 'green' }),
    queued({ id: 'amber', brag: 'amber' }),
    queued({ id: 'red', brag: 'red' }),
    queued({ id: 'immediate danger, rated green', brag: 'green', immediateDanger: true }),
    queued({ id: 'missing now', missingNow: 'yes', receivedAt: at(30, '09:30') }),
    queued({ id: 'nothing said of danger', immediateDanger: null, missingNow: null, receivedAt: at(30, '09:20') }),
    queued({ id: 'unrated, today' }),
    queued({ id: 'unrated, yesterday', receivedAt: at(29, '16:00') }),
  ];
  assert.deepEqual(
    all.toSorted(inQueueOrder).map(({ id }) => id),
    [
      ...['missing now', 'immediate danger, rated green', 'red', 'unrated, yesterday', 'unrated, today'],
      ...['nothing said of danger', 'amber', 'green', 'blue'],
    ],
  );
});

test('time left is of one working day, in hours of service', () => {
  const now = at(30, '10:00');
  assert.equal(sayTimeLeft(at(26, '16:45'), now), '7 h left');
  assert.equal(sayTimeLeft(at(29, '09:40'), at(30, '14:50')), '2 h 10 min left');
  assert.equal(sayTimeLeft(at(30, '09:00'), now), '15 h 30 min left');
  assert.equal(sayTimeLeft(at(26, '10:00'), now), 'late by 1 h 30 min');
  assert.equal(isLate(at(26, '10:00'), now), true);
  assert.equal(isLate(at(26, '16:45'), now), false);
});

test('the evening it fell due it is late, though no minute of service has passed', () => {
  assert.equal(sayTimeLeft(at(26, '10:00'), at(29, '17:00')), 'due now');
  assert.equal(sayTimeLeft(at(26, '10:00'), at(29, '17:30')), 'late');
});

test('a referral about children with workers waits to be acknowledged, and is then with their worker', () => {
  const sent = queued({ sentToWorkersAt: at(30, '09:00') });
  assert.equal(placeOf(queued(), at(30, '10:00')), 'mash');
  assert.equal(placeOf(sent, at(30, '10:00')), 'to_acknowledge');
  assert.equal(placeOf({ ...sent, acknowledged: true }, at(30, '10:00')), 'with_worker');
});

test('it comes to duty when nobody acknowledges it within four hours of service', () => {
  assert.deepEqual(acknowledgeBy(at(30, '09:00')), at(30, '13:00'));
  assert.deepEqual(acknowledgeBy(at(29, '16:00')), at(30, '11:30'));
  const sent = queued({ sentToWorkersAt: at(30, '09:00') });
  assert.equal(placeOf(sent, at(30, '13:00')), 'to_acknowledge');
  assert.equal(placeOf(sent, at(30, '13:01')), 'mash');
  assert.match(sayDuty(sent, at(30, '13:01')) ?? '', /not acknowledged/);
  assert.equal(sayDuty(sent, at(30, '13:00')), undefined);
});

test('what concerns the worker comes to duty at once, and RED never leaves the MASH', () => {
  const sent = queued({ sentToWorkersAt: at(30, '09:00'), acknowledged: true });
  assert.equal(placeOf({ ...sent, concernsWorker: true }, at(30, '10:00')), 'mash');
  assert.match(sayDuty({ ...sent, concernsWorker: true }, at(30, '10:00')) ?? '', /concerns/);
  assert.equal(placeOf({ ...sent, brag: 'red' }, at(30, '10:00')), 'mash');
  assert.match(sayDuty({ ...sent, brag: 'red' }, at(30, '10:00')) ?? '', /^RED/);
});

test('the emergency duty team takes what is urgent and came, or is there, while the MASH is closed', () => {
  const danger = { brag: null, immediateDanger: true, missingNow: null, needLevel: 3, receivedAt: at(29, '22:40') };
  const byDay = { ...danger, receivedAt: at(29, '15:00') };
  assert.equal(isForDutyTeam(danger, at(30, '10:00')), true);
  assert.equal(isForDutyTeam(byDay, at(29, '16:00')), false);
  assert.equal(isForDutyTeam(byDay, at(29, '19:00')), true);
  const missing = { ...byDay, immediateDanger: null, missingNow: 'yes' } as const;
  assert.equal(isForDutyTeam(missing, at(29, '19:00')), true);
  assert.equal(isForDutyTeam({ ...byDay, immediateDanger: false, needLevel: 4 }, at(29, '19:00')), true);
  assert.equal(isForDutyTeam({ ...byDay, immediateDanger: false, brag: 'red' }, at(29, '19:00')), true);
  assert.equal(isForDutyTeam({ ...byDay, immediateDanger: false }, at(29, '19:00')), false);
});

test('a duration is said as people say it', () => {
  assert.deepEqual([0, 35, 60, 130].map(sayDuration), ['0 min', '35 min', '1 h', '2 h 10 min']);
});

test('a referral goes to the workers when every child on it is known and has one, and each of them has seen it', () => {
  const matchedAt = at(30, '09:10');
  const [ofBartosz, ofFarrah] = [
    { matchedAt, worker: { workerId: 'bartosz', teamId: 'locality' } },
    { matchedAt: at(30, '09:20'), worker: { workerId: 'farrah', teamId: 'locality' } },
  ];
  const unknown = { matchedAt: null, worker: undefined };
  assert.deepEqual(sentToWorkers([ofBartosz, unknown], []), { sentToWorkersAt: null, acknowledged: false });
  assert.deepEqual(sentToWorkers([], []), { sentToWorkersAt: null, acknowledged: false });
  const sent = { sentToWorkersAt: at(30, '09:20'), acknowledged: false };
  const bartosz = { by: 'bartosz', managesTeams: [] };
  assert.deepEqual(sentToWorkers([ofBartosz, ofFarrah], [bartosz]), sent);
  const elaine = { by: 'elaine', managesTeams: ['locality'] };
  assert.deepEqual(sentToWorkers([ofBartosz, ofFarrah], [elaine]), { ...sent, acknowledged: true });
});
