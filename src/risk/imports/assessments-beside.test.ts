import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainDate } from '../../platform/kernel/index.ts';
import type { ChildId, WorkerId } from '../../platform/web/world.ts';
import type { AssessmentInSeries } from '../series.ts';
import { assessmentsBeside, chain, judgementSaid, type SaidAssessment } from './assessments-beside.ts';

const child = 'child' as ChildId;
const on = (month: number) => plainDate(`2023-${String(month).padStart(2, '0')}-01`);
const said = (month: number, more: Partial<SaidAssessment> = {}): SaidAssessment => ({
  child: { childId: 'A1', givenName: undefined, familyName: undefined, bornOn: undefined, expectedOn: undefined },
  completedOn: on(month),
  authorisedOn: on(month),
  kind: 'review',
  type: 'CSE',
  level: 'LOW',
  author: undefined,
  authoriser: undefined,
  standing: undefined,
  key: `assessment|A1|${on(month)}`,
  at: { sheet: 'CSV', row: month, place: (column) => ({ sheet: 'CSV', row: month, column, value: '' }) },
  ...more,
});
const held = (month: number, more: Partial<AssessmentInSeries> = {}): AssessmentInSeries => {
  const judgement = judgementSaid(said(month));
  return {
    id: `held ${month}` as AssessmentInSeries['id'],
    reference: 'A-2345678',
    childId: child,
    kind: 'review',
    completedOn: on(month),
    authorId: null,
    author: null,
    judgement,
    ofRecord: judgement,
    authorised: { by: null, on: on(month) },
    returned: undefined,
    ...more,
  };
};
const compare = (one: SaidAssessment, ...series: AssessmentInSeries[]) => {
  const { compare, toWrite } = assessmentsBeside(new Map([[child, series]]));
  const answer = compare(one, child);
  return { answer, added: toWrite.added.length, authorised: toWrite.authorised.length };
};
const column = ({ answer }: ReturnType<typeof compare>) => ('remedy' in answer ? answer.column : answer.held);

test('one completed the same day is the same, or contradicts it', () => {
  assert.equal(column(compare(said(3), held(3))), true);
  assert.equal(column(compare(said(3), held(2))), false);
  assert.equal(column(compare(said(3, { level: 'HIGH' }), held(3))), 'level');
  assert.equal(column(compare(said(3, { type: 'CCE' }), held(3))), 'type');
  assert.equal(column(compare(said(3, { kind: 'initial' }), held(3))), 'kind');
  assert.equal(column(compare(said(3, { authorisedOn: on(4) }), held(3))), 'authorisedOn');
  assert.equal(
    column(compare(said(3, { standing: 'at_risk' }), held(3))),
    true,
    'what is not said contradicts nothing',
  );
});

test('a day of authorisation completes one taken in without it, and never one made by a worker here', () => {
  const waiting = { authorised: undefined, ofRecord: undefined };
  assert.deepEqual(compare(said(3), held(3, waiting)), { answer: { held: false }, added: 0, authorised: 1 });
  const made = compare(said(3), held(3, { ...waiting, authorId: 'nadine' as WorkerId }));
  assert.deepEqual([column(made), made.authorised], [true, 0]);
});

test('each review names the one before it by day, and a first assessment names none', () => {
  const series = new Map([[child, [held(1)]]]);
  const chained = chain([said(6), said(4), said(8, { kind: 'initial' }), said(9)], series, () => child, new Set());
  const ids = new Map(chained.map(({ id, said }) => [id, said.completedOn]));
  assert.deepEqual(
    chained.map(({ said, previous }) => [said.completedOn, previous && (ids.get(previous) ?? previous)]),
    [
      ['2023-04-01', 'held 1'],
      ['2023-06-01', '2023-04-01'],
      ['2023-08-01', undefined],
      ['2023-09-01', '2023-08-01'],
    ],
  );
});

test('one that comes between two that are held stands beside them', () => {
  const series = new Map([[child, [held(1), held(6)]]]);
  const [between] = chain([said(4)], series, () => child, new Set(['held 1']));
  assert.deepEqual([between?.previous, between?.comesBetween], [undefined, true]);
});

test('the level of each type follows from one type, and not from both', () => {
  assert.deepEqual(judgementSaid(said(1, { type: 'CCE', level: 'HIGH' })).byType, { cce: 'HIGH', cse: 'NONE' });
  assert.equal(judgementSaid(said(1, { type: 'BOTH', level: 'HIGH' })).byType, undefined);
  assert.deepEqual(judgementSaid(said(1, { type: 'NO_RISK', level: 'NONE', standing: 'neither' })).standing, undefined);
});
