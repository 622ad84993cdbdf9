import { randomUUID } from 'node:crypto';
import type { Tx } from '../platform/db/index.ts';
import { newReference, type PlainDate } from '../platform/kernel/index.ts';
import type { ChildId, TeamId, WorkerId } from '../platform/web/world.ts';
import { type AliasKind, type IdentifierKind, type Sex, tidyIdentifier } from './child.ts';
import type { StatusKind } from './status.ts';

/** Who recorded it and when: a worker, or nobody where the console did (an import, the trial's planting). */
export type Recorded = { by: WorkerId | null; at: Date };

export type Details = {
  givenNames?: string | null | undefined;
  familyName?: string | null | undefined;
  bornOn?: PlainDate | null | undefined;
  expectedOn?: PlainDate | null | undefined;
  sex: Sex;
  /** Census code; NOBT (not yet obtained) unless told. */
  ethnicity?: string | null | undefined;
  firstLanguage?: string | null | undefined;
  interpreter?: boolean | undefined;
  disabilities?: readonly string[] | undefined;
  diedOn?: PlainDate | null | undefined;
};
export type Known = { id: ChildId; reference: string };

/** A new child, with the first version of who they are. */
export async function recordChild(tx: Tx, details: Details, recorded: Recorded): Promise<Known> {
  const id = randomUUID() as ChildId;
  let reference: string;
  do reference = newReference('C');
  while (!(await addChild(tx, id, reference, recorded)));
  await tx
    .insertInto('child_detail')
    .values(detailRow(id, 1, details, recorded))
    .execute();
  return { id, reference };
}

/** @returns false where another child already has the reference. Not "returning": the writer may not see the row yet. */
async function addChild(tx: Tx, id: ChildId, reference: string, recorded: Recorded): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('child')
    .values({ id, reference, ...who(recorded) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Many new children, in the order given: for the console, which sees what it adds. */
export async function recordChildren(tx: Tx, all: readonly Details[], recorded: Recorded): Promise<Known[]> {
  const known: Known[] = [];
  for (const some of inParts(all)) {
    const wanted = some.map(() => ({ id: randomUUID() as ChildId, reference: newReference('C') }));
    await tx
      .insertInto('child')
      .values(wanted.map((child) => ({ ...child, ...who(recorded) })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const added = await addedReferences(tx, wanted);
    for (const child of wanted) {
      while (!added.has(child.id)) {
        child.reference = newReference('C');
        if (await addChild(tx, child.id, child.reference, recorded)) added.add(child.id);
      }
    }
    await tx
      .insertInto('child_detail')
      .values(wanted.flatMap(({ id }, place) => detailRow(id, 1, some[place] ?? { sex: 'U' }, recorded)))
      .execute();
    known.push(...wanted);
  }
  return known;
}

async function addedReferences(tx: Tx, wanted: readonly Known[]): Promise<Set<ChildId>> {
  const rows = await tx
    .selectFrom('child')
    .select('id')
    .where(
      'id',
      'in',
      wanted.map(({ id }) => id),
    )
    .execute();
  return new Set(rows.map(({ id }) => id as ChildId));
}

/** A further version of who a child is, with the reason; the earlier ones stay. */
export async function recordDetail(
  tx: Tx,
  child: ChildId,
  version: number,
  details: Details,
  reason: string,
  recorded: Recorded,
): Promise<void> {
  await tx
    .insertInto('child_detail')
    .values({ ...detailRow(child, version, details, recorded), reason })
    .execute();
}

function detailRow(child: ChildId, version: number, details: Details, recorded: Recorded) {
  return {
    child_id: child,
    version,
    given_names: details.givenNames ?? null,
    family_name: details.familyName ?? null,
    born_on: details.bornOn ?? null,
    expected_on: details.expectedOn ?? null,
    sex: details.sex,
    ethnicity: details.ethnicity ?? 'NOBT',
    first_language: details.firstLanguage ?? null,
    interpreter: details.interpreter ?? false,
    disabilities: [...(details.disabilities ?? [])],
    died_on: details.diedOn ?? null,
    ...who(recorded),
  };
}

export type NewAlias = { childId: ChildId; givenNames: string; familyName: string; kind: AliasKind };
export async function recordAliases(tx: Tx, aliases: readonly NewAlias[], recorded: Recorded): Promise<void> {
  for (const some of inParts(aliases)) {
    const rows = some.map(({ childId, givenNames, familyName, kind }) => ({
      child_id: childId,
      given_names: givenNames,
      family_name: familyName,
      kind,
      ...who(recorded),
    }));
    await tx.insertInto('child_alias').values(rows).execute();
  }
}

export type NewIdentifier = { childId: ChildId; kind: IdentifierKind; value: string };
/** An identifier the child already has is left as it is. */
export async function recordIdentifiers(tx: Tx, all: readonly NewIdentifier[], recorded: Recorded): Promise<void> {
  for (const some of inParts(all)) {
    const rows = some.map(({ childId, kind, value }) => ({
      child_id: childId,
      kind,
      value: tidyIdentifier(value),
      ...who(recorded),
    }));
    await tx
      .insertInto('child_identifier')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

export type NewAddress = {
  childId: ChildId;
  address: string;
  ward?: string | null | undefined;
  since?: PlainDate | null | undefined;
  confidential?: boolean | undefined;
};
export async function recordAddresses(tx: Tx, addresses: readonly NewAddress[], recorded: Recorded): Promise<void> {
  for (const some of inParts(addresses)) {
    const rows = some.map(({ childId, ward = null, since = null, confidential = false, address }) => ({
      child_id: childId,
      address,
      ward,
      since,
      confidential,
      ...who(recorded),
    }));
    await tx.insertInto('child_address').values(rows).execute();
  }
}

export type NewSchool = { childId: ChildId; school: string; since?: PlainDate | null | undefined };
export async function recordSchools(tx: Tx, schools: readonly NewSchool[], recorded: Recorded): Promise<void> {
  for (const some of inParts(schools)) {
    const rows = some.map(({ childId, school, since = null }) => ({
      child_id: childId,
      school,
      since,
      ...who(recorded),
    }));
    await tx.insertInto('child_school').values(rows).execute();
  }
}

export type NewAdult = {
  childId: ChildId;
  name: string;
  relationship: string;
  /** Null: not known, which is not "no". */
  parentalResponsibility: boolean | null;
};
export async function recordAdults(tx: Tx, adults: readonly NewAdult[], recorded: Recorded): Promise<void> {
  for (const some of inParts(adults)) {
    const rows = some.map(({ childId, name, relationship, parentalResponsibility }) => ({
      child_id: childId,
      name,
      relationship,
      parental_responsibility: parentalResponsibility,
      ...who(recorded),
    }));
    await tx.insertInto('child_adult').values(rows).execute();
  }
}

export type NewKinship = { childId: ChildId; otherId: ChildId; relation: 'sibling' | 'twin' };
/** Both ways round, so that each child's page finds the other by its own key. */
export async function recordKinships(tx: Tx, kinships: readonly NewKinship[], recorded: Recorded): Promise<void> {
  for (const some of inParts(kinships)) {
    const rows = some.flatMap(({ childId, otherId, relation }) => [
      { child_id: childId, other_id: otherId, relation, ...who(recorded) },
      { child_id: otherId, other_id: childId, relation, ...who(recorded) },
    ]);
    await tx
      .insertInto('kinship')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

export type NewStatus = {
  childId: ChildId;
  kind: StatusKind;
  since: PlainDate;
  /** Known from the beginning where an import carries it; otherwise `endStatuses` says it later. */
  endedOn?: PlainDate | null | undefined;
  category?: string | null | undefined;
  legalStatus?: string | null | undefined;
  /** Where it was read: an import's file kind, or the story of the trial. */
  source: string;
};
/** @returns how many were new: a child's status of one kind from one day is recorded once. */
export async function recordStatuses(tx: Tx, statuses: readonly NewStatus[], recorded: Recorded): Promise<number> {
  let added = 0;
  for (const some of inParts(statuses)) {
    const rows = some.map(({ childId, kind, since, category = null, legalStatus = null, source }) => ({
      id: randomUUID(),
      child_id: childId,
      kind,
      since,
      category,
      legal_status: legalStatus,
      source,
      ...who(recorded),
    }));
    const inserted = await tx
      .insertInto('child_status')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['child_id', 'kind', 'since']).doNothing())
      .returning(['id', 'child_id as childId', 'source'])
      .execute();
    added += inserted.length;
    const ends = new Map<string, PlainDate | null | undefined>(rows.map(({ id }, place) => [id, some[place]?.endedOn]));
    const ended = inserted.flatMap(({ id, childId, source }) => {
      const endedOn = ends.get(id);
      return endedOn ? [{ statusId: id, childId: childId as ChildId, endedOn, source }] : [];
    });
    await endStatuses(tx, ended, recorded);
  }
  return added;
}

export type StatusEnd = { statusId: string; childId: ChildId; endedOn: PlainDate; source: string };
export async function endStatuses(tx: Tx, ends: readonly StatusEnd[], recorded: Recorded): Promise<void> {
  for (const some of inParts(ends)) {
    const rows = some.map(({ statusId, childId, endedOn, source }) => ({
      status_id: statusId,
      child_id: childId,
      ended_on: endedOn,
      source,
      ...who(recorded),
    }));
    await tx.insertInto('child_status_end').values(rows).execute();
  }
}

export type NewAllocation = {
  childId: ChildId;
  workerId: WorkerId;
  teamId: TeamId | null;
  since: PlainDate;
  /** Allocated up to, and not on, this day. */
  endedOn?: PlainDate | null | undefined;
};
/** @returns the ids of the allocations, in the order given. */
export async function allocateWorkers(tx: Tx, all: readonly NewAllocation[], recorded: Recorded): Promise<string[]> {
  const ids: string[] = [];
  for (const some of inParts(all)) {
    const rows = some.map(({ childId, workerId, teamId, since }) => ({
      id: randomUUID(),
      child_id: childId,
      worker_id: workerId,
      team_id: teamId,
      since,
      ...who(recorded),
    }));
    await tx.insertInto('child_worker').values(rows).execute();
    const ends = rows.flatMap(({ id, child_id }, place) => {
      const ended_on = some[place]?.endedOn;
      return ended_on ? [{ child_worker_id: id, child_id, ended_on, ...who(recorded) }] : [];
    });
    if (ends.length > 0) await tx.insertInto('child_worker_end').values(ends).execute();
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}

export async function endAllocation(
  tx: Tx,
  { allocationId, childId, endedOn }: { allocationId: string; childId: ChildId; endedOn: PlainDate },
  recorded: Recorded,
): Promise<void> {
  await tx
    .insertInto('child_worker_end')
    .values({ child_worker_id: allocationId, child_id: childId, ended_on: endedOn, ...who(recorded) })
    .execute();
}

const who = ({ by, at }: Recorded) => ({ recorded_by: by, recorded_at: at });

/** One insert takes at most 65,535 values. */
function inParts<T>(all: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < all.length; from += 1000) parts.push(all.slice(from, from + 1000));
  return parts;
}
