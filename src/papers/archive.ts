import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { legible } from './wording.ts';

/** A zip keeps local time; with one fixed moment the same paper gives the same bytes on any day and anywhere. */
const moment = () => new Date(1980, 0, 1);

/** What is no text (a picture) is passed through as it is. */
export type Parts = Record<string, string | Uint8Array>;

/** `first` goes in front and uncompressed: OpenDocument readers look for the media type at a fixed place. */
export function pack(parts: Parts, first?: { name: string; says: string }): Uint8Array {
  const entries: Zippable = first ? { [first.name]: [strToU8(first.says), { level: 0 }] } : {};
  for (const [name, says] of Object.entries(parts)) entries[name] = typeof says === 'string' ? strToU8(says) : says;
  return zipSync(entries, { level: 6, mtime: moment() });
}

/** What a library packed, packed again after a change. */
export function repack(bytes: Uint8Array, change: (parts: Parts) => Parts): Uint8Array {
  const read = ([name, part]: [string, Uint8Array]) => [name, /\.png$/.test(name) ? part : strFromU8(part)];
  const parts: Parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(read));
  return pack(change(parts));
}

export const xml = (text: string) => legible(text).replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
