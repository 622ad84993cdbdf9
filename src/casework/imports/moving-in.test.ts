import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { importSend } from '../../people/imports/send.command.ts';
import type { TestHouse } from '../../platform/testing/house.ts';
import { takeFile } from '../../platform/testing/keyboard.ts';
import { openTestHouse } from '../../testing/open.ts';
import { importAssessments } from './assessments.command.ts';
import { importClosures } from './closures.command.ts';
import { importReferrals } from './referrals.command.ts';

/** What a team kept in four spreadsheets. The totals for 2023 are known by counting the lines. */
const REFERRALS = `child_id,given_name,family_name,date_of_birth,received_on,source,outcome,decided_on
M1,Ann,Marsh,01/02/2009,30/01/2023,2A,ALLOCATE_EVOLVE,01/02/2023
M2,Bo,Field,05/06/2008,03/03/2023,6,ALLOCATE_EVOLVE,06/03/2023
M3,Cy,Stone,,06/03/2023,6,NFA,07/03/2023
M4,Di,Brook,09/09/2009,30/05/2022,1A,ALLOCATE_EVOLVE,01/06/2022
M4,Di,Brook,09/09/2009,01/05/2023,2A,ALLOCATE_EVOLVE,02/05/2023
M5,Ed,Lane,,08/11/2023,9,,
`;
const ASSESSMENTS = `child_id,completed_on,authorised_on,kind,type,level,standing,author,authoriser
M1,15/02/2023,16/02/2023,Initial,CCE,HIGH,Experiencing,A Practitioner,A Manager
M1,10/05/2023,11/05/2023,Review,CCE,MEDIUM,At risk,,
M1,02/08/2023,02/08/2023,Review,NO_RISK,NONE,,,
M2,20/03/2023,21/03/2023,Initial,CSE,MEDIUM,,,
M2,13/06/2023,14/06/2023,Review,CSE,LOW,,,
M4,20/06/2022,20/06/2022,Initial,BOTH,HIGH,,,
M4,12/09/2022,12/09/2022,Review,BOTH,LOW,,,
M4,15/05/2023,16/05/2023,Initial,CCE,MEDIUM,,,
M6,04/09/2023,05/09/2023,Initial,CSE,LOW,,,
M6,27/11/2023,,Review,CSE,HIGH,,,
`;
const CLOSURES = `child_id,closed_on,reason,level
M1,10/08/2023,No risk identified,None
M2,01/07/2023,Risk reduced,Low
M4,03/10/2022,Risk reduced,Low
`;
const SEND = `child_id,date_of_birth,provision,need,from,until
M4,,EHCP,SEMH,01/09/2020,
M6,01/01/2010,SEN_SUPPORT,,01/09/2021,01/06/2023
`;
const FIGURES = {
  'evolve.young-people-referred': 3,
  'assessments.completed': 7,
  'assessments.initial': 4,
  'assessments.reviews': 3,
  'assessments.cce-only': 3,
  'assessments.cse-only': 3,
  'assessments.both': 0,
  'assessments.no-risk-identified': 1,
  'assessments.children': 4,
  'reviews.completed-in-time': 2,
  'closures.all': 2,
  'closures.risk-reduced': 2,
  'closures.low': 1,
  'closures.no-risk-identified': 1,
  'caseload.open': 2,
  'caseload.cce-only': 1,
  'caseload.cse-only': 1,
  'at-risk.children': 2,
  'at-risk.ehcp': 1,
  'at-risk.sen-support': 0,
};

const opened: TestHouse[] = [];
async function openEmpty(): Promise<TestHouse> {
  const empty = await openTestHouse('empty');
  opened.push(empty);
  return empty;
}
after(() => Promise.all(opened.map((one) => one.close())));

async function count(test: TestHouse): Promise<Record<string, number | null>> {
  const figures = await test.figures();
  return Object.fromEntries(Object.keys(FIGURES).map((id) => [id, figures[id] ?? null]));
}

const cases = (test: TestHouse) =>
  test.arrange(async (tx) => {
    const rows = await tx
      .selectFrom('evolve_case as k')
      .innerJoin('child_identifier as i', 'i.childId', 'k.childId')
      .leftJoin('closure as c', 'c.caseId', 'k.id')
      .select(['i.value', 'k.openedOn', 'c.closedOn', 'k.subjectId'])
      .orderBy('i.value')
      .orderBy('k.openedOn')
      .execute();
    return rows.map((row) => `${row.value} ${row.openedOn} ${row.closedOn} ${row.subjectId ? 'decided' : ''}`.trim());
  });

let movedIn: TestHouse;
before(async () => {
  movedIn = await openEmpty();
  await takeFile(movedIn.house, importReferrals, REFERRALS);
  await takeFile(movedIn.house, importAssessments, ASSESSMENTS);
  await takeFile(movedIn.house, importClosures, CLOSURES);
  await takeFile(movedIn.house, importSend, SEND);
});

test('four spreadsheets in an empty database give the figures of the year', async () => {
  assert.deepEqual(await count(movedIn), FIGURES);
});

test('a decision opens the case, a closing closes it, and what follows a closing is a new spell', async () => {
  assert.deepEqual(await cases(movedIn), [
    'M1 2023-02-01 2023-08-10 decided',
    'M2 2023-03-06 2023-07-01 decided',
    'M4 2022-06-01 2022-10-03 decided',
    'M4 2023-05-02 null decided',
    'M6 2023-09-04 null',
  ]);
});

test('without the referrals the first assessment opens the case, and no closing is lost', async () => {
  const test = await openEmpty();
  const assessments = await takeFile(test.house, importAssessments, ASSESSMENTS);
  assert.deepEqual([assessments.code, assessments.accepted, assessments.written?.cases], [0, 10, 4]);
  assert.match(assessments.notes.join(), /1 assessment without authorised_on/);
  const closures = await takeFile(test.house, importClosures, CLOSURES);
  assert.deepEqual([closures.code, closures.accepted, closures.written?.closures], [0, 3, 3]);
  assert.deepEqual(await cases(test), [
    'M1 2023-02-15 2023-08-10',
    'M2 2023-03-20 2023-07-01',
    'M4 2022-06-20 2022-10-03',
    'M4 2023-05-15 null',
    'M6 2023-09-04 null',
  ]);
  await takeFile(test.house, importReferrals, REFERRALS);
  await takeFile(test.house, importSend, SEND);
  assert.deepEqual(await count(test), FIGURES, 'in whatever order the files come');
});

test('a second time nothing is accepted and nothing written, whichever file it is', async () => {
  const before = [await count(movedIn), await cases(movedIn)];
  for (const [command, csv] of [
    [importReferrals, REFERRALS],
    [importAssessments, ASSESSMENTS],
    [importClosures, CLOSURES],
    [importSend, SEND],
  ] as const) {
    const again = await takeFile(movedIn.house, command, csv);
    assert.deepEqual([again.code, again.accepted, again.unchanged, again.written], [0, 0, again.read, undefined]);
  }
  assert.deepEqual([await count(movedIn), await cases(movedIn)], before);
});
