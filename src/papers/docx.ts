import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  ImageRun,
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
import { type FilePicture, picturesOf } from './file-pictures.ts';
import type { Fact, Paper, PaperTable, Part } from './paper.ts';
import {
  aboutTable,
  decimals,
  LANGUAGE,
  legend,
  legible,
  levelOf,
  madeAt,
  notesTitle,
  printed,
  symbolsTitle,
  trialSays,
} from './wording.ts';

type Pictures = ReadonlyMap<PaperTable, Paragraph[]>;
/** In half points: the paper's letters, and its headings where the library's would be too small beside them. */
const SIZES = { plain: [24], large: [36, 54, 44] } as const satisfies Record<Paper['letters'], readonly number[]>;

/** An insert for a council report: headings to number and to restyle, real tables, no page furniture of its own. */
export async function writeDocx(paper: Paper): Promise<Uint8Array> {
  const [size, title, section] = SIZES[paper.letters] as readonly [number, number?, number?];
  const pictures = await pictureParagraphs(paper.parts);
  const bytes = await Packer.toBuffer(
    new Document({
      title: paper.title,
      creator: paper.author,
      lastModifiedBy: paper.author,
      ...(paper.reference && { description: paper.reference }),
      styles: {
        default: {
          document: { run: { font: 'Arial', size, language: { value: LANGUAGE, bidirectional: 'ar' } } },
          ...(title && { heading1: { run: { size: title } } }),
          ...(section && { heading2: { run: { size: section } } }),
        },
      },
      sections: [
        { children: [...opening(paper), ...paper.parts.flatMap((_, at) => partIn(paper.parts, at, pictures))] },
      ],
    }),
  );
  return repack(bytes, (parts) => ({ ...parts, 'docProps/core.xml': dated(parts['docProps/core.xml'], paper) }));
}

/** The library writes the hour of writing; the release is what counts. */
function dated(core: string | Uint8Array | undefined, paper: Paper): string {
  if (typeof core !== 'string' || !core.includes('W3CDTF'))
    throw new Error('docProps/core.xml of the document is not as expected');
  const moment = madeAt(paper).toISOString();
  return core
    .replace(/(W3CDTF">)[^<]*/g, (_, before: string) => before + moment)
    .replace('</cp:coreProperties>', `<dc:language>${LANGUAGE}</dc:language></cp:coreProperties>`);
}

const opening = ({ title, trial, facts }: Paper) => [
  paragraph(title, { heading: HeadingLevel.HEADING_1, keepNext: true }),
  ...(trial ? [paragraph(trialSays, {}, true)] : []),
  ...facts.map((said) => fact(said)),
];

function partIn(parts: readonly Part[], at: number, pictures: Pictures): (Paragraph | Table)[] {
  const part = parts[at];
  switch (part?.is) {
    case 'heading':
      return [heading(part.says)];
    case 'paragraph':
      return [paragraph(part.says)];
    case 'list':
      return part.items.map(bullet);
    case 'symbols':
      return headed(
        symbolsTitle,
        legend(parts).map((said) => fact(said)),
      );
    case 'table':
      return [
        heading(part.title, levelOf(parts, at) === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3),
        ...aboutTable(part).map((said) => fact(said, { keepNext: true })),
        drawn(part),
        ...part.notes.map(bullet),
        ...(pictures.get(part) ?? []),
        paragraph(''),
      ];
    case 'notes':
      return headed(notesTitle, part.notes.map(bullet));
    default:
      return [];
  }
}

const headed = (title: string, said: Paragraph[]) => (said.length === 0 ? [] : [heading(title), ...said]);

/** Word draws the lines; what cannot shows the dots. */
async function pictureParagraphs(parts: readonly Part[]): Promise<Pictures> {
  const drawn = await picturesOf(parts);
  if (drawn.size === 0) return new Map();
  const { png } = await import('./raster.ts');
  const dots = new Map<FilePicture, Uint8Array>();
  for (const picture of [...drawn.values()].flat()) dots.set(picture, await png(picture.svg));
  // Numbered here: the library counts on from one document to the next, and no two would have the same bytes.
  let id = 0;
  const shown = (picture: FilePicture) => {
    id += 1;
    const transformation = { width: picture.width, height: picture.height };
    const image = new ImageRun({
      type: 'svg',
      data: Buffer.from(picture.svg),
      transformation,
      fallback: { type: 'png', data: Buffer.from(dots.get(picture) ?? []) },
      altText: { id: String(id), name: `Picture ${id}`, title: '', description: legible(picture.says) },
    });
    return new Paragraph({ spacing: { before: 160, after: 80 }, children: [image] });
  };
  return new Map([...drawn].map(([table, pictures]) => [table, pictures.map(shown)]));
}

/** A table of no more rows is not broken over two pages, where its total would stand alone. */
const ON_ONE_PAGE = 20;
/** Of a longer one so many rows keep together at its end, the total among them. */
const LAST = 3;

function drawn(table: PaperTable): Table {
  const widths = widthsOf(table);
  const places = table.columns.map((_, at) => decimals(table, at));
  const keepsFrom = table.rows.length <= ON_ONE_PAGE ? 0 : table.rows.length - LAST;
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
          { keepNext: at >= keepsFrom && at < table.rows.length - 1 },
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
const fact = ([label, says]: Fact, options: IParagraphOptions = {}) =>
  new Paragraph({ spacing: { after: 80 }, ...options, children: [...runs(`${label}: `, true), ...runs(says, false)] });

function paragraph(says: string, options: IParagraphOptions = {}, bold = false): Paragraph {
  return new Paragraph({ spacing: { after: 80 }, ...options, children: runs(says, bold) });
}

const rightToLeft = /([\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]+(?:\s+[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]+)*)/;

/** Word needs to be told of words written from right to left, or it sets them in the wrong font and order; and of lines. */
function runs(says: string, bold: boolean): TextRun[] {
  return says
    .split(/\r\n?|\n/)
    .flatMap((line, row) => [
      ...(row > 0 ? [new TextRun({ break: 1 })] : []),
      ...line
        .split(rightToLeft)
        .flatMap((text, at) =>
          text === '' ? [] : [new TextRun({ text, bold, ...(at % 2 === 1 && { rightToLeft: true }) })],
        ),
    ]);
}
