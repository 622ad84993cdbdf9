import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  type IParagraphOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { repack } from './archive.ts';
import { PAGE_WIDTH, widthsOf } from './docx-widths.ts';
import type { Paper, PaperTable, Section } from './paper.ts';
import {
  aboutPaper,
  aboutTable,
  decimals,
  isSectioned,
  legend,
  notesTitle,
  printed,
  releasedAt,
  symbolsTitle,
  trialSays,
} from './wording.ts';

/** An insert for a council report: headings to number and to restyle, real tables, no page furniture of its own. */
export async function writeDocx(paper: Paper): Promise<Uint8Array> {
  const bytes = await Packer.toBuffer(
    new Document({
      title: paper.title,
      creator: paper.partnership,
      lastModifiedBy: paper.partnership,
      description: `${paper.reference}, ${paper.address}`,
      styles: {
        default: {
          document: { run: { font: 'Arial', size: '12pt', language: { value: 'en-GB', bidirectional: 'ar' } } },
        },
      },
      sections: [
        {
          children: [
            ...opening(paper),
            ...paper.tables.flatMap((table) => tablePart(table, isSectioned(paper))),
            ...closing(paper),
          ],
        },
      ],
    }),
  );
  return repack(bytes, (parts) => ({ ...parts, 'docProps/core.xml': dated(parts['docProps/core.xml'], paper) }));
}

/** The library writes the hour of writing; the release is what counts. */
function dated(core: string | undefined, paper: Paper): string {
  if (!core?.includes('W3CDTF')) throw new Error('docProps/core.xml of the document is not as expected');
  const moment = releasedAt(paper).toISOString();
  return core
    .replace(/(W3CDTF">)[^<]*/g, (_, before: string) => before + moment)
    .replace('</cp:coreProperties>', '<dc:language>en-GB</dc:language></cp:coreProperties>');
}

function opening(paper: Paper) {
  return [
    paragraph(paper.title, { heading: HeadingLevel.HEADING_1 }),
    ...(paper.trial ? [paragraph(trialSays, {}, true)] : []),
    ...aboutPaper(paper).map((said) => fact(said)),
    ...paper.summary.map((says) => paragraph(says)),
  ];
}

function tablePart(table: PaperTable, sectioned: boolean) {
  return [
    ...(table.opens ?? []).flatMap(sectionPart),
    heading(table.title, sectioned ? HeadingLevel.HEADING_3 : HeadingLevel.HEADING_2),
    ...aboutTable(table).map((said) => fact(said, { keepNext: true })),
    drawn(table),
    ...table.notes.map(bullet),
    paragraph(''),
    ...(table.closes ?? []).flatMap(sectionPart),
  ];
}

const sectionPart = ({ title, says }: Section) => [heading(title), ...says.map((words) => paragraph(words))];

function closing(paper: Paper) {
  const part = (title: string, children: Paragraph[]) => (children.length === 0 ? [] : [heading(title), ...children]);
  return [
    ...part(
      symbolsTitle,
      legend(paper).map(({ shown, says }) => fact([shown, says])),
    ),
    ...part(notesTitle, paper.notes.map(bullet)),
  ];
}

/** A table of no more rows is not broken over two pages, where its total would stand alone. */
const ON_ONE_PAGE = 20;

function drawn(table: PaperTable): Table {
  const widths = widthsOf(table);
  const places = table.columns.map((_, at) => decimals(table, at));
  const keepsTogether = table.rows.length <= ON_ONE_PAGE;
  const row = (label: string, cells: string[], { head = false, keepNext = false }) =>
    new TableRow({
      ...(head && { tableHeader: true }),
      cantSplit: true,
      children: [
        paragraph(label, { keepNext }, true),
        ...cells.map((says) => paragraph(says, { keepNext, alignment: AlignmentType.RIGHT }, head)),
      ].map((child, at) => cell(child, widths[at] ?? 0)),
    });
  return new Table({
    width: { size: PAGE_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    borders: { top: rule, bottom: rule, insideHorizontal: rule, left: none, right: none, insideVertical: none },
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    rows: [
      row(table.rowsAre, [...table.columns], { head: true, keepNext: true }),
      ...table.rows.map(({ label, cells }, at) =>
        row(
          label,
          cells.map((shown, at) => printed(shown, places[at] ?? 0)),
          { keepNext: keepsTogether && at < table.rows.length - 1 },
        ),
      ),
    ],
  });
}

const rule = { style: BorderStyle.SINGLE, size: 4, color: 'B1B4B6' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const cell = (child: Paragraph, width: number) =>
  new TableCell({ children: [child], width: { size: width, type: WidthType.DXA } });
const heading = (
  says: string,
  level: typeof HeadingLevel.HEADING_2 | typeof HeadingLevel.HEADING_3 = HeadingLevel.HEADING_2,
) => paragraph(says, { heading: level, keepNext: true, spacing: { before: 320, after: 80 } });
const bullet = (says: string) => paragraph(says, { bullet: { level: 0 } });
const fact = ([label, says]: readonly [string, string], options: IParagraphOptions = {}) =>
  new Paragraph({ spacing: { after: 80 }, ...options, children: [...runs(`${label}: `, true), ...runs(says, false)] });

function paragraph(says: string, options: IParagraphOptions = {}, bold = false): Paragraph {
  return new Paragraph({ spacing: { after: 80 }, ...options, children: runs(says, bold) });
}

const rightToLeft = /([\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]+(?:\s+[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]+)*)/;

/** Word needs to be told of words written from right to left, or it sets them in the wrong font and order. */
function runs(says: string, bold: boolean): TextRun[] {
  return says
    .split(rightToLeft)
    .map((text, at) => ({ text, rightToLeft: at % 2 === 1 }))
    .filter(({ text }) => text !== '')
    .map(({ text, rightToLeft: backwards }) => new TextRun({ text, bold, ...(backwards && { rightToLeft: true }) }));
}
