import type { Prepared } from './prepare.ts';

/** A blocking key: a way two records of one person may meet is that they make the same one. No key where what it needs is not known. */
type Meeting = (record: Prepared) => string | undefined;

const key = (...pieces: (string | undefined)[]) => (pieces.every(Boolean) ? pieces.join('|') : undefined);
const given = ({ names: [name] }: Prepared) => name?.given;
const surname = ({ names: [name] }: Prepared) => name?.surname;
const home = ({ homes: [home] }: Prepared) => home;
const year = ({ birth }: Prepared) => birth.slice(0, 4);
const start = (text: string | undefined, length: number) => text?.slice(0, length);
const end = (text: string | undefined, length: number) => text?.slice(-length);
/** Sounds in a steady order, so that swapped names meet. */
const sounds = (record: Prepared) =>
  key(...[given(record)?.sound, surname(record)?.sound].sort((one = '', other = '') => (one < other ? -1 : 1)));
/** Day and month in a steady order, so that swapped ones meet. */
const dayAndMonth = ({ birth }: Prepared) => birth && [birth.slice(4, 6), birth.slice(6)].sort().join('');

/**
 * Each asks for other facts to have been kept whole, so that no single error, and few pairs of errors, hide a pair.
 * The surest come first: a pair is compared where it meets first.
 */
const meetings: readonly Meeting[] = [
  (record) => record.nhs || undefined,
  (record) => record.upn || undefined,
  (record) => record.emails[0],
  (record) => record.phones[0],
  (record) => key(year(record), dayAndMonth(record)),
  sounds,
  (record) => key(home(record)?.line),
  (record) => key(home(record)?.postcode, home(record)?.number),
  (record) => key(surname(record)?.sound, home(record)?.postcode),
  (record) => key(given(record)?.sound, home(record)?.postcode),
  (record) => key(surname(record)?.sound, year(record)),
  (record) => key(given(record)?.sound, year(record), start(surname(record)?.whole, 1)),
  (record) => key(given(record)?.sound, dayAndMonth(record)),
  (record) => key(surname(record)?.sound, dayAndMonth(record)),
  (record) => key(start(surname(record)?.skeleton, 3), start(given(record)?.whole, 2), start(record.birth, 3)),
  (record) => key(end(surname(record)?.whole, 4), start(given(record)?.whole, 1), home(record)?.town.whole),
  (record) => key(given(record)?.whole, home(record)?.town.whole, start(surname(record)?.whole, 2)),
  (record) => key(home(record)?.street.whole, start(given(record)?.whole, 3)),
  (record) => key(home(record)?.street.whole, start(surname(record)?.whole, 3)),
  (record) => key(start(record.birth, 6), home(record)?.postcode),
  (record) => key(start(given(record)?.whole, 3), end(record.birth, 4)),
  (record) => key(record.emails[0]?.split('@')[0]),
  // Wide ones: whole in a small file, parted in a large one.
  (record) => key(start(record.birth, 6)),
  (record) => key(end(record.birth, 4)),
  (record) => key(surname(record)?.sound),
  (record) => key(given(record)?.sound, start(surname(record)?.whole, 1)),
  (record) => key(home(record)?.postcode),
  (record) => key(home(record)?.street.whole),
  (record) => key(start(surname(record)?.whole, 4)),
  (record) => key(year(record), home(record)?.town.whole),
  (record) => key(given(record)?.whole, year(record)),
];

/** Few enough pairs that every one can be compared. */
const ALL_PAIRS = 1_000_000;
/**
 * Nobody is compared with more than so many others for one key; a fuller block is parted by one more fact, and then
 * another. The more records, the smaller the blocks, so that the work grows with the records and not with their square.
 */
const blockFor = (records: number) => Math.round(Math.min(400, Math.max(40, 4_000_000 / records)));
const parting: readonly Meeting[] = [
  (record) => record.birth || undefined,
  sounds,
  (record) => key(given(record)?.whole, surname(record)?.whole),
  (record) => home(record)?.postcode || undefined,
];

/** Every pair worth comparing, once each, the lower place first. `sides`: only pairs across two files. */
export function visitCandidates(
  records: readonly Prepared[],
  sides: Uint8Array | undefined,
  visit: (left: number, right: number) => void,
): void {
  const meet = (left: number, right: number) => {
    if (!sides || sides[left] !== sides[right]) visit(left, right);
  };
  if ((records.length * (records.length - 1)) / 2 <= ALL_PAIRS) {
    for (let left = 0; left < records.length; left++)
      for (let right = left + 1; right < records.length; right++) meet(left, right);
    return;
  }
  const passes: Int32Array[] = [];
  for (const meeting of meetings) {
    const blocks = blocksOf(records, meeting, blockFor(records.length));
    for (const members of membersOf(blocks)) {
      for (let one = 0; one < members.length; one++)
        for (let other = one + 1; other < members.length; other++) {
          const [left = 0, right = 0] = [members[one], members[other]];
          if (!passes.some((earlier) => earlier[left] !== 0 && earlier[left] === earlier[right])) meet(left, right);
        }
    }
    passes.push(blocks);
  }
}

/** Per record the number of its block, nought for none. */
function blocksOf(records: readonly Prepared[], meeting: Meeting, block: number): Int32Array {
  let keys = records.map((record) => meeting(record));
  for (const parter of parting) {
    const sizes = countKeys(keys);
    keys = keys.map((key, at) => {
      if (key === undefined || (sizes.get(key) ?? 0) <= block) return key;
      const record = records[at];
      const more = record && parter(record);
      return more ? `${key}|${more}` : undefined;
    });
  }
  return numberKeys(keys, block);
}

function countKeys(keys: readonly (string | undefined)[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const key of keys) if (key !== undefined) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  return sizes;
}

/** What could not be parted further is cut where it stands: records are sorted, so the likest stay together. */
function numberKeys(keys: readonly (string | undefined)[], most: number): Int32Array {
  const open = new Map<string, { block: number; size: number }>();
  const blocks = new Int32Array(keys.length);
  let last = 0;
  keys.forEach((key, at) => {
    if (key === undefined) return;
    let found = open.get(key);
    if (!found || found.size >= most) {
      found = { block: ++last, size: 0 };
      open.set(key, found);
    }
    found.size++;
    blocks[at] = found.block;
  });
  return blocks;
}

function* membersOf(blocks: Int32Array): Generator<Int32Array> {
  const places = blocks
    .map((_, at) => at)
    .sort((one, other) => (blocks[one] ?? 0) - (blocks[other] ?? 0) || one - other);
  for (let from = 0; from < places.length; ) {
    let to = from + 1;
    const block = blocks[places[from] ?? 0] ?? 0;
    while (to < places.length && blocks[places[to] ?? 0] === block) to++;
    if (block !== 0 && to - from > 1) yield places.subarray(from, to);
    from = to;
  }
}
