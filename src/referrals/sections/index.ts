import { aboutYou } from './about-you.ts';
import { caller } from './caller.ts';
import { child } from './child.ts';
import { concern } from './concern.ts';
import { context } from './context.ts';
import { danger } from './danger.ts';
import { family } from './family.ts';
import { need } from './need.ts';
import type { Asked, Section } from './section.ts';
import { telling } from './telling.ts';
import { whoAndWhere } from './who-and-where.ts';

export type { Asked, Repeating, Section } from './section.ts';
export { aboutYou, caller, child, concern, danger, family, need, telling, whoAndWhere };

/**
 * Changes whenever a question does; a referral keeps the version that asked it. A question that changes its kind gets a
 * new name too: drafts in hand are read with today's questions.
 */
export const FORM_VERSION = '1';

/** The form, in the order it is asked. */
export function sectionsFor({ writesDown }: Pick<Asked, 'writesDown'>): Section[] {
  return [danger, writesDown ? caller : aboutYou, child, family, concern, whoAndWhere, telling, context, need];
}

/** What whoever sends a referral declares. */
export const DECLARATION = 'What I have written is true as far as I know, and I have said where I do not know.';
