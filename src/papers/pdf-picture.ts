import { type FilePicture, INK } from './file-pictures.ts';
import { type Pages, setLines, tag } from './pdf-page.ts';

/** Letters in a picture are as large as those in a table. */
const SCALE = 0.75;

type Ink = { fill: string; stroke: string; size: number; bold: boolean; align: 'left' | 'right' };

export const pictureHeight = (pages: Pages, picture: FilePicture): number => picture.height * scaleOf(pages, picture);

/** One taller than a page would be smaller, and not cut off. */
const scaleOf = ({ width, top, bottom }: Pages, picture: FilePicture): number =>
  Math.min(SCALE, width / picture.width, (bottom - top) / picture.height);

/** A figure with its words, drawn in lines and letters, so that it is sharp at any size. */
export function drawPicture(pages: Pages, picture: FilePicture): void {
  const { doc, left, y } = pages;
  const scale = scaleOf(pages, picture);
  const [right, below] = [left + picture.width * scale, y + picture.height * scale];
  const figure = tag(pages, pages.root, 'Figure', { alt: picture.says, bbox: [left, y, right, below] });
  figure.add(() => {
    doc.save().translate(left, y).scale(scale).translate(0, -picture.top);
    draw(pages, picture.root, { fill: INK, stroke: INK, size: 10, bold: false, align: 'left' });
    doc.restore();
  });
  figure.end();
  pages.y = below;
}

/** What Plot makes bars of, and no more of SVG than that. */
function draw(pages: Pages, element: Element, outer: Ink): void {
  const { doc } = pages;
  const ink = inkOf(element, outer);
  const at = (name: string) => numberIn(element, name);
  doc.save().translate(...movedBy(element));
  switch (element.tagName.toLowerCase()) {
    case 'svg':
    case 'g':
      for (const child of Array.from(element.children)) draw(pages, child, ink);
      break;
    case 'rect':
      doc.rect(at('x'), at('y'), at('width'), at('height')).fill(ink.fill);
      break;
    case 'line':
      doc.moveTo(at('x1'), at('y1')).lineTo(at('x2'), at('y2')).lineWidth(1).stroke(ink.stroke);
      break;
    case 'text':
      write(pages, element, ink);
      break;
    default:
      throw new Error(`a PDF cannot draw <${element.tagName}> of a picture`);
  }
  doc.restore();
}

/** One line, or each in its own element. */
function write(pages: Pages, text: Element, ink: Ink): void {
  const lines = text.children.length > 0 ? Array.from(text.children) : [text];
  pages.doc.fillColor(ink.fill);
  let y = 0;
  for (const line of lines) {
    y += (numberIn(line, 'y') + numberIn(line, 'dy')) * ink.size;
    setLines(pages, [line.textContent ?? ''], { x: 0, y, width: 0, align: ink.align, baseline: 'alphabetic' }, ink);
  }
}

function inkOf(element: Element, outer: Ink): Ink {
  const given = (name: string) => element.getAttribute(name)?.replace('currentColor', INK);
  const anchor = given('text-anchor');
  return {
    fill: given('fill') ?? outer.fill,
    stroke: given('stroke') ?? outer.stroke,
    size: Number(given('font-size') ?? outer.size),
    bold: given('font-weight') === 'bold' || outer.bold,
    align: anchor === undefined ? outer.align : anchor === 'end' ? 'right' : 'left',
  };
}

const numberIn = (element: Element, name: string): number => Number.parseFloat(element.getAttribute(name) ?? '0');

function movedBy(element: Element): [number, number] {
  const transform = element.getAttribute('transform');
  if (transform === null) return [0, 0];
  const [, x, y] = /^translate\(([-\d.]+),([-\d.]+)\)$/.exec(transform) ?? [];
  if (x === undefined || y === undefined) throw new Error(`a PDF cannot draw ${transform} of a picture`);
  return [Number(x), Number(y)];
}
