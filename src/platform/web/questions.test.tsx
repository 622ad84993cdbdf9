import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from 'preact-render-to-string';
import { readAnswers, writeAnswers } from './answers.ts';
import { number } from './questions.tsx';

const asks = {
  weeks: number({ ask: 'For how many weeks?', least: 1, most: 52, unit: 'weeks', missing: 'Enter for how many weeks' }),
  people: number({ ask: 'How many people came?' }),
};
const read = (weeks: string, people = '') => readAnswers(asks, { weeks: [weeks], people: [people] });

test('a number is read as one, however its thousands are set apart', () => {
  assert.deepEqual(read(' 12 ', '1,250'), { answers: { weeks: 12, people: 1250 } });
  assert.deepEqual(read('52', '1 250 000'), { answers: { weeks: 52, people: 1_250_000 } });
  assert.deepEqual(read('1'), { answers: { weeks: 1, people: null } });
});

test('what is no whole number, and what is too small or too large, is refused with what it may be', () => {
  const wrong = (weeks: string, people = '') => {
    const outcome = read(weeks, people);
    return 'errors' in outcome ? outcome.errors : {};
  };
  assert.deepEqual(wrong(''), { weeks: 'Enter for how many weeks' });
  for (const typed of ['twelve', '1.5', '1,5', '12 weeks', '1e3', '٣'])
    assert.deepEqual(
      wrong(typed),
      { weeks: '“For how many weeks?”: enter a whole number in figures, such as 12' },
      typed,
    );
  for (const typed of ['0', '53', '-2'])
    assert.deepEqual(wrong(typed), { weeks: '“For how many weeks?”: enter a number from 1 to 52' }, typed);
  assert.deepEqual(wrong('1', '-1'), { people: '“How many people came?”: enter 0 or more' });
  assert.deepEqual(wrong('1', '9'.repeat(30)), { people: '“How many people came?”: enter a smaller number' });
});

test('a number keeps what was typed, says its unit, and fills its form again', () => {
  const shown = render(
    asks.weeks.show({ name: 'weeks', raw: { weeks: ['twelve'] }, error: 'Enter a number' }) ?? <p>Nothing</p>,
  );
  assert.match(shown, /value="twelve"/);
  assert.match(shown, /inputmode="numeric"/);
  assert.match(shown, /govuk-input__suffix[^>]*>weeks</);
  assert.equal(asks.weeks.say(12), '12 weeks');
  assert.equal(asks.people.say(1250), '1,250');
  assert.equal(asks.people.say(null), 'Not given');
  const written = writeAnswers(asks, { weeks: 12, people: null });
  assert.deepEqual(written, { weeks: ['12'] });
});
