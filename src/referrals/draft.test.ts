import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, plainDate } from '../platform/kernel/index.ts';
import { TODAY } from '../platform/testing/house.ts';
import { expiryOf, findEntries, namesIn, reminder, sayDraft, whatIsMissing, whyClosed } from './draft.ts';
import { withEntry, withoutEntry } from './entries.ts';
import { child, family } from './sections/index.ts';
import { atTheMash, finishedDraft, teacher } from './testing/drafts.ts';

const missing = (draft: Parameters<typeof whatIsMissing>[0]) => whatIsMissing(draft).map(({ key }) => key);

test('a finished draft misses nothing; an empty one misses every section, in the order of the form', () => {
  assert.deepEqual(missing(finishedDraft()), []);
  assert.deepEqual(missing({ ...finishedDraft(), saved: {} }), [
    'danger',
    'about-you',
    'children',
    'family',
    'concern',
    'who-and-where',
    'telling',
    'context',
    'need',
  ]);
});

test('whoever writes down a call is asked about the caller, not about themselves', () => {
  assert.deepEqual(missing({ ...finishedDraft(atTheMash), saved: {} }).slice(0, 2), ['danger', 'caller']);
});

test('at least one child is named; of the family it may be said that there is no information', () => {
  const draft = finishedDraft();
  const none = { entries: [], none: true };
  assert.deepEqual(missing({ ...draft, saved: { ...draft.saved, [child.key]: none } }), ['children']);
  assert.deepEqual(missing({ ...draft, saved: { ...draft.saved, [family.key]: none } }), []);
  assert.deepEqual(missing({ ...draft, saved: { ...draft.saved, [family.key]: { entries: [], none: false } } }), [
    'family',
  ]);
});

test('a section saved before a question was asked is to be done again', () => {
  const draft = finishedDraft();
  const concern = { ...(draft.saved.concern as object), howKnown: [] };
  assert.deepEqual(missing({ ...draft, saved: { ...draft.saved, concern } }), ['concern']);
});

test('a draft can be written in for fourteen days, reminds in the last seven, and then closes with a reason', () => {
  const draft = finishedDraft();
  assert.equal(expiryOf(plainDate('2024-01-16')), '2024-01-30');
  const on = (left: number) => ({ ...draft, expiresOn: addDays(TODAY, left) });
  assert.equal(whyClosed(on(0)), undefined);
  assert.match(whyClosed(on(-1))?.refused ?? '', /has expired and cannot be opened/);
  assert.equal(reminder(addDays(TODAY, 8), TODAY), undefined);
  assert.match(reminder(addDays(TODAY, 7), TODAY) ?? '', /by 6 February 2024 \(7 days left\)/);
  assert.match(reminder(addDays(TODAY, 1), TODAY) ?? '', /\(1 day left\)/);
  assert.match(reminder(TODAY, TODAY) ?? '', /today/);
  assert.equal(reminder(addDays(TODAY, -1), TODAY), undefined);
});

test('a draft that was sent says so, whatever its day', () => {
  const sent = { ...finishedDraft(), sentAs: 'R-4F7K2MQ', expiresOn: addDays(TODAY, -5) };
  assert.match(whyClosed(sent)?.refused ?? '', /already sent .* R-4F7K2MQ/);
});

test('a child is changed where it stands, added at the end, and taken out', () => {
  const none = { entries: [], none: true };
  const one = withEntry(none, { id: 'a', answers: 1 });
  assert.deepEqual(one, { entries: [{ id: 'a', answers: 1 }], none: false });
  const two = withEntry(withEntry(one, { id: 'b', answers: 2 }), { id: 'a', answers: 3 });
  assert.deepEqual(two.entries, [
    { id: 'a', answers: 3 },
    { id: 'b', answers: 2 },
  ]);
  assert.deepEqual(withoutEntry(two, 'a').entries, [{ id: 'b', answers: 2 }]);
});

test('a number that is none is refused beside its question, whatever its check digit', () => {
  const told = (nhsNumber: string) => {
    const draft = finishedDraft();
    const [first] = findEntries(child, draft);
    return first?.answers && child.check?.({ ...first.answers, nhsNumber });
  };
  assert.equal(told('943 476 5919'), undefined);
  for (const none of ['123 456 7890', '999 999 9999', 'not known'])
    assert.deepEqual(told(none), {
      refused: 'This is not an NHS number: check its ten digits, or leave it out and tick “No information”',
      beside: 'nhsNumber',
    });
});

test('children are called by their names, by a nickname, or by what is not known', () => {
  assert.deepEqual(namesIn(child, finishedDraft()), ['Tamsin Holt-Akande', 'Jay']);
});

test('the record says what was asked and answered, no information in so many words, and nothing that was not asked', () => {
  const said = sayDraft(finishedDraft(teacher));
  const titles = said.map(({ title }) => title);
  assert.ok(
    titles.includes('The child or children: Jay') && titles.includes('Family and household: Ruth Holt, Mother'),
  );
  const words = said.flatMap((section) => section.said.map(({ ask, answer }) => `${ask} ${answer}`));
  assert.ok(words.includes('If known: date of birth 14 March 2010'));
  assert.ok(words.includes('Vehicles A grey car'));
  assert.ok(words.includes('Phones and online accounts No information'));
  assert.ok(!words.some((line) => line.startsWith('If not yet born') || line.endsWith('Not answered yet')));
});
