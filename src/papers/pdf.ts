import { picturesOf } from './file-pictures.ts';
import type { Fact, Paper, PaperTable, Part } from './paper.ts';
import {
  closePages,
  type Letters,
  lineHeight,
  linesOf,
  newPage,
  openPages,
  type Pages,
  saying,
  setLines,
  tag,
} from './pdf-page.ts';
import { drawPicture, pictureHeight } from './pdf-picture.ts';
import { drawTable, isWide, layOut } from './pdf-table.ts';
import { beyondTheFont } from './pdf-text.ts';
import { aboutTable, legend, levelOf, notesTitle, symbolsTitle, tablesIn, trialSays } from './wording.ts';

type Sizes = { title: number; section: number; table: number; body: number };
const SIZES: Record<Paper['letters'], Sizes> = {
  plain: { title: 18, section: 15, table: 13, body: 10 },
  large: { title: 26, section: 20, table: 20, body: 16 },
};
const LABEL_WIDTH = 120;
/** What is longer may be broken over two pages, so many lines at the least on each. */
const [SHORT, LEAST] = [4, 2];
const boxSays =
  'Letters shown as a box belong to a script this file has no font for; the other files of the paper have them.';

/** Something to set on the page: how much of it stands together at its beginning, and whether what follows stands there too. */
type Block = { least: number; leads: boolean; set: () => void };
type Setting = { pages: Pages; sizes: Sizes; pictures: Awaited<ReturnType<typeof picturesOf>> };

/** A tagged document (PDF/UA) made without a browser, so that it can be made where the service runs. */
export async function writePdf(paper: Paper): Promise<Uint8Array> {
  const pages = await openPages(paper, tablesIn(paper.parts).some(isWide) ? 'landscape' : 'portrait');
  const setting = { pages, sizes: SIZES[paper.letters], pictures: await picturesOf(paper.parts) };
  const blocks = [...opening(setting, paper), ...paper.parts.flatMap((_, at) => blocksOf(setting, paper.parts, at))];
  if (beyondTheFont(JSON.stringify(paper))) blocks.push(...list(setting, [boxSays]));
  blocks.forEach((block, at) => {
    if (pages.y > pages.top && pages.y + together(blocks, at) > pages.bottom) newPage(pages);
    block.set();
  });
  return closePages(pages, paper);
}

/** A heading is never the last on its page, nor what a table says of itself. */
function together(blocks: readonly Block[], at: number): number {
  const block = blocks[at];
  if (!block) return 0;
  return block.least + (block.leads ? together(blocks, at + 1) : 0);
}

function opening(setting: Setting, { title, trial, facts }: Paper): Block[] {
  return [
    heading(setting, 'H1', title, setting.sizes.title),
    ...(trial ? [paragraph(setting, trialSays, { bold: true })] : []),
    ...facts.map((one) => fact(setting, one)),
    ...(facts.length > 0 ? [space(setting)] : []),
  ];
}

function blocksOf(setting: Setting, parts: readonly Part[], at: number): Block[] {
  const part = parts[at];
  const { section } = setting.sizes;
  switch (part?.is) {
    case 'heading':
      return [heading(setting, 'H2', part.says, section)];
    case 'paragraph':
      return [paragraph(setting, part.says)];
    case 'list':
      return list(setting, part.items);
    case 'symbols':
      return headed(
        setting,
        symbolsTitle,
        legend(parts).map((one) => fact(setting, one)),
      );
    case 'table':
      return table(setting, part, levelOf(parts, at) === 2 ? 'H2' : 'H3');
    case 'notes':
      return headed(setting, notesTitle, list(setting, part.notes));
    default:
      return [];
  }
}

const headed = (setting: Setting, title: string, blocks: Block[]): Block[] =>
  blocks.length === 0 ? [] : [heading(setting, 'H2', title, setting.sizes.table), ...blocks];

function table(setting: Setting, one: PaperTable, level: 'H2' | 'H3'): Block[] {
  const { pages, sizes } = setting;
  const laidOut = layOut(pages, one, sizes.body);
  return [
    heading(setting, level, one.title, sizes.table),
    ...aboutTable(one).map((about) => fact(setting, about, { leads: true })),
    space(setting, { leads: true }),
    { least: laidOut.least, leads: false, set: () => drawTable(pages, laidOut) },
    space(setting),
    ...list(setting, one.notes),
    ...(setting.pictures.get(one) ?? []).flatMap((picture) => [
      { least: pictureHeight(pages, picture), leads: false, set: () => drawPicture(pages, picture) },
      space(setting),
    ]),
  ];
}

const space = ({ pages, sizes }: Setting, { leads } = { leads: false }): Block => ({
  least: 0,
  leads,
  set: () => {
    if (pages.y > pages.top) pages.y += sizes.body / 2;
  },
});

function heading({ pages }: Setting, type: 'H1' | 'H2' | 'H3', says: string, size: number): Block {
  const letters = { size, bold: true };
  const lines = linesOf(pages, says, pages.width, letters);
  return {
    least: lines.length * lineHeight(letters) + size * 1.2,
    leads: true,
    set: () => {
      pages.y += size * 0.8;
      pages.doc.outline.addItem(says);
      block(pages, type, says, lines, letters);
    },
  };
}

function paragraph({ pages, sizes }: Setting, says: string, { bold = false } = {}): Block {
  const letters = { size: sizes.body, bold };
  const lines = linesOf(pages, says, pages.width, letters);
  return { least: leastOf(lines, letters), leads: false, set: () => block(pages, 'P', says, lines, letters) };
}

const leastOf = ({ length }: readonly string[], letters: Letters) =>
  (length <= SHORT ? length : LEAST) * lineHeight(letters);

function block(pages: Pages, type: string, text: string, lines: string[], letters: Letters): void {
  const element = tag(pages, pages.root, type, saying(text));
  flow(pages, element, lines, { x: pages.left, width: pages.width }, letters);
  element.end();
  pages.y += letters.size * 0.4;
}

/** A word in bold, and beside it what it says. */
function fact({ pages, sizes }: Setting, [label, says]: Fact, { leads } = { leads: false }): Block {
  const [plain, bold] = [{ size: sizes.body }, { size: sizes.body, bold: true }];
  const at = { x: pages.left + LABEL_WIDTH, width: pages.width - LABEL_WIDTH };
  const lines = linesOf(pages, says, at.width, plain);
  return {
    least: leastOf(lines, plain) + 2,
    leads,
    set: () => {
      const element = tag(pages, pages.root, 'P', saying(`${label}: ${says}`));
      const { y } = pages;
      element.add(() => setLines(pages, [`${label}:`], { x: pages.left, y, width: LABEL_WIDTH }, bold));
      flow(pages, element, lines, at, plain);
      element.end();
      pages.y += 2;
    },
  };
}

function list({ pages, sizes }: Setting, items: readonly string[]): Block[] {
  const letters = { size: sizes.body };
  const [dot, indent] = [1.2 * sizes.body, 1.4 * sizes.body];
  const at = { x: pages.left + indent, width: pages.width - indent };
  let element: Element;
  return items.map((says, place) => {
    const lines = linesOf(pages, says, at.width, letters);
    const set = () => {
      if (place === 0) element = tag(pages, pages.root, 'L');
      const item = tag(pages, element, 'LI');
      const { y } = pages;
      tag(pages, item, 'Lbl').add(() => setLines(pages, ['•'], { x: pages.left, y, width: dot }, letters));
      flow(pages, tag(pages, item, 'LBody', saying(says)), lines, at, letters);
      pages.y += 2;
      if (place === items.length - 1) element.end();
    };
    return { least: leastOf(lines, letters), leads: false, set };
  });
}

type Element = ReturnType<typeof tag>;

/** Lines over as many pages as they need, in one element of the structure, none alone on the last. */
function flow(
  pages: Pages,
  element: Element,
  lines: string[],
  at: { x: number; width: number },
  letters: Letters,
): void {
  for (let from = 0; from < lines.length; ) {
    if (pages.y + lineHeight(letters) > pages.bottom) newPage(pages);
    const room = Math.floor((pages.bottom - pages.y) / lineHeight(letters));
    const left = lines.length - from;
    const slice = lines.slice(from, from + (left === room + 1 && room > LEAST ? room - 1 : room));
    const { y } = pages;
    element.add(() => setLines(pages, slice, { ...at, y }, letters));
    pages.y += slice.length * lineHeight(letters);
    from += slice.length;
    if (from < lines.length) newPage(pages);
  }
}
