import type { Attempt, Given, Kind, With } from './expected.ts';
import { NOW } from './house.ts';
import type { Row } from './rows.ts';

const hidden: readonly Kind[] = ['other team’s', 'other agency’s', 'restricted', 'excluded', 'long closed'];

/** `signed` names the columns in which the author signs; `rest` says what is not as usual. */
const refused =
  (refusedAbout: readonly Kind[]) =>
  <G extends Given>(
    by: string,
    signed: string | readonly string[],
    row: (a: With<G>) => Row,
    rest: Partial<Attempt<G>> = {},
  ): Attempt<G> => {
    const columns = [signed].flat();
    const signs = (me: string) => Object.fromEntries(columns.map((column) => [column, me]));
    return { by, signed: columns, row: (a) => ({ ...row(a), ...signs(a.me) }), refusedAbout, ...rest };
  };

/** What is about no child’s record. */
export const itself = refused([]);
/** What anybody of the team does, or the MASH with what is before it. */
export const ofTheTeams = refused([...hidden, 'adult and closed', 'closed']);
/** What only those do whose child it is. */
export const ofTheirOwn = refused(['colleague’s', ...hidden, 'adult and closed', 'closed']);
/** Authorising, returning and correcting go on for twelve weeks after a case was closed. */
export const ofTheManagers = refused([...hidden, 'adult and closed']);

export const onChild = ({ s }: With) => ({ childId: s.child.id, recordedAt: NOW });
