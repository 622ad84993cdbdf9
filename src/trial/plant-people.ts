import {
  allocateWorkers,
  endAllocations,
  endStatuses,
  type Recorded,
  recordAddresses,
  recordAdults,
  recordAliases,
  recordChildren,
  recordIdentifiers,
  recordKinships,
  recordSchools,
  recordStatuses,
  rememberLikely,
} from '../people/index.ts';
import type { Tx } from '../platform/db/index.ts';
import type { ChildId } from '../platform/web/world.ts';
import { heardOf } from './plant-heard-of.ts';
import { getFrom, idFor, overnight, referenceFor } from './plant-names.ts';
import { hardCases, recordsOf, type Story, type StoryChild, type StoryStatus } from './story/index.ts';

const SOURCE = 'trial';

/** Children with everything known beside them, each written down when the story first hears of them. */
export async function plantPeople(tx: Tx, story: Story): Promise<void> {
  const heard = heardOf(story);
  const known = story.children.filter(({ key }) => heard.has(key));
  const recorded = new Map<string, Recorded>(known.map(({ key }) => [idFor('child', key), getFrom(heard, key)]));
  const asHeard = ({ childId }: { childId: ChildId }) => getFrom(recorded, childId);
  await recordChildren(tx, known.map(detailsOf), ({ id }) => getFrom(recorded, id ?? ''));
  await plantBeside(tx, story, known, asHeard);
  await plantCare(tx, story);
  await rememberLikely(tx, Object.keys(hardCases).map(secondRecord), story.now);
}

const secondRecord = (name: string) => idFor('child', recordsOf(name)[1]);

function detailsOf(child: StoryChild) {
  return {
    id: idFor('child', child.key),
    reference: referenceFor('C', child.key),
    givenNames: child.expectedOn ? null : child.givenName,
    familyName: child.familyName,
    bornOn: child.bornOn,
    expectedOn: child.expectedOn,
    sex: child.sex,
    ethnicity: child.ethnicity,
    firstLanguage: child.firstLanguage,
    interpreter: child.interpreter,
    disabilities: child.disabilities,
  };
}

type AsHeard = (one: { childId: ChildId }) => Recorded;

async function plantBeside(tx: Tx, story: Story, known: readonly StoryChild[], asHeard: AsHeard): Promise<void> {
  const keys = new Set(known.map(({ key }) => key));
  const homes = new Map(story.households.map((home) => [home.key, home]));
  const schools = new Map(story.schools.map(({ key, name }) => [key, name]));
  // One of the two records is closed because the address must not become known.
  const inHiding = story.restrictions.filter(({ reason }) => /address/.test(reason)).map(({ childKey }) => childKey);
  await recordAliases(
    tx,
    story.aliases
      .filter(({ childKey }) => keys.has(childKey))
      .map(({ childKey, givenName, familyName, kind }) => ({
        ...{ childId: idFor('child', childKey), givenNames: givenName, familyName, kind },
      })),
    asHeard,
  );
  await recordIdentifiers(tx, known.flatMap(identifiersOf), asHeard);
  await recordAddresses(
    tx,
    known.map(({ key, householdKey }) => {
      const { address, ward } = getFrom(homes, householdKey);
      return { childId: idFor('child', key), address, ward, confidential: inHiding.includes(key) };
    }),
    asHeard,
  );
  await recordSchools(
    tx,
    known.flatMap(({ key, schoolKey }) =>
      schoolKey ? [{ childId: idFor('child', key), school: getFrom(schools, schoolKey) }] : [],
    ),
    asHeard,
  );
  await recordAdults(
    tx,
    known.flatMap(({ key, householdKey }) =>
      getFrom(homes, householdKey).adults.map((adult) => ({ childId: idFor('child', key), ...adult })),
    ),
    asHeard,
  );
  await recordKinships(
    tx,
    story.kinships
      .filter(({ childKey, otherKey }) => keys.has(childKey) && keys.has(otherKey))
      .map(({ childKey, otherKey, relation }) => ({
        ...{ childId: idFor('child', childKey), otherId: idFor('child', otherKey), relation },
      })),
    ({ childId, otherId }) => later(asHeard({ childId }), asHeard({ childId: otherId })),
  );
}

const later = (one: Recorded, other: Recorded): Recorded => (other.at > one.at ? other : one);

function identifiersOf({ key, nhsNumber, socialCareId }: StoryChild) {
  const childId = idFor('child', key);
  return [
    { childId, kind: 'LA_CHILD_ID' as const, value: socialCareId },
    ...(nhsNumber ? [{ childId, kind: 'NHS' as const, value: nhsNumber }] : []),
  ];
}

/** Statuses and social workers come overnight from the council's case management system, and end there. */
async function plantCare(tx: Tx, { statuses }: Story): Promise<void> {
  const begun = statuses.map((status) => ({ ...status, ...named(status), since: status.from, source: SOURCE }));
  const ended = begun.flatMap((one) => (one.until ? [{ ...one, endedOn: one.until }] : []));
  await recordStatuses(tx, begun, ({ since }) => ({ by: null, at: overnight(since) }));
  await endStatuses(tx, ended, ({ endedOn }) => ({ by: null, at: overnight(endedOn) }));
  const team = { teamId: idFor('team', 'locality') };
  const withWorker = begun.flatMap((one) =>
    one.socialWorker ? [{ ...one, ...team, workerId: idFor('worker', one.socialWorker) }] : [],
  );
  await allocateWorkers(tx, withWorker, ({ since }) => ({ by: null, at: overnight(since) }));
  await endAllocations(
    tx,
    withWorker.flatMap((one) => (one.until ? [{ ...one, allocationId: one.id, endedOn: one.until }] : [])),
    ({ endedOn }) => ({ by: null, at: overnight(endedOn) }),
  );
}

function named({ childKey, kind, from }: StoryStatus) {
  const id: string = idFor('status', `${childKey} ${kind} ${from}`);
  return { id, statusId: id, childId: idFor('child', childKey) };
}
