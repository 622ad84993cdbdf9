/** What a reader of XML wants to hear. Names come without their prefix: `x:row` is `row`, `r:id` is `id`. */
export type XmlListener = {
  open(name: string, attribute: (name: string) => string | undefined): void;
  close(name: string): void;
  text(text: string): void;
};

const TAG = /<(\/?)([^\s/>!?]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/y;
const ATTRIBUTE = /([^\s=:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Walks a document once, front to back. Document type definitions are skipped, never expanded, so that a small file
 * cannot unfold into a large one. @throws Error at a tag that never ends.
 */
export function scanXml(xml: string, listener: XmlListener): void {
  let at = 0;
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    const end = next < 0 ? xml.length : next;
    if (end > at) listener.text(unescapeXml(xml.slice(at, end)));
    at = next < 0 ? end : passMark(xml, next, listener);
  }
}

function passMark(xml: string, at: number, listener: XmlListener): number {
  if (xml.startsWith('<!--', at)) return after(xml, '-->', at);
  if (xml.startsWith('<?', at)) return after(xml, '?>', at);
  if (xml.startsWith('<![CDATA[', at)) {
    const end = after(xml, ']]>', at);
    listener.text(xml.slice(at + 9, end - 3));
    return end;
  }
  if (xml.startsWith('<!', at)) return after(xml, '>', at);
  TAG.lastIndex = at;
  const tag = TAG.exec(xml);
  if (!tag) throw new Error('a tag never ends');
  const [whole, closing, name = '', attributes = '', empty] = tag;
  const local = name.slice(name.indexOf(':') + 1);
  if (!closing) listener.open(local, (wanted) => findAttribute(attributes, wanted));
  if (closing || empty) listener.close(local);
  return at + whole.length;
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  if (found < 0) throw new Error(`${mark} is missing`);
  return found + mark.length;
}

function findAttribute(attributes: string, wanted: string): string | undefined {
  for (const [, name, double, single] of attributes.matchAll(ATTRIBUTE))
    if (name === wanted) return unescapeXml(double ?? single ?? '');
  return undefined;
}

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return NAMED[name] ?? whole;
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
