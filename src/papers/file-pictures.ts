import { parseHTML } from 'linkedom';
import { xml } from './archive.ts';
import type { PaperTable, Part } from './paper.ts';
import { wrap } from './pdf-text.ts';
import { tablesIn } from './wording.ts';

/**
 * A picture as a file holds it: as text, as what there is to draw (from `top` down), and in words for those who do not see
 * it.
 */
export type FilePicture = { svg: string; root: Element; top: number; says: string; width: number; height: number };

/** Two of them stand on an upright page, and one on a page that lies. */
const TALLEST = 420;
const [LINE, LETTERS_IN_A_LINE] = [18, 60];
/** Word has the first, the drawing in this program only the second. */
const FONTS = "Arial, 'DejaVu Sans', sans-serif";

/** The pictures of each table that has any. What draws is fetched only then. */
export async function picturesOf(parts: readonly Part[]): Promise<ReadonlyMap<PaperTable, FilePicture[]>> {
  const tables = tablesIn(parts).filter(({ drawnAs }) => drawnAs !== undefined);
  if (tables.length === 0) return new Map();
  const { tableSvgs } = await import('./pictures.ts');
  return new Map(tables.map((table) => [table, tableSvgs(table, TALLEST).map((drawn) => forFile(drawn, table.title))]));
}

/**
 * A page gives a picture its title, its font and its colour; in a file it may stand on a page without its table, and DejaVu
 * Sans is wider than a page's font.
 */
function forFile(drawn: string, title: string): FilePicture {
  const root = parseHTML(drawn).document.querySelector('svg');
  if (!root) throw new Error('no picture was drawn');
  const says = root.getAttribute('aria-label') ?? '';
  for (const name of ['aria-label', 'role', 'class']) root.removeAttribute(name);
  root.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  root.setAttribute('font-family', FONTS);
  for (const letters of root.querySelectorAll('[font-size="14"]')) letters.setAttribute('font-size', '12');
  const lines = wrap(title, LETTERS_IN_A_LINE, ({ length }) => length);
  const top = -LINE * lines.length;
  root.append(...lines.map((line, at) => titleLine(root, line, top + LINE * (at + 0.7))));
  const [width, height] = [Number(root.getAttribute('width')), Number(root.getAttribute('height')) - top];
  root.setAttribute('height', String(height));
  root.setAttribute('viewBox', `0 ${top} ${width} ${height}`);
  return { svg: written(root).replaceAll('currentColor', INK), root, top, says, width, height };
}

function titleLine({ ownerDocument }: Element, says: string, y: number): Element {
  const line = ownerDocument.createElement('text');
  const looks = { transform: `translate(4,${y})`, 'font-size': '12', 'font-weight': 'bold', 'text-anchor': 'start' };
  for (const [name, value] of Object.entries(looks)) line.setAttribute(name, value);
  line.textContent = says;
  return line;
}

export const INK = '#0b0c0c';

/** As XML, which a page's own notation is not. */
function written(element: Element): string {
  const attributes = Array.from(element.attributes, ({ name, value }) => ` ${name}="${xml(value)}"`).join('');
  const inside = Array.from(element.childNodes, (node) =>
    'tagName' in node ? written(node as Element) : xml(node.textContent ?? ''),
  ).join('');
  return `<${element.tagName.toLowerCase()}${attributes}>${inside}</${element.tagName.toLowerCase()}>`;
}
