import { xml, xmlHead } from './archive.ts';
import type { Paper } from './paper.ts';
import { heightOf, LANGUAGE } from './wording.ts';

/** The fixed parts of an OpenDocument spreadsheet: styles, properties, the rows kept in sight, the list of parts. */
const of = (name: string) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`;
const spaces = [
  ...['office', 'style', 'text', 'table', 'meta', 'config'].map(of),
  'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"',
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:ooo="http://openoffice.org/2004/office"',
].join(' ');
const document = (name: string, says: string) =>
  `${xmlHead}<office:document-${name} ${spaces} office:version="1.3">${says}</office:document-${name}>`;

export function content(sheets: string, places: number[]): string {
  const cell = (name: string, letters: string, more = '') =>
    `<style:style style:name="${name}" style:family="table-cell"${more}>${letters}</style:style>`;
  const wrapped = '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>';
  const right = '<style:paragraph-properties fo:text-align="end"/>';
  const bold = (size: number) => `<style:text-properties fo:font-weight="bold" fo:font-size="${size}pt"/>`;
  const column = (name: string, width: number) =>
    `<style:style style:name="${name}" style:family="table-column"><style:table-column-properties style:column-width="${width}cm"/></style:style>`;
  const row = (lines: number) =>
    `<style:style style:name="lines-${lines}" style:family="table-row"><style:table-row-properties style:row-height="${heightOf(lines)}pt" style:use-optimal-row-height="false"/></style:style>`;
  const heights = new Set([...sheets.matchAll(/"lines-(\d+)"/g)].map(([, lines]) => Number(lines)));
  const figure = (place: number) =>
    `<number:number-style style:name="n${place}"><number:number number:min-integer-digits="1" number:decimal-places="${place}" number:min-decimal-places="${place}" number:grouping="true"/></number:number-style>` +
    cell(`figure-${place}`, right, ` style:data-style-name="n${place}"`);
  const automatic = [
    column('label', 6),
    column('prose', 20),
    column('row-label', 10),
    column('cell', 4),
    cell('plain', ''),
    cell('prose', wrapped),
    cell('symbol', right),
    cell('head', wrapped + bold(12)),
    cell('head-right', wrapped + right + bold(12)),
    cell('heading', bold(14)),
    cell('title', bold(18)),
    ...places.map(figure),
    ...[...heights].map(row),
    '<style:style style:name="sheet" style:family="table" style:master-page-name="Default"/>',
  ].join('');
  return document(
    'content',
    `<office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:spreadsheet>${sheets}</office:spreadsheet></office:body>`,
  );
}

export const styles = document(
  'styles',
  '<office:styles><style:default-style style:family="table-cell"><style:text-properties fo:font-family="Arial" fo:font-size="12pt" fo:language="en" fo:country="GB"/></style:default-style></office:styles>' +
    // A4 lying down, printed as wide as a page and as many pages long as it takes.
    '<office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin="2cm" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout></office:automatic-styles>' +
    '<office:master-styles><style:master-page style:name="Default" style:page-layout-name="page"/></office:master-styles>',
);

export const meta = (paper: Paper) =>
  document(
    'meta',
    `<office:meta><dc:title>${xml(paper.title)}</dc:title><dc:creator>${xml(paper.author)}</dc:creator><dc:language>${LANGUAGE}</dc:language></office:meta>`,
  );

/** LibreOffice keeps the header in sight as a view setting: split mode 2 is frozen, below row 3 and beside column 1. */
export function settings(sheets: string[]): string {
  const item = (name: string, value: number) =>
    `<config:config-item config:name="${name}" config:type="${name.endsWith('Mode') ? 'short' : 'int'}">${value}</config:config-item>`;
  const frozen = [
    item('HorizontalSplitMode', 2),
    item('VerticalSplitMode', 2),
    item('HorizontalSplitPosition', 1),
    item('VerticalSplitPosition', 3),
    item('ActiveSplitRange', 3),
    item('PositionRight', 1),
    item('PositionBottom', 3),
  ].join('');
  const views = sheets
    .map((name) => `<config:config-item-map-entry config:name="${xml(name)}">${frozen}</config:config-item-map-entry>`)
    .join('');
  return document(
    'settings',
    `<office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry><config:config-item config:name="ViewId" config:type="string">view1</config:config-item><config:config-item-map-named config:name="Tables">${views}</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings>`,
  );
}

const sheetType = 'application/vnd.oasis.opendocument.spreadsheet';
const listed = ['content', 'styles', 'meta', 'settings']
  .map((name) => `<manifest:file-entry manifest:full-path="${name}.xml" manifest:media-type="text/xml"/>`)
  .join('');
export const manifest = `${xmlHead}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${sheetType}"/>${listed}</manifest:manifest>`;
