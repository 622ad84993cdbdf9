import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Tx } from '../platform/db/index.ts';
import type { PlainDate } from '../platform/kernel/index.ts';
import type { ChildId } from '../platform/web/world.ts';
import type { AliasKind, ChildNow } from './child.ts';
import { type AllocatedWorker, allocatedWorkers, findChild, listChildren, listStatuses } from './children.db.ts';
import type { Status } from './status.ts';

type Sibling = ChildNow & { relation: 'sibling' | 'twin' };

/** Everything the people room holds of one child, as far as the reader may see it. */
export type ChildRecord = {
  child: ChildNow;
  aliases: { givenNames: string; familyName: string; kind: AliasKind }[];
  identifiers: { kind: string; value: string }[];
  addresses: { address: string; ward: string | null; since: PlainDate | null; confidential: boolean }[];
  schools: { school: string; since: PlainDate | null }[];
  adults: { name: string; relationship: string; parentalResponsibility: boolean | null }[];
  siblings: Sibling[];
  statuses: Status[];
  workers: AllocatedWorker[];
  /** Why the reader sees this child: never empty, or there would be no record to show. */
  why: string[];
};

export async function findChildRecord(tx: Tx, reference: string, today: PlainDate): Promise<ChildRecord | undefined> {
  const child = await findChild(tx, reference);
  if (!child) return undefined;
  const { siblings, ...beside } = await findBeside(tx, child.id);
  return {
    child,
    ...beside,
    siblings: await withNames(tx, siblings),
    statuses: await listStatuses(tx, child.id),
    workers: await allocatedWorkers(tx, [child.id], today),
    why: await findWhy(tx, child.id),
  };
}

type Beside = Pick<ChildRecord, 'aliases' | 'identifiers' | 'addresses' | 'schools' | 'adults'>;
type Kin = { id: ChildId; relation: 'sibling' | 'twin' };

/** The lists beside a child, in one question; days arrive as text, which is how a PlainDate is written. */
async function findBeside(tx: Tx, child: ChildId): Promise<Beside & { siblings: Kin[] }> {
  return tx
    .selectNoFrom((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('child_alias')
          .select(['given_names as givenNames', 'family_name as familyName', 'kind'])
          .where('child_id', '=', child)
          .orderBy('recorded_at'),
      ).as('aliases'),
      jsonArrayFrom(
        eb.selectFrom('child_identifier').select(['kind', 'value']).where('child_id', '=', child).orderBy('kind'),
      ).as('identifiers'),
      jsonArrayFrom(
        eb
          .selectFrom('child_address')
          .select(['address', 'ward', 'since', 'confidential'])
          .where('child_id', '=', child)
          .orderBy('since', (order) => order.desc().nullsLast())
          .orderBy('recorded_at', 'desc'),
      ).as('addresses'),
      jsonArrayFrom(
        eb
          .selectFrom('child_school')
          .select(['school', 'since'])
          .where('child_id', '=', child)
          .orderBy('since', (order) => order.desc().nullsLast())
          .orderBy('recorded_at', 'desc'),
      ).as('schools'),
      jsonArrayFrom(
        eb
          .selectFrom('child_adult')
          .select(['name', 'relationship', 'parental_responsibility as parentalResponsibility'])
          .where('child_id', '=', child)
          .orderBy('recorded_at'),
      ).as('adults'),
      jsonArrayFrom(eb.selectFrom('kinship').select(['other_id as id', 'relation']).where('child_id', '=', child)).as(
        'siblings',
      ),
    ])
    .$castTo<Beside & { siblings: Kin[] }>()
    .executeTakeFirstOrThrow();
}

async function withNames(tx: Tx, kin: readonly Kin[]): Promise<Sibling[]> {
  const relations = new Map(kin.map(({ id, relation }) => [id, relation]));
  const children = await listChildren(
    tx,
    kin.map(({ id }) => id),
  );
  return children.map((child) => ({ ...child, relation: relations.get(child.id) ?? 'sibling' }));
}

async function findWhy(tx: Tx, child: ChildId): Promise<string[]> {
  const { rows } = await sql<{ why: string }>`
    select distinct why from guard.my_involvement() where child_id = ${child} order by why`.execute(tx);
  return rows.map(({ why }) => why);
}

export type Version = {
  child: ChildNow;
  reason: string | null;
  recordedAt: Date;
  /** Nobody: an import, or the trial's planting. */
  recordedBy: string | null;
};

/** Every version of who a child is, the latest first. */
export async function listVersions(tx: Tx, child: ChildNow): Promise<Version[]> {
  const rows = await tx
    .selectFrom('child_detail as d')
    .leftJoin('worker as w', 'w.id', 'd.recorded_by')
    .select([
      'd.given_names as givenNames',
      'd.family_name as familyName',
      'd.born_on as bornOn',
      'd.expected_on as expectedOn',
      'd.sex',
      'd.ethnicity',
      'd.first_language as firstLanguage',
      'd.interpreter',
      'd.disabilities',
      'd.died_on as diedOn',
      'd.version',
      'd.reason',
      'd.recorded_at as recordedAt',
      'w.name as recordedBy',
    ])
    .where('d.child_id', '=', child.id)
    .orderBy('d.version', 'desc')
    .$castTo<Omit<ChildNow, 'id' | 'reference'> & Omit<Version, 'child'>>()
    .execute();
  return rows.map(({ reason, recordedAt, recordedBy, ...details }) => ({
    child: { id: child.id, reference: child.reference, ...details },
    reason,
    recordedAt,
    recordedBy,
  }));
}
