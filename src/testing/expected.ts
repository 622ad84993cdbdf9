import { type Given as CaseworkGiven, expected as casework } from '../casework/testing/expected.ts';
import { expected as figures } from '../figures/testing/expected.ts';
import { expected as people } from '../people/testing/expected.ts';
import { expected as access } from '../platform/access/testing/expected.ts';
import { expected as audit } from '../platform/audit/testing/expected.ts';
import { expected as auth } from '../platform/auth/testing/expected.ts';
import type { Expectations } from '../platform/testing/expected.ts';
import { expected as referrals } from '../referrals/testing/expected.ts';
import { type Given as ReleasesGiven, expected as releases } from '../releases/testing/expected.ts';
import { expected as risk } from '../risk/testing/expected.ts';

/** What all the rooms have made ready together. */
export type Given = CaseworkGiven & ReleasesGiven;

/** What each room expects of its pages and tables, ground floor first, as in `src/modules.ts`. */
export const expected: Readonly<Record<string, Expectations<Given>>> = {
  'platform/access': access,
  'platform/auth': auth,
  'platform/audit': audit,
  people,
  referrals,
  risk,
  casework,
  figures,
  releases,
};
export const rooms = Object.values(expected);

/** By its path, without the query that its visitor adds. */
export const pages = together(
  rooms.flatMap((room) => (room.pages ?? []).flat().map((page) => [page.path.split('?')[0] ?? '', page] as const)),
);
export const tables = together(rooms.flatMap((room) => Object.entries(room.tables ?? {})));
export const guard = together(rooms.flatMap((room) => Object.entries(room.guard ?? {})));

/** Of a page or table that two rooms name, one would hide what the other expects. */
export function together<Part>(named: readonly (readonly [string, Part])[]): ReadonlyMap<string, Part> {
  const found = new Map<string, Part>();
  for (const [name, part] of named) {
    if (found.has(name)) throw new Error(`${name} is expected twice`);
    found.set(name, part);
  }
  return found;
}
