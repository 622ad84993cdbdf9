import { type ChildNow, sayAge, sayName } from '../../../people/index.ts';
import type { World } from '../../../platform/web/world.ts';

type About = { child: ChildNow };

/** Whose page this is: on every page about a child, before anything else. */
export const sayWhose = ({ child }: About, { today }: World): string =>
  `${sayName(child)}, ${sayAge(child, today)} (${child.reference})`;

export const toTheRecord = ({ child }: About) => ({
  to: `/children/${child.reference}`,
  says: 'The child’s record',
});
