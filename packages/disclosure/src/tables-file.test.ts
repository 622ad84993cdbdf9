import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isRefusal } from '@throughline/commands';
import { withFile } from '../../commands/src/testing/file.ts';
import { attackTable } from './attack/file.ts';
import { attackCommand } from './attack.command.ts';
import { protectTable } from './protect/file.ts';
import { protectCommand } from './protect.command.ts';
import { type FileTable, readTables } from './tables-file.ts';
import { twoWayTable } from './testing/tables.ts';

const good = () => structuredClone(twoWayTable(4, 3, 7, 0.3));

function read(content: unknown): FileTable {
  const file = readTables(JSON.stringify(content));
  if (isRefusal(file)) throw new Error(file.refused);
  const [table] = file.tables;
  if (!table) throw new Error('no table');
  return table;
}

async function run(command: typeof protectCommand, ...args: string[]) {
  const told: string[] = [];
  const say = (text: string) => void told.push(text);
  const code = await command.run(args, { print: say, progress: say });
  return { code, told: told.join('\n') };
}

test('a file protected by the command passes the attack of the other; one that only hides small cells does not', async () => {
  await withFile('tables.json', JSON.stringify(good()), async (path) => {
    const [safe, found] = [`${path}.safe`, `${path}.found`];
    assert.equal((await run(protectCommand, path, '--out', safe, '--no-worse-than', 'threshold')).code, 0);
    const written = JSON.parse(readFileSync(safe, 'utf8'));
    const cells: { hidden: boolean; primary: boolean }[] = written.tables[0].cells;
    for (const cell of cells) delete (cell as { hidden?: boolean }).hidden;
    assert.deepEqual(written, good(), 'the input is repeated');
    assert.equal((await run(attackCommand, safe, '--out', found, '--no-worse-than', 'threshold')).code, 0);
    const answer = JSON.parse(readFileSync(found, 'utf8'));
    assert.deepEqual(Object.keys(answer.tables[0].cells[0]), ['key', 'low', 'high', 'exact', 'withinThreshold']);
    assert.equal(typeof answer.seconds, 'number');
  });
  const hideOnly = good();
  const tables = hideOnly.tables.map((one) => ({
    ...one,
    cells: one.cells.map((cell) => ({ ...cell, hidden: cell.primary })),
  }));
  await withFile('tables.json', JSON.stringify({ tables }), async (path) => {
    assert.equal((await run(attackCommand, path, '--out', `${path}.found`)).code, 1);
  });
});

test('a small cell left showing is found without an attack', async () => {
  const tables = good().tables.map((one) => ({ ...one, cells: one.cells.map((cell) => ({ ...cell, hidden: false })) }));
  await withFile('tables.json', JSON.stringify({ tables }), async (path) => {
    assert.equal((await run(attackCommand, path, '--out', `${path}.found`)).code, 1);
  });
});

test('a table that is not worked out in its time is not written', async () => {
  await withFile('tables.json', JSON.stringify(twoWayTable(60, 60, 1, 0.2)), async (path) => {
    const { code, told } = await run(protectCommand, path, '--out', `${path}.safe`, '--seconds', '0.01');
    assert.equal(code, 3);
    assert.match(told, /nothing is released/);
  });
});

test('what is not of the form is said in one sentence', async () => {
  const broken = (change: (file: ReturnType<typeof good>) => unknown) => JSON.stringify(change(good()));
  const cases: [string, RegExp][] = [
    ['not json', /not JSON/],
    ['{}', /no list “tables”/],
    ['{"tables":[3]}', /Table 1 is not an object/],
    ['{"tables":[{"id":"a"}]}', /“a” has no list “inner”/],
    ['{"tables":[{"id":"a","inner":[]}]}', /“a” has no list “cells”/],
    ['{"tables":[{"id":"a","inner":[{"freq":-1}],"cells":[]}]}', /“freq” is not a whole number/],
    [broken(({ tables }) => ({ tables: [...tables, ...tables] })), /Two tables are called/],
    [broken((file) => with_(file, { value: 2.5 })), /“value” is not a whole number/],
    [broken((file) => with_(file, { value: 999 })), /add up to/],
    [broken((file) => with_(file, { primary: 'yes' })), /“primary” is neither/],
    [broken((file) => with_(file, { hidden: 1 })), /“hidden” is neither/],
    [broken((file) => with_(file, { sumOfInner: [99] })), /which is not there/],
    [broken((file) => with_(file, { sumOfInner: [0, 0] })), /twice/],
    [broken((file) => with_(file, { key: undefined })), /no “key”/],
  ];
  for (const [text, sentence] of cases) {
    const file = readTables(text);
    assert.match(isRefusal(file) ? file.refused : 'read', sentence, text.slice(0, 60));
    await withFile('tables.json', text, async (path) => {
      await assert.rejects(run(protectCommand, path, '--out', `${path}.safe`), sentence);
    });
  }
  await assert.rejects(run(protectCommand, 'nowhere.json', '--out', 'x'), /cannot be read/);
  await assert.rejects(run(protectCommand), /Name one file/);
  await withFile('tables.json', JSON.stringify(good()), async (path) => {
    await assert.rejects(run(protectCommand, path), /--out/);
    await assert.rejects(run(attackCommand, path, '--out', 'x'), /protect it first/);
    await assert.rejects(run(protectCommand, path, '--out', 'x', '--no-worse-than', 'well'), /exact or threshold/);
    await assert.rejects(run(protectCommand, path, '--out', 'x', '--seconds', 'soon'), /--seconds/);
  });
});

function with_(file: ReturnType<typeof good>, change: Record<string, unknown>): unknown {
  return {
    tables: file.tables.map((one) => ({
      ...one,
      cells: one.cells.map((cell, at) => (at === 0 ? { ...cell, ...change } : cell)),
    })),
  };
}

test('tables too wide for programmes are protected by paths and attacked by flows, with nothing found', async () => {
  for (const against of ['exact', 'threshold'] as const) {
    const table = read(twoWayTable(30, 30, 3, 0.06));
    const hidden = await protectTable(table, against);
    table.cells.forEach((cell, at) => {
      cell.hidden = hidden[at];
    });
    const found = await attackTable(table, 60);
    table.cells.forEach(({ primary, value }, at) => {
      const interval = found[at];
      if (primary) assert.ok(interval, 'a small cell is hidden');
      if (!interval) return;
      assert.ok(interval.low <= value && value <= interval.high, 'the truth lies between');
      if (primary) assert.ok(interval.low < interval.high);
      if (primary && against === 'threshold') assert.ok(interval.high > 4);
    });
  }
});

test('flows and programmes find the same', async () => {
  const table = read(twoWayTable(26, 26, 5, 0.7));
  for (const cell of table.cells) cell.hidden = cell.primary || cell.value % 7 === 0;
  const byFlows = await attackTable(table, 60);
  const { byProgrammes } = await import('./attack/file.ts');
  assert.deepEqual(byFlows, await byProgrammes(table, 60));
});
