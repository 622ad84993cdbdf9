import type { Tx } from '../../platform/db/index.ts';
import { isRefusal, type PlainDate } from '../../platform/kernel/index.ts';
import { onlyIf } from '../../platform/web/asked-within.tsx';
import { page } from '../../platform/web/page.tsx';
import { type Answers, day, radios, select, text, yesNo } from '../../platform/web/questions.tsx';
import { aliasKinds, type ChildNow, sayName } from '../child.ts';
import { findChild } from '../children.db.ts';
import { identifierKinds, readIdentifier } from '../identifier.ts';
import { rememberLikely } from '../matching/likely.db.ts';
import type { Recorded } from '../recorded.ts';
import { recordAddresses, recordAdults, recordAliases, recordIdentifiers, recordSchools } from '../recording.db.ts';
import { addStatuses } from '../recording-care.db.ts';
import { statusKinds } from '../status.ts';

const asks = ({ today }: { today: PlainDate }) => ({
  what: radios({
    ask: 'What do you add?',
    options: {
      alias: 'Another name',
      address: 'Where the child lives',
      school: 'School',
      adult: 'An adult around the child',
      identifier: 'A number',
      status: 'A plan or a status: in need, protection, looked after, special educational needs',
    },
    missing: 'Select what you add',
  }),
  givenNames: onlyIf(['what', 'alias'], text({ ask: 'Other name: given names', missing: 'Enter the given names' })),
  familyName: onlyIf(['what', 'alias'], text({ ask: 'Other name: family name', missing: 'Enter the family name' })),
  aliasKind: onlyIf(
    ['what', 'alias'],
    radios({ ask: 'What kind of name is it?', options: aliasKinds, missing: 'Select what kind of name it is' }),
  ),
  address: onlyIf(['what', 'address'], text({ ask: 'Address', missing: 'Enter the address' })),
  confidential: onlyIf(
    ['what', 'address'],
    yesNo({
      ask: 'Must this address be kept confidential?',
      hint: 'A refuge, a confidential placement, a home in hiding: few of those who see the record then see it',
      missing: 'Select whether this address must be kept confidential',
    }),
  ),
  school: onlyIf(['what', 'school'], text({ ask: 'School', missing: 'Enter the school' })),
  since: onlyIf(['what', 'address', 'school'], day({ ask: 'Address or school: from what day, if known' })),
  adultName: onlyIf(['what', 'adult'], text({ ask: 'Adult’s name', missing: 'Enter the adult’s name' })),
  relationship: onlyIf(
    ['what', 'adult'],
    text({ ask: 'Adult’s relationship to the child', missing: 'Enter the adult’s relationship to the child' }),
  ),
  responsibility: onlyIf(
    ['what', 'adult'],
    radios({
      ask: 'Does the adult have parental responsibility?',
      options: { yes: 'Yes', no: 'No', not_known: 'Not known' },
      missing: 'Select whether the adult has parental responsibility, or not known',
    }),
  ),
  identifierKind: onlyIf(
    ['what', 'identifier'],
    select({ ask: 'Which number?', options: identifierKinds, missing: 'Select which number it is' }),
  ),
  statusKind: onlyIf(
    ['what', 'status'],
    select({ ask: 'Which status?', options: statusKinds, missing: 'Select which status it is' }),
  ),
  statusSince: onlyIf(
    ['what', 'status'],
    day({ ask: 'Status: since what day?', missing: 'Enter since when, or the day you learnt of it', notAfter: today }),
  ),
  identifier: onlyIf(['what', 'identifier'], text({ ask: 'The number', width: 20, missing: 'Enter the number' })),
});

/** Further facts beside a child, each a row of its own: nothing recorded before is taken away. */
export const addToChild = page({
  path: '/children/:reference/add',
  may: 'people.correct',
  load: (tx, { reference }) => findChild(tx, reference),
  says: (child) => `Add to the record: ${sayName(child)}`,
  about: (child) => [child.id],
  asks: (_, world) => asks(world),
  async submit(tx, child, answers, world) {
    const { identifierKind: kind, identifier } = answers;
    const number = kind && identifier ? readIdentifier(kind, identifier) : undefined;
    if (isRefusal(number)) return { ...number, beside: 'identifier' };
    const recorded = { by: world.worker.id, at: world.now };
    if (kind && number) await recordIdentifiers(tx, [{ childId: child.id, kind, value: number }], recorded);
    await add(tx, child, answers, recorded);
    await rememberLikely(tx, [child.id], world.now);
    return { goTo: `/children/${child.reference}`, did: 'added to who a child is', says: 'Added to the record.' };
  },
  back: (child) => ({ to: `/children/${child.reference}`, says: sayName(child) }),
  heading: 'Add to the record',
  view: (_, form) => form.show({ button: 'Add' }),
});

async function add(
  tx: Tx,
  { id: childId }: ChildNow,
  answers: Answers<ReturnType<typeof asks>>,
  recorded: Recorded,
): Promise<void> {
  const { givenNames, familyName, aliasKind, address, confidential, school, since = null } = answers;
  if (givenNames && familyName && aliasKind)
    await recordAliases(tx, [{ childId, givenNames, familyName, kind: aliasKind }], recorded);
  if (address) await recordAddresses(tx, [{ childId, address, since, confidential }], recorded);
  if (school) await recordSchools(tx, [{ childId, school, since }], recorded);
  const { statusKind, statusSince } = answers;
  if (statusKind && statusSince)
    await addStatuses(tx, [{ childId, kind: statusKind, since: statusSince, source: 'worker' }], recorded);
  const { adultName: name, relationship, responsibility } = answers;
  if (name && relationship) {
    const parentalResponsibility = responsibility === 'not_known' ? null : responsibility === 'yes';
    await recordAdults(tx, [{ childId, name, relationship, parentalResponsibility }], recorded);
  }
}
