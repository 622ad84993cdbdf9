import assert from 'node:assert/strict';
import { registerHooks } from 'node:module';
import { performance } from 'node:perf_hooks';
import { test } from 'node:test';
import { paper } from './paper.fixture.ts';

const asked: string[] = [];
registerHooks({
  resolve(name, context, next) {
    asked.push(name);
    return next(name, context);
  },
});
const libraries = () =>
  asked.filter((name) => /^(pdfkit|docx|write-excel-file|bidi-js|linkedom|@resvg|@observablehq)/.test(name));

test('no library that writes or draws is loaded when the service starts, nor by a file that is written', async () => {
  const { fileOf, formatOf, PaperParts } = await import('./index.ts');
  assert.deepEqual([typeof PaperParts, formatOf('x.pdf', 'x')], ['function', 'pdf']);
  await fileOf(paper(), 'pdf', 'paper').write();
  await fileOf(paper(), 'docx', 'paper').write();
  assert.deepEqual(libraries(), []);
});

test('what draws for a page is loaded when a page draws', async () => {
  const { loadPictures } = await import('./index.ts');
  await loadPictures();
  assert.ok(libraries().includes('@observablehq/plot'));
});

test('while a long paper is written, nobody waits for it', async () => {
  const { fileOf } = await import('./index.ts');
  const before = performance.eventLoopUtilization();
  await fileOf(paper(400), 'pdf', 'paper').write();
  const { utilization } = performance.eventLoopUtilization(before);
  assert.ok(utilization < 0.5, `the server was busy for ${Math.round(utilization * 100)} % of the time`);
});

test('of many that are asked for at once each is written, and those beyond count are refused', async () => {
  const { fileOf } = await import('./index.ts');
  const all = await Promise.allSettled(Array.from({ length: 45 }, async () => fileOf(paper(), 'csv', 'paper').write()));
  const refused = all.filter(({ status }) => status === 'rejected');
  assert.equal(refused.length, 5);
  assert.ok(refused.every((one) => 'reason' in one && one.reason.statusCode === 503));
  assert.ok((await fileOf(paper(), 'csv', 'paper').write()).length > 0);
});

test('a paper that cannot be written is said to be so, and the next is written', async () => {
  const { fileOf } = await import('./index.ts');
  const odd = { ...paper(), parts: [{ is: 'list' }] } as unknown as ReturnType<typeof paper>;
  await assert.rejects(fileOf(odd, 'pdf', 'paper').write());
  assert.ok((await fileOf(paper(), 'pdf', 'paper').write()).length > 0);
});

test('a file is named as it was asked for, and no other name is a file', async () => {
  const { fileOf, formatOf } = await import('./index.ts');
  assert.equal(fileOf(paper(), 'docx', 'your-plan').name, 'your-plan.docx');
  for (const file of ['your-plan', 'your-plan.exe', 'x.pdf', 'your-plan.constructor', '.pdf', 'your-plan.pdf.pdf'])
    assert.equal(formatOf(file, 'your-plan'), undefined, file);
});
