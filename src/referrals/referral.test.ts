import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, isRefusal } from '../platform/kernel/index.ts';
import { NOW, TODAY } from '../platform/testing/house.ts';
import { readAnswers } from '../platform/web/answers.ts';
import type { AgencyId, WorkerId } from '../platform/web/world.ts';
import { type Author, type Referral, submitReferral } from './referral.ts';
import { child } from './sections/index.ts';
import { atTheMash, finishedDraft, saved, teacher } from './testing/drafts.ts';
import { asForm, typed } from './testing/typed.ts';

const ben: Author = { id: 'ben' as WorkerId, name: 'Ben', agencyId: 'school' as AgencyId, agencyName: 'Thornholme' };

function submitted(...draft: Parameters<typeof finishedDraft>): Referral {
  const referral = submitReferral(finishedDraft(...draft), ben, NOW);
  if (isRefusal(referral)) throw new Error(referral.refused);
  return referral;
}

test('a finished draft becomes a referral with its children, in the words it was written in', () => {
  const referral = submitted();
  assert.equal(referral.channel, 'online');
  assert.equal(referral.source, '2A');
  assert.equal(referral.suspected, 'CCE');
  assert.equal(referral.needLevel, 3);
  assert.equal(referral.familyTold, false);
  assert.equal(referral.whyNotTold, 'She is afraid her brother would hear of it.');
  assert.equal(referral.immediateDanger, false);
  assert.deepEqual(
    referral.subjects.map(({ givenNames, alsoKnownAs, bornOn, expectedOn, sex, upn }) => ({
      givenNames,
      alsoKnownAs,
      bornOn,
      expectedOn,
      sex,
      upn,
    })),
    [
      {
        givenNames: 'Tamsin',
        alsoKnownAs: null,
        bornOn: '2010-03-14',
        expectedOn: null,
        sex: 'F',
        upn: 'D373200001001',
      },
      { givenNames: null, alsoKnownAs: 'Jay', bornOn: null, expectedOn: null, sex: 'U', upn: null },
    ],
  );
  assert.equal(referral.formVersion, '1');
  assert.equal(referral.answers.at(-1)?.key, 'declaration');
});

test('an unfinished draft is not sent, and the refusal names each section still to do', () => {
  assert.deepEqual(submitReferral(finishedDraft(teacher, { telling: null, need: null }), ben, NOW), {
    refused: 'Finish “Telling the family, and agreement”, “How much help is needed” first',
  });
});

test('a draft that has expired or was sent is not sent', () => {
  assert.ok(isRefusal(submitReferral({ ...finishedDraft(), sentAs: 'R-4F7K2MQ' }, ben, NOW)));
  assert.ok(isRefusal(submitReferral({ ...finishedDraft(), expiresOn: addDays(TODAY, -1) }, ben, NOW)));
});

test('whoever works where one agency is many services says which, and that gives the census source', () => {
  const asked = { ...teacher, source: undefined };
  assert.equal(submitted(asked, { 'about-you': { ...typed['about-you'], workplace: 'police' } }).source, '6');
});

test('the family was told, or it is said why not', () => {
  const told = submitted(teacher, { telling: { ...typed.telling, told: 'yes', whoWasTold: 'Her mother, today' } });
  assert.equal(told.familyTold, true);
  assert.equal(told.whyNotTold, null);
  const { whyNotTold: _, ...silent } = typed.telling;
  assert.throws(() => finishedDraft(teacher, { telling: silent }), /Say why the family has not been told/);
});

test('a caller is written down; one who wants to stay anonymous leaves no trace of who they are', () => {
  const grandmother = submitted(atTheMash);
  assert.equal(grandmother.channel, 'phone');
  assert.equal(grandmother.source, '1A');
  assert.equal(grandmother.referrer.name, 'Oona Bright');
  const nobody = submitted(atTheMash, { caller: { ...typed.caller, caller: 'anonymous' } });
  assert.deepEqual(nobody.referrer, { wantsAnonymity: true, name: null, role: null, agency: null, relationship: null });
  assert.equal(nobody.source, '9');
  assert.doesNotMatch(JSON.stringify(nobody), /Oona|Grandmother|960 301/);
});

const answersAbout = (answers: object) => {
  const read = readAnswers(child.asks(teacher), asForm({ ...typed.unknownChild, ...answers }));
  return 'answers' in read ? (child.check?.(read.answers) ?? read.answers) : read.errors;
};

test('a date of birth or a date expected, never both', () => {
  const bothTyped = { 'bornOn-day': '14', 'bornOn-month': '3', 'bornOn-year': '2010' };
  const expected = { 'expectedOn-day': '1', 'expectedOn-month': '5', 'expectedOn-year': '2024' };
  const unborn = answersAbout({ birth: 'expected', ...bothTyped, ...expected });
  assert.ok('expectedOn' in unborn && unborn.expectedOn === '2024-05-01' && unborn.bornOn === undefined);
  assert.deepEqual(answersAbout({ birth: 'expected', ...expected, sex: 'F' }), {
    refused: 'Choose “Not known, or not yet born” for a child who is not yet born',
    beside: 'sex',
  });
  assert.deepEqual(answersAbout({ birth: 'known' }), { bornOn: 'Enter the date of birth' });
});

test('something must tell who the child is: a place will do', () => {
  const { alsoKnownAs: _, ...unknown } = typed.unknownChild;
  const where = { whereNow: 'The bench by the bus station' };
  assert.doesNotThrow(() => saved(child, { ...unknown, ...where }, teacher));
  assert.ok('beside' in answersAbout({ alsoKnownAs: '' }));
  assert.ok(!('beside' in answersAbout({ alsoKnownAs: '', ...where })));
});
