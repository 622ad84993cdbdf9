import { randomUUID } from 'node:crypto';
import type { Tx } from '../platform/db/index.ts';
import { newReference, type PlainDate } from '../platform/kernel/index.ts';
import type { ChildId } from '../platform/web/world.ts';
import type { AliasKind, Sex } from './child.ts';
import { type IdentifierKind, tidyIdentifier } from './identifier.ts';
import { inParts, type Recorded, type Recording, recordedOf, who } from './recorded.ts';

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

/** Told by the trial alone, whose children keep their names from one planting to the next; otherwise drawn. */
export type NewChild = Details & Partial<Known>;

/** Many new children, in the order given: for the console, which sees what it adds. */
export async function recordChildren(
  tx: Tx,
  all: readonly NewChild[],
  recording: Recording<NewChild>,
): Promise<Known[]> {
  const known: Known[] = [];
  for (const some of inParts(all)) {
    const wanted = some.map((details) => ({
      id: details.id ?? (randomUUID() as ChildId),
      reference: details.reference ?? newReference('C'),
      details,
      recorded: recordedOf(recording, details),
    }));
    await tx
      .insertInto('child')
      .values(wanted.map(({ id, reference, recorded }) => ({ id, reference, ...who(recorded) })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const added = await addedReferences(tx, wanted);
    for (const child of wanted) {
      while (!added.has(child.id)) {
        child.reference = newReference('C');
        if (await addChild(tx, child.id, child.reference, child.recorded)) added.add(child.id);
      }
    }
    await tx
      .insertInto('child_detail')
      .values(wanted.map(({ id, details, recorded }) => detailRow(id, 1, details, recorded)))
      .execute();
    known.push(...wanted.map(({ id, reference }) => ({ id, reference })));
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
    childId: child,
    version,
    givenNames: details.givenNames ?? null,
    familyName: details.familyName ?? null,
    bornOn: details.bornOn ?? null,
    expectedOn: details.expectedOn ?? null,
    sex: details.sex,
    ethnicity: details.ethnicity ?? 'NOBT',
    firstLanguage: details.firstLanguage ?? null,
    interpreter: details.interpreter ?? false,
    disabilities: [...(details.disabilities ?? [])],
    diedOn: details.diedOn ?? null,
    ...who(recorded),
  };
}

export type NewAlias = { childId: ChildId; givenNames: string; familyName: string; kind: AliasKind };
export async function recordAliases(
  tx: Tx,
  aliases: readonly NewAlias[],
  recording: Recording<NewAlias>,
): Promise<void> {
  for (const some of inParts(aliases)) {
    const rows = some.map((one) => {
      const { childId, givenNames, familyName, kind } = one;
      return { childId, givenNames, familyName, kind, ...who(recordedOf(recording, one)) };
    });
    await tx.insertInto('child_alias').values(rows).execute();
  }
}

export type NewIdentifier = { childId: ChildId; kind: IdentifierKind; value: string };
/** An identifier the child already has is left as it is. */
export async function recordIdentifiers(
  tx: Tx,
  all: readonly NewIdentifier[],
  recording: Recording<NewIdentifier>,
): Promise<void> {
  for (const some of inParts(all)) {
    const rows = some.map((one) => ({
      childId: one.childId,
      kind: one.kind,
      value: tidyIdentifier(one.value),
      ...who(recordedOf(recording, one)),
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
export async function recordAddresses(
  tx: Tx,
  addresses: readonly NewAddress[],
  recording: Recording<NewAddress>,
): Promise<void> {
  for (const some of inParts(addresses)) {
    const rows = some.map((one) => {
      const { childId, address, ward, since, confidential } = one;
      return { childId, address, ward, since, confidential, ...who(recordedOf(recording, one)) };
    });
    await tx.insertInto('child_address').values(rows).execute();
  }
}

export type NewSchool = { childId: ChildId; school: string; since?: PlainDate | null | undefined };
export async function recordSchools(
  tx: Tx,
  schools: readonly NewSchool[],
  recording: Recording<NewSchool>,
): Promise<void> {
  for (const some of inParts(schools)) {
    const rows = some.map((one) => {
      const { childId, school, since } = one;
      return { childId, school, since, ...who(recordedOf(recording, one)) };
    });
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
export async function recordAdults(tx: Tx, adults: readonly NewAdult[], recording: Recording<NewAdult>): Promise<void> {
  for (const some of inParts(adults)) {
    const rows = some.map((one) => {
      const { childId, name, relationship, parentalResponsibility } = one;
      return { childId, name, relationship, parentalResponsibility, ...who(recordedOf(recording, one)) };
    });
    await tx.insertInto('child_adult').values(rows).execute();
  }
}

export type NewKinship = { childId: ChildId; otherId: ChildId; relation: 'sibling' | 'twin' };
/** Both ways round, so that each child's page finds the other by its own key. */
export async function recordKinships(
  tx: Tx,
  kinships: readonly NewKinship[],
  recording: Recording<NewKinship>,
): Promise<void> {
  for (const some of inParts(kinships)) {
    const rows = some.flatMap((one) => {
      const recorded = who(recordedOf(recording, one));
      return [
        { childId: one.childId, otherId: one.otherId, relation: one.relation, ...recorded },
        { childId: one.otherId, otherId: one.childId, relation: one.relation, ...recorded },
      ];
    });
    await tx
      .insertInto('kinship')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
