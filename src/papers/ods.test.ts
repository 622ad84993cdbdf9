import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeOds } from './ods.ts';
import { areas, paper, withTables } from './paper.fixture.ts';
import { all, part } from './read.fixture.ts';

const MIMETYPE = 'application/vnd.oasis.opendocument.spreadsheet';
const STORED = 0;

test('the media type comes first and uncompressed, where readers look for it', async () => {
  const bytes = Buffer.from(await writeOds(paper()));
  assert.equal(bytes.readUInt32LE(0), 0x04034b50);
  assert.equal(bytes.readUInt16LE(8), STORED);
  assert.equal(bytes.readUInt16LE(28), 0, 'no extra field before the content');
  assert.equal(bytes.subarray(30, 38 + MIMETYPE.length).toString('latin1'), `mimetype${MIMETYPE}`);
});

test('the manifest lists every part', async () => {
  const listed = all(part(await writeOds(paper()), 'META-INF/manifest.xml'), 'manifest:file-entry').map((entry) =>
    entry.getAttribute('manifest:full-path'),
  );
  assert.deepEqual(listed, ['/', 'content.xml', 'styles.xml', 'meta.xml', 'settings.xml']);
});

test('numbers are numbers, symbols and labels are text', async () => {
  const cells = all(part(await writeOds(paper()), 'content.xml'), 'table:table-cell');
  const kind = (says: string) =>
    cells.find(({ textContent }) => textContent === says)?.getAttribute('office:value-type');
  assert.equal(kind('1,234'), 'float');
  assert.equal(kind('c'), 'string');
  assert.equal(kind('=1+1'), 'string');
  assert.ok(cells.every((cell) => cell.getAttribute('table:formula') === null));
});

test('every style a cell or column names is there', async () => {
  const content = part(await writeOds(paper()), 'content.xml');
  const styles = new Set(all(content, 'style:style').map((style) => style.getAttribute('style:name')));
  const named = ['table:table-cell', 'table:table-column', 'table:table-row'].flatMap((element) =>
    all(content, element).map((cell) => cell.getAttribute('table:style-name')),
  );
  assert.ok(named.length > 0 && named.every((name) => name === null || styles.has(name)));
});

test('a row is as high as its words, in every program', async () => {
  const note = 'Figures may be revised.';
  const parts = [{ is: 'notes', notes: [note, `${note} `.repeat(8)] }] as const;
  const content = part(await writeOds({ ...paper(), parts }), 'content.xml');
  const heights = new Map(
    all(content, 'style:style').map((style) => [
      style.getAttribute('style:name'),
      all(style, 'style:table-row-properties')[0]?.getAttribute('style:row-height'),
    ]),
  );
  const high = all(content, 'table:table-row')
    .filter(({ textContent }) => textContent?.startsWith(note))
    .map((row) => heights.get(row.getAttribute('table:style-name')));
  assert.deepEqual(high, ['18pt', '50pt']);
});

test('header rows are marked, and kept in sight on every table', async () => {
  const bytes = await writeOds(paper());
  const heads = all(part(bytes, 'content.xml'), 'table:table-header-rows').map(
    (head) => all(head, 'table:table-row').at(-1)?.textContent,
  );
  assert.deepEqual(heads, ['Type <b>of</b> exploitationAllGirlsBoysŁódź', 'Ward202120222023']);
  const frozen = all(part(bytes, 'settings.xml'), 'config:config-item').filter(
    (item) => item.getAttribute('config:name') === 'VerticalSplitPosition' && item.textContent === '3',
  );
  assert.equal(frozen.length, 2);
});

test('its language is English as written in Britain', async () => {
  const [letters] = all(part(await writeOds(paper()), 'styles.xml'), 'style:text-properties');
  assert.equal(`${letters?.getAttribute('fo:language')}-${letters?.getAttribute('fo:country')}`, 'en-GB');
});

test('spaces and lines of a label are kept', async () => {
  const odd = { ...areas, rows: [{ label: 'two  spaces\nand a line\u0000', cells: [1, 2, 3, 4] }] };
  const content = part(await writeOds(withTables(odd)), 'content.xml');
  assert.equal(all(content, 'text:s').length, 1);
  assert.equal(all(content, 'text:line-break').length, 1);
});
