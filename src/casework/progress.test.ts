import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainDate } from '../platform/kernel/index.ts';
import type { CaseRecord } from './case-record.ts';
import { byCaseloadKey, caseloadKey, type Filter, type Line, matches, readFilter } from './caseload.ts';
import { inWeekTo } from './direct-work.ts';
import { type Dates, isEscalated, lateness, orderingLateness, sayDue, whatIsDue } from './progress.ts';

const day = plainDate;
const today = day('2024-01-30');
const dates: Dates = {
  openedOn: day('2024-01-02'),
  isHeld: true,
  allocatedOn: day('2024-01-02'),
  levels: { series: [], own: [] },
  waitingSince: undefined,
  planWrittenOn: undefined,
  notedOn: day('2024-01-29'),
  diedOn: undefined,
  inDanger: false,
};
const medium = { level: 'MEDIUM' as const, completedOn: day('2023-10-30'), authorisedOn: day('2023-10-31') };
const assessed = { series: [medium], own: [medium] };
const due = (given: Partial<Dates>) => whatIsDue({ ...dates, ...given }).map(({ what, on }) => `${what} ${on}`);

test('a new case waits for its first assessment, ten working days from allocation', () => {
  assert.deepEqual(due({}), ['first_assessment 2024-01-16', 'progress 2024-02-05']);
});

test('a case nobody holds says so first, and asks for no assessment of nobody', () => {
  assert.deepEqual(due({ isHeld: false, allocatedOn: undefined }), ['allocation 2024-01-02', 'progress 2024-02-05']);
});

test('an assessment that is done and waits for the manager is asked of the manager, by the same day', () => {
  assert.deepEqual(due({ waitingSince: day('2024-01-15') })[0], 'authorisation 2024-01-16');
});

test('a formal review is due 84 days after completion, and a plan beside it', () => {
  assert.deepEqual(due({ openedOn: day('2023-10-02'), levels: assessed }), [
    'plan 2023-11-07',
    'review 2024-01-22',
    'progress 2024-02-05',
  ]);
});

test('a week without its note is late by its days, and does not drown what else is', () => {
  const missed = whatIsDue({ ...dates, notedOn: day('2024-01-10'), allocatedOn: today });
  assert.deepEqual(missed[0], { what: 'progress', on: day('2024-01-17') });
  assert.equal(sayDue(missed[0], today), 'Weekly progress: 13 days late');
  assert.deepEqual([lateness(missed, today), orderingLateness(missed, today)], [13, 0]);
});

test('who is in danger, or judged HIGH and not yet authorised, has an interim plan due at once', () => {
  assert.ok(!due({}).some((what) => what.startsWith('interim')));
  assert.ok(due({ inDanger: true }).includes('interim_plan 2024-01-02'));
  const high = [{ level: 'HIGH' as const, completedOn: today }];
  assert.ok(due({ levels: { series: [], own: high } }).includes('interim_plan 2024-01-02'));
  assert.ok(!due({ inDanger: true, planWrittenOn: today }).some((what) => what.startsWith('interim')));
});

test('after a death one thing is left to do', () => {
  assert.deepEqual(due({ diedOn: day('2024-01-20'), levels: assessed }), ['death 2024-01-20']);
});

test('lateness is said in days, and the day itself is not late', () => {
  assert.equal(sayDue({ what: 'review', on: day('2024-01-29') }, today), 'Formal review: 1 day late');
  assert.equal(sayDue({ what: 'review', on: day('2024-01-18') }, today), 'Formal review: 12 days late');
  assert.equal(sayDue({ what: 'review', on: today }, today), 'Formal review: today');
  assert.equal(sayDue({ what: 'plan', on: day('2024-02-02') }, today), 'Safety plan: by 2 February');
  assert.equal(sayDue({ what: 'review', on: day('2025-01-02') }, today), 'Formal review: by 2 January 2025');
});

test('a formal review more than fourteen days late is told to the manager; nothing else is', () => {
  assert.equal(isEscalated({ what: 'review', on: day('2024-01-15') }, today), true);
  assert.equal(isEscalated({ what: 'review', on: day('2024-01-16') }, today), false);
  assert.equal(isEscalated({ what: 'plan', on: day('2023-01-15') }, today), false);
});

test('the week of a meeting is seven days, today among them', () => {
  assert.deepEqual(
    ['2024-01-23', '2024-01-24', '2024-01-30', '2024-01-31'].map((on) => inWeekTo(today, { on: day(on) })),
    [false, true, true, false],
  );
});

const record: CaseRecord = {
  id: 'case' as CaseRecord['id'],
  reference: 'E-0',
  childId: 'child' as CaseRecord['childId'],
  teamId: 'team' as CaseRecord['teamId'],
  teamName: 'Evolve',
  lawfulBasis: 's17',
  openedOn: day('2024-01-02'),
  previousReference: null,
  allocation: null,
  firstAllocatedOn: null,
  plan: null,
  notedOn: null,
  feedback: null,
  proposal: null,
  closure: null,
  child: {} as CaseRecord['child'],
  levels: { series: [], own: [], waitingSince: undefined },
  danger: undefined,
};
const line = (reference: string, late: number, on = '2024-02-05'): Line => ({
  record: { ...record, reference },
  dues: [{ what: 'progress', on: day(on) }],
  late,
  slips: late,
});

test('a child in danger comes first, then one rated RED, then the most late', () => {
  const said = { immediateDanger: false, missingNow: null, brag: null, on: day('2024-01-29') };
  const inDanger = (reference: string, danger: CaseRecord['danger']): Line => {
    const one = line(reference, 0);
    return { ...one, record: { ...one.record, danger } };
  };
  const lines = [
    line('E-late', 40),
    inDanger('E-red', { ...said, brag: 'red' }),
    inDanger('E-missing', { ...said, missingNow: 'yes' }),
  ];
  assert.deepEqual(
    lines
      .map(caseloadKey)
      .toSorted(byCaseloadKey)
      .map(({ reference }) => reference),
    ['E-missing', 'E-red', 'E-late'],
  );
});

test('the most late comes first, then what is due soonest', () => {
  const lines = [line('E-1', 0), line('E-2', 9), line('E-3', 0, '2024-01-31'), line('E-4', 9), line('E-5', 40)];
  const ordered = lines.map(caseloadKey).toSorted(byCaseloadKey);
  assert.deepEqual(
    ordered.map(({ reference }) => reference),
    ['E-5', 'E-2', 'E-4', 'E-3', 'E-1'],
  );
});

test('what an address asks for narrows the list, and what it cannot mean is left out', () => {
  const read = (query: string) => readFilter(new URLSearchParams(query), 'mine');
  assert.deepEqual(read('whose=all&level=PURPLE&late=maybe'), {
    whose: 'mine',
    holder: undefined,
    level: undefined,
    type: undefined,
    late: false,
  } satisfies Filter);
  assert.equal(matches(line('E-1', 0), read('late=yes')), false);
  assert.equal(matches(line('E-1', 3), read('late=yes')), true);
  assert.equal(matches(line('E-1', 3), read('whose=team&holder=nobody')), true);
  assert.equal(matches(line('E-1', 3), read('whose=team&holder=dev')), false);
  assert.equal(matches(line('E-1', 3), read('level=NOT_ASSESSED')), true);
  assert.equal(matches(line('E-1', 3), read('level=HIGH')), false);
});
