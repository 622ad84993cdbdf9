import type { VNode } from 'preact';
import type { Tx } from '../db/index.ts';
import type { PlainDate } from '../kernel/index.ts';
import type { FileToKeep, Params } from './page.tsx';
import type { Partnership } from './world.ts';

/** A page, its title standing over it as the heading; or a file to keep. */
export type OpenAnswer = { title: string; body: VNode } | FileToKeep;
export type OpenWorld = { partnership: Partnership; today: PlainDate; query: URLSearchParams; origin: string };

/**
 * A page for everybody, signed in or not. It is read as nobody, so that policies alone decide what is there, and it
 * shows no child, so that nothing is audited.
 */
export type OpenPage = {
  path: string;
  answer: (tx: Tx, params: Record<string, string>, world: OpenWorld) => Promise<OpenAnswer | undefined>;
};

export function openPage<const Path extends string>(definition: {
  path: Path;
  answer: (tx: Tx, params: Params<Path>, world: OpenWorld) => Promise<OpenAnswer | undefined>;
}): OpenPage {
  return {
    path: definition.path,
    answer: (tx, params, world) => definition.answer(tx, params as Params<Path>, world),
  };
}
