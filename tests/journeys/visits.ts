import { NOBODY } from '../../src/platform/testing/expected.ts';
import type { TestHouse } from '../../src/platform/testing/house.ts';
import type { Visitor } from '../../src/platform/testing/visitor.ts';
import { arrangeAll, asking, findStory } from '../../src/testing/arranged.ts';
import { pages } from '../../src/testing/expected.ts';
import { fill } from '../house/matrix/addresses.ts';

/** Somebody who opens a page, and where. */
export type Visit = { who: string; at: string };

/** A visit to every page: to a record of the story, which holds more than one that is arranged, or to the visitor’s own. */
export async function visitsTo(
  test: TestHouse,
  meet: (key: string) => Promise<Visitor>,
): Promise<ReadonlyMap<string, Visit>> {
  const story = await findStory(test, meet);
  const asked = await asking(test, await arrangeAll(test));
  return new Map(
    [...pages].map(([bare, { path, place, visitor: who }]): [string, Visit] => {
      const { own, [NOBODY]: nobody } = place.fill(asked(who));
      const names = place.visited?.(story) ?? own ?? nobody;
      if (!names) throw new Error(`${who} has nothing of their own to visit at ${path}`);
      return [bare, { who, at: fill(path, names) }];
    }),
  );
}
