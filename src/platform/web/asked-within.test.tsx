import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from 'preact-render-to-string';
import { isRefusal } from '../kernel/index.ts';
import { readAnswers, sayAnswers, writeAnswers } from './answers.ts';
import { nothingMore, onlyIf, orNoInformation } from './asked-within.tsx';
import { checkboxes, text, yesNo } from './questions.tsx';

const school = orNoInformation('the school', text({ ask: 'School' }));

test('a blank is not an answer: no information is said by a tick, and never beside one', () => {
  assert.deepEqual(school.read({}, 'school'), { refused: 'Enter the school, or tick “No information”' });
  assert.equal(school.read({ 'school-none': ['none'] }, 'school'), null);
  assert.equal(school.read({ school: ['Thornholme'] }, 'school'), 'Thornholme');
  assert.ok(isRefusal(school.read({ school: ['Thornholme'], 'school-none': ['none'] }, 'school')));
  assert.equal(school.say(null), 'No information');
});

test('one tick at the end says that every blank is no information', () => {
  const page = { school, address: orNoInformation('the address', text({ ask: 'Address' })), ...nothingMore };
  assert.deepEqual(readAnswers(page, { address: ['4 Invented Row'], 'nothing-more': ['none'] }), {
    answers: { school: null, address: '4 Invented Row', 'nothing-more': undefined },
  });
  assert.deepEqual(readAnswers(page, { address: ['4 Invented Row'] }), {
    errors: { school: 'Enter the school, or tick “No information”' },
  });
});

test('the tick for no information is filled again as it was left', () => {
  const shown = render(<p>{school.show({ name: 'school', raw: school.write(null, 'school'), error: undefined })}</p>);
  assert.match(shown, /checked/);
  assert.doesNotMatch(render(<p>{school.show({ name: 'school', raw: {}, error: undefined })}</p>), /checked/);
});

const questions = {
  told: yesNo({ ask: 'Were they told?', missing: 'Say whether they were told' }),
  why: onlyIf(['told', 'no'], text({ ask: 'If not, why?', missing: 'Say why not' })),
};

test('what one answer calls for is asked after that answer and after no other', () => {
  assert.deepEqual(readAnswers(questions, { told: ['no'] }), { errors: { why: 'Say why not' } });
  assert.deepEqual(readAnswers(questions, { told: ['yes'], why: ['left over'] }), {
    answers: { told: true, why: undefined },
  });
  assert.deepEqual(sayAnswers(questions, { told: true, why: undefined }), [{ ask: 'Were they told?', answer: 'Yes' }]);
});

test('answers kept as JSON fill the form they came from', () => {
  const kept = JSON.parse(JSON.stringify({ told: true, why: undefined }));
  assert.deepEqual(readAnswers(questions, writeAnswers(questions, kept)), { answers: { told: true, why: undefined } });
});

test('an answer that stands alone is not taken with others', () => {
  const aids = checkboxes({ ask: 'Which?', options: { A: 'One', B: 'Two', NONE: 'None' }, alone: ['NONE'] });
  assert.deepEqual(aids.read({ aids: ['A', 'B'] }, 'aids'), ['A', 'B']);
  assert.deepEqual(aids.read({ aids: ['NONE'] }, 'aids'), ['NONE']);
  assert.deepEqual(aids.read({ aids: ['A', 'NONE'] }, 'aids'), {
    refused: 'Choose “None” alone, or leave it out',
  });
});
