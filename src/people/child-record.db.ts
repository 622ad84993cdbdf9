import { sql } from 'kysely';
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
  const { rows } = await sql<Beside & { siblings: Kin[] }>`select
    (select coalesce(jsonb_agg(jsonb_build_object('givenNames', given_names, 'familyName', family_name, 'kind', kind)
      order by recorded_at), '[]') from child_alias where child_id = ${child}) as aliases,
    (select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'value', value) order by kind), '[]')
      from child_identifier where child_id = ${child}) as identifiers,
    (select coalesce(jsonb_agg(jsonb_build_object('address', address, 'ward', ward, 'since', since,
      'confidential', confidential) order by since desc nulls last, recorded_at desc), '[]')
      from child_address where child_id = ${child}) as addresses,
    (select coalesce(jsonb_agg(jsonb_build_object('school', school, 'since', since)
      order by since desc nulls last, recorded_at desc), '[]') from child_school where child_id = ${child}) as schools,
    (select coalesce(jsonb_agg(jsonb_build_object('name', name, 'relationship', relationship,
      'parentalResponsibility', parental_responsibility) order by recorded_at), '[]')
      from child_adult where child_id = ${child}) as adults,
    (select coalesce(jsonb_agg(jsonb_build_object('id', other_id, 'relation', relation)), '[]')
      from kinship where child_id = ${child}) as siblings`.execute(tx);
  if (!rows[0]) throw new Error('one row was asked for');
  return rows[0];
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
    .leftJoin('worker as w', 'w.id', 'd.recordedBy')
    .select([
      'd.givenNames',
      'd.familyName',
      'd.bornOn',
      'd.expectedOn',
      'd.sex',
      'd.ethnicity',
      'd.firstLanguage',
      'd.interpreter',
      'd.disabilities',
      'd.diedOn',
      'd.version',
      'd.reason',
      'd.recordedAt',
      'w.name as recordedBy',
    ])
    .where('d.childId', '=', child.id)
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
