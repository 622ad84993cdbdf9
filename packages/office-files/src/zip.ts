import { inflateRawSync } from 'node:zlib';
import { megabytes, Unreadable } from './unreadable.ts';

/** The files inside a zip, unpacked only when asked for. */
export type Zip = { names: string[]; text(name: string): string | undefined };

type Entry = { method: number; packed: number; at: number; locked: boolean };

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const DAMAGED = 'The workbook is damaged and cannot be opened. Open it in Excel and save it again.';

/**
 * What a zip says about the size of its files may be a lie, so the limit is kept while unpacking, over all of them.
 * @throws Unreadable
 */
export function openZip(bytes: Buffer, unpackedBytes: number): Zip {
  const entries = listEntries(bytes);
  let left = unpackedBytes;
  const text = (name: string) => {
    const entry = entries.get(name);
    if (!entry) return undefined;
    const unpacked = unpack(bytes, entry, left);
    if (!unpacked)
      throw new Unreadable(
        `Unpacked, the workbook is larger than ${megabytes(unpackedBytes)}, which no list of people is.`,
      );
    left -= unpacked.length;
    return unpacked.toString('utf8').replace(/^\uFEFF/, '');
  };
  return { names: [...entries.keys()], text };
}

function listEntries(bytes: Buffer): Map<string, Entry> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END) throw new Unreadable(DAMAGED);
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) throw new Unreadable(DAMAGED);
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    entries.set(name, {
      locked: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** The bytes of one file, or undefined where there are more than `atMost`. */
function unpack(bytes: Buffer, entry: Entry, atMost: number): Buffer | undefined {
  if (entry.locked) throw new Unreadable('The zip file has a password. Save the workbook without one.');
  if (entry.at + 30 > bytes.length) throw new Unreadable(DAMAGED);
  const from = entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28);
  const packed = bytes.subarray(from, from + entry.packed);
  if (entry.method === 0) return packed.length <= atMost ? packed : undefined;
  if (entry.method !== 8 || atMost < 1) throw new Unreadable(DAMAGED);
  try {
    return inflateRawSync(packed, { maxOutputLength: atMost });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw new Unreadable(DAMAGED);
  }
}
