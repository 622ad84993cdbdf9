/** A long list in parts: one insert takes at most 65,535 values. */
export function inParts<T>(all: readonly T[], size = 1000): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < all.length; from += size) parts.push(all.slice(from, from + size));
  return parts;
}
