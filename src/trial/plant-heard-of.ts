import type { Recorded } from '../people/index.ts';
import { addDays, type PlainDate } from '../platform/kernel/index.ts';
import { idFor, overnight } from './plant-names.ts';
import { grouped } from './story/chance.ts';
import type { Story, StoryChild } from './story/index.ts';

/**
 * Who wrote each child down, and when: the screener who met a referral about them, or nobody by name where they came
 * with the council's case management system. A brother or sister comes with the first of the family. A child of whom
 * only a referral speaks that nobody has matched is not here: the MASH has yet to find out who that is.
 */
export function heardOf(story: Story): Map<string, Recorded> {
  const mentions = new Map<string, Recorded>();
  const mention = (childKey: string, recorded: Recorded) => {
    const earlier = mentions.get(childKey);
    if (!earlier || recorded.at < earlier.at) mentions.set(childKey, recorded);
  };
  for (const { childKey, from } of story.statuses) mention(childKey, { by: null, at: overnight(from) });
  for (const { childKey, by, at } of story.matches) mention(childKey, { by: idFor('worker', by), at });
  for (const family of grouped(story.children, ({ householdKey }) => householdKey).values()) {
    const first = earliest(family.flatMap(({ key }) => mentions.get(key) ?? []));
    if (first) for (const child of family) mention(child.key, withFamily(child, first));
  }
  return mentions;
}

const earliest = (all: readonly Recorded[]): Recorded | undefined => all.toSorted((a, b) => +a.at - +b.at)[0];

/** Nobody is written down before birth, or, not yet born, before somebody could know. */
function withFamily({ bornOn, expectedOn }: StoryChild, first: Recorded): Recorded {
  const known = bornOn ? addDays(bornOn, 14) : expectedOn && booked(expectedOn);
  return known && overnight(known) > first.at ? { by: null, at: overnight(known) } : first;
}

const booked = (expectedOn: PlainDate): PlainDate => addDays(expectedOn, -7 * 24);
