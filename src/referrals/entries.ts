/** One child, or one person of the family, as saved. */
export type Entry = { id: string; answers: unknown };
/** What is saved of a section that repeats: those named, or that there is none to name. */
export type Entries = { entries: Entry[]; none: boolean };

export function entriesOf(saved: unknown): Entries {
  return typeof saved === 'object' && saved !== null && 'entries' in saved
    ? (saved as Entries)
    : { entries: [], none: false };
}

/** Changed where it stands, or added at the end. None is no longer said. */
export function withEntry({ entries }: Entries, entry: Entry): Entries {
  const known = entries.some(({ id }) => id === entry.id);
  return {
    entries: known ? entries.map((one) => (one.id === entry.id ? entry : one)) : [...entries, entry],
    none: false,
  };
}

export function withoutEntry({ entries, none }: Entries, id: string): Entries {
  return { entries: entries.filter((one) => one.id !== id), none };
}
