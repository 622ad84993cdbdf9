import { parseHTML } from 'linkedom';

/** One line per tag or run of words; two pieces of HTML that mean the same to a browser come out the same. */
export const canonical = (html: string): string => {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const lines = new Lines();
  for (const child of document.body.childNodes) write(child, lines);
  return lines.toString();
};

/** Spaces at the edges of these are not shown: blocks in the design system's stylesheet, and boxes like an input. */
const BLOCKS = new Set(
  `address article aside blockquote body button caption dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5
  h6 header hr input label legend li main nav ol option p path pre section select summary svg table tbody td textarea
  tfoot th thead tr ul`.split(/\s+/),
);

const VERBATIM = new Set(['textarea', 'pre', 'script', 'style']);

class Lines {
  #lines: string[] = [];
  #lastIsWord = false;
  #atEdge = true;
  #spaceBefore = false;

  tag(line: string, isBlock: boolean) {
    if (isBlock) this.#edge();
    this.#lines.push(line);
    this.#lastIsWord = false;
  }

  verbatim(text: string) {
    this.#lines.push(JSON.stringify(text));
  }

  /** Runs of space count as one, wherever they stand among inline tags, and as none at the edge of a block. */
  words(text: string) {
    for (const piece of text.match(/[ \t\r\n\f]+|[^ \t\r\n\f]+/g) ?? []) {
      if (/[ \t\r\n\f]/.test(piece)) this.#spaceBefore = true;
      else this.#word(piece);
    }
  }

  toString() {
    return this.#lines.join('\n');
  }

  #word(word: string) {
    const isApart = this.#spaceBefore && !this.#atEdge;
    // The parser cuts a word in pieces at each escaped character.
    const start = this.#lastIsWord && !isApart ? this.#lines.pop() : '';
    this.#lines.push(`${isApart ? ' ' : start}${word}`);
    this.#lastIsWord = true;
    this.#atEdge = false;
    this.#spaceBefore = false;
  }

  #edge() {
    this.#atEdge = true;
    this.#spaceBefore = false;
  }
}

const write = (node: Node, lines: Lines): void => {
  if (node.nodeType === node.TEXT_NODE) lines.words(node.textContent ?? '');
  if (node.nodeType !== node.ELEMENT_NODE) return;
  const { localName, attributes, childNodes, textContent } = node as Element;
  const isBlock = BLOCKS.has(localName);
  lines.tag(`<${[localName, ...[...attributes].map(attribute).sort()].join(' ')}>`, isBlock);
  if (VERBATIM.has(localName)) lines.verbatim(textContent ?? '');
  else for (const child of childNodes) write(child, lines);
  lines.tag(`</${localName}>`, isBlock);
};

const attribute = ({ name, value }: Attr): string =>
  `${name}=${JSON.stringify(name === 'class' ? value.trim().split(/\s+/).join(' ') : value)}`;
