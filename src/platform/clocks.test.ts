import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clock, clockRegister, dueAfter, withClockOverrides } from './clocks.ts';
import { plainDate as day } from './kernel/index.ts';

test('the register holds every clock from C1 to C29 once, by its own id', () => {
  const numbers = new Set(clockRegister.map(({ id }) => Number(/^C(\d+)/.exec(id)?.[1])));
  assert.deepEqual(
    [...numbers],
    Array.from({ length: 29 }, (_, at) => at + 1),
  );
  assert.equal(new Set(clockRegister.map(({ id }) => id)).size, clockRegister.length);
});

test('a formal review falls due 84 calendar days after completion, across a leap day', () => {
  assert.equal(dueAfter('C8', day('2023-12-08')), '2024-03-01');
  assert.equal(dueAfter('C8', day('2022-12-08')), '2023-03-02');
});

test('a working-day clock leaves out the coronation bank holiday, 8 May 2023', () => {
  assert.equal(dueAfter('C27.high', day('2023-05-05')), '2023-05-09');
  assert.equal(dueAfter('C7', day('2023-05-05')), '2023-05-22');
});

test('a clock in months ends on the last day of a shorter month, and one in years on the birthday', () => {
  assert.equal(dueAfter('C21', day('2024-01-31')), '2024-02-29');
  assert.equal(dueAfter('C23', day('2008-02-29')), '2083-02-28');
});

test('a clock for the same day is due that day', () => {
  assert.equal(dueAfter('C4', day('2024-01-30')), '2024-01-30');
});

test("a partnership's own limit counts from its day on, the latest wins, and the default stays as it was", () => {
  const overrides = [
    { id: 'C8', limit: 42, from: day('2024-01-01'), because: 'Executive decision' },
    { id: 'C8', limit: 70, from: day('2023-01-01'), to: day('2024-06-30'), because: 'Pilot' },
  ] as const;
  const on = (text: string) => clock('C8', withClockOverrides(overrides, day(text)));
  assert.equal(on('2022-12-31').limit, 84);
  assert.equal(on('2023-12-31').limit, 70);
  assert.deepEqual(
    { limit: on('2024-01-30').limit, grade: on('2024-01-30').grade, source: on('2024-01-30').source },
    { limit: 42, grade: 'partnership', source: 'Executive decision' },
  );
  assert.equal(dueAfter('C8', day('2024-01-30'), withClockOverrides(overrides, day('2024-01-30'))), '2024-03-12');
  assert.equal(clock('C8').limit, 84);
});

test('a limit that is not a whole number, or is below nothing, is not taken', () => {
  for (const limit of [-1, 1.5, Number.NaN]) {
    const override = { id: 'C8', limit, from: day('2024-01-01'), because: 'mistyped' } as const;
    assert.throws(() => withClockOverrides([override], day('2024-01-30')), /whole number/);
  }
});
