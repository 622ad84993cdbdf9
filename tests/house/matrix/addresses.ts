import type { About, Asked, Names, PageExpected } from '../../../src/platform/testing/expected.ts';
import type { Given } from '../../../src/testing/expected.ts';

/** The page’s address for this worker, for each kind that there is of what it is about. */
export function addressesOf({ path, place }: PageExpected<Given>, asked: Asked<Given>): [About, string][] {
  const [bare = ''] = path.split('?');
  return Object.entries(place.fill(asked)).flatMap(([about, names]): [About, string][] =>
    Object.values(names).includes(undefined) ? [] : [[about as About, fill(bare, names)]],
  );
}

export function fill(path: string, names: Names): string {
  return path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = names[name];
    if (!value) throw new Error(`nothing to put in ${path} for ${name}`);
    return value;
  });
}
