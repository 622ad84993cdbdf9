import { isRefusal, type Refusal, refuse } from '@throughline/commands';
import { readDocx, readPdf } from '@throughline/office-files';
import { type Line, linesOf } from './paper.ts';

// Committee packs with pictures stay under 40 MB; their words under three million characters.
const MOST_BYTES = 40_000_000;
const MOST_CHARACTERS = 3_000_000;
const MOST_CELLS = 100_000;

/** The lines of a text, Markdown, Word or PDF file, or one sentence on why they cannot be read. */
export async function readDocument(read: Uint8Array): Promise<readonly Line[] | Refusal> {
  const bytes = Buffer.from(read.buffer, read.byteOffset, read.byteLength);
  if (bytes.length === 0) return refuse('The file is empty');
  if (bytes.length > MOST_BYTES) return refuse(`The file is larger than ${MOST_BYTES / 1_000_000} MB`);
  const lines = await readByKind(bytes);
  if (isRefusal(lines)) return lines;
  const characters = lines.reduce((sum, { text }) => sum + text.length, 0);
  const cells = lines.reduce((sum, line) => sum + (line.cells?.length ?? 0), 0);
  if (characters > MOST_CHARACTERS || cells > MOST_CELLS) return refuse('The file holds more words than any paper');
  return lines.some(({ text }) => /[\p{L}\d]/u.test(text)) ? lines : refuse('The file holds no words');
}

const starts = (bytes: Buffer, ...with_: number[]) => with_.every((byte, at) => bytes[at] === byte);

async function readByKind(bytes: Buffer): Promise<readonly Line[] | Refusal> {
  if (bytes.subarray(0, 1024).includes('%PDF-')) return readPdf(bytes);
  if (starts(bytes, 0x50, 0x4b)) return readDocx(bytes);
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return refuse('The file has a password or is of a Word older than 2007: save it as .docx without a password');
  if (bytes.subarray(0, 5).includes('{\\rtf')) return refuse('The file is rich text (RTF): save it as .docx');
  const text = decode(bytes);
  if (text === undefined) return refuse('The file is neither text nor a Word document nor a PDF');
  return isWebPage(text)
    ? refuse('The file is a web page: copy its words from the browser into a text, or print it as a PDF')
    : linesOf(text);
}

export const isWebPage = (text: string): boolean => /^\s*<[a-z!]/i.test(text) && /<\/[a-z]+>/i.test(text);

/** Undefined for what is not text: bytes that no text has. */
function decode(bytes: Buffer): string | undefined {
  if (starts(bytes, 0xff, 0xfe)) return plain(new TextDecoder('utf-16le').decode(bytes));
  if (starts(bytes, 0xfe, 0xff)) return plain(new TextDecoder('utf-16be').decode(bytes));
  try {
    return plain(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return plain(new TextDecoder('windows-1252').decode(bytes));
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells other files from text
const plain = (text: string) => (/[\0-\x08\x0e-\x1a\x1c-\x1f\x81\x8d\x8f\x90\x9d\ufffd]/.test(text) ? undefined : text);
