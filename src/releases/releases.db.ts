import type { Sheet } from '@throughline/disclosure';
import { sql } from 'kysely';
import { legible, type Shown, type Sign } from '../papers/index.ts';
import type { Tx } from '../platform/db/index.ts';
import { inParts } from '../platform/db/parts.ts';
import { newReference, type Period, type PlainDate } from '../platform/kernel/index.ts';
import type { WorkerId } from '../platform/web/world.ts';
import type { ProfileId } from './composition.ts';
import type { TableWords } from './layout.ts';
import type { Finding, FrozenTable, HiddenCell, Release, ReleaseId } from './release.ts';
import type { CountedRow } from './sheets.db.ts';

/** One composition at a time (an advisory lock): two that did not know of each other could together give a child away. */
export async function holdLedger(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('release ledger', 0))`.execute(tx);
}

const done = (alias: string, verb: string) =>
  sql.raw(`case when ${alias}.release_id is not null then jsonb_build_object('by', ${alias}.${verb}_by, 'at', ${alias}.${verb}_at,
    'name', (select name from worker where worker.id = ${alias}.${verb}_by)
    ${verb === 'approved' ? '' : `, 'reason', ${alias}.reason`}) end`);

/** What stands in its place now: as far as this reader may know of it. */
const correctedBy = sql.raw(`array(select x.reference from release x join release_approval y on y.release_id = x.id
        where x.corrects_id = r.id and not exists (select from release_withdrawn z where z.release_id = x.id)
        order by x.ordinal)`);

type Row = Omit<Release, 'composed' | 'period' | 'approved' | 'declined' | 'withdrawn' | 'corrects'> & {
  from: PlainDate;
  to: PlainDate;
  correctsReference: string | null;
  whatChanged: string | null;
  composedBy: WorkerId;
  composerName: string | null;
  composedAt: Date;
  approved: Moment | null;
  declined: (Moment & { reason: string }) | null;
  withdrawn: (Moment & { reason: string }) | null;
};
type Moment = { by: WorkerId; name: string | null; at: string };

/** The ledger, newest first; with a reference, that one. What this reader may see: everybody sees what was released. */
export async function listReleases(tx: Tx, reference?: string): Promise<Release[]> {
  const { rows } = await sql<Row>`
    select r.id, r.reference, r.title, r.question, r.profile, r.period_from as "from", r.period_to as "to", r.as_at,
      coalesce(s.summary, '{}') as summary, c.reference as corrects_reference, s.what_changed,
      ${correctedBy} as corrected_by, array(select distinct words->>'over' from release_table t where t.release_id = r.id) as overs,
      array(select asked from release_table t where t.release_id = r.id order by ordinal) as asked,
      case when a.release_id is null and d.release_id is null and k.release_id is not null
        then array(select guard.attacked_apart(r.id)) else '{}' end as apart,
      r.composed_by, r.composed_at,
      (select name from worker where worker.id = r.composed_by) as composer_name,
      case when k.release_id is not null then jsonb_build_object('findings', k.findings, 'cells', k.cells_attacked,
        'seconds', k.seconds, 'with', cardinality(k.together_with), 'hidden', k.hidden, 'warnings', k.warnings) end as attack,
      ${done('a', 'approved')} as approved, ${done('d', 'declined')} as declined, ${done('w', 'withdrawn')} as withdrawn
    from release r
    left join release c on c.id = r.corrects_id
    left join release_summary s on s.release_id = r.id
    left join release_attack k on k.release_id = r.id
    left join release_approval a on a.release_id = r.id
    left join release_declined d on d.release_id = r.id
    left join release_withdrawn w on w.release_id = r.id
    where ${reference === undefined ? sql`true` : sql`r.reference = ${reference}`}
    order by r.ordinal desc`.execute(tx);
  return rows.map(toRelease);
}

export async function findRelease(tx: Tx, reference: string): Promise<Release | undefined> {
  return (await listReleases(tx, reference))[0];
}

function toRelease({
  from,
  to,
  correctsReference,
  whatChanged,
  composedBy,
  composerName,
  composedAt,
  ...row
}: Row): Release {
  const settled = <M extends Moment>(moment: M | null) =>
    moment && { ...moment, name: moment.name ?? '', at: new Date(moment.at) };
  return {
    ...row,
    period: { from, to },
    corrects: correctsReference === null ? null : { reference: correctsReference, whatChanged: whatChanged ?? '' },
    composed: { by: composedBy, name: composerName ?? '', at: composedAt },
    approved: settled(row.approved),
    declined: settled(row.declined),
    withdrawn: settled(row.withdrawn),
  };
}

/** The tables with what a reader is shown. A withdrawn release has none for those outside. */
export async function listTables(tx: Tx, { id }: Release): Promise<FrozenTable[]> {
  const { rows } = await sql<{
    asked: string;
    words: TableWords;
    line: number;
    place: number;
    value: number | null;
    symbol: Sign | null;
  }>`
    select t.ordinal, t.asked, t.words, f.line, f.place, f.value, f.symbol
    from release_table t join release_figure f using (release_id, ordinal)
    where t.release_id = ${id} order by t.ordinal, f.line, f.place`.execute(tx);
  const tables = new Map<string, { asked: string; words: TableWords; cells: Shown[][] }>();
  for (const { asked, words, line, place, value, symbol } of rows) {
    const table = tables.get(asked) ?? { asked, words, cells: words.lines.map(() => []) };
    tables.set(asked, table);
    const shown = value ?? symbol;
    const cells = table.cells[line];
    if (shown === null || !cells) throw new Error(`a figure of ${asked} has no place`);
    cells[place] = shown;
  }
  return [...tables.values()];
}

export type NewRelease = {
  title: string;
  question: string | null;
  profile: ProfileId;
  period: Period;
  asAt: PlainDate;
  summary: readonly string[];
  corrects: { id: ReleaseId; whatChanged: string } | undefined;
  tables: readonly FrozenTable[];
  sheets: readonly Sheet[];
  attack: { with: readonly ReleaseId[]; cells: number; seconds: number; findings: readonly Finding[] };
  hidden: readonly HiddenCell[];
  warnings: readonly string[];
  by: WorkerId;
  at: Date;
};

/** Freezes the whole of it in one go. @returns its reference. */
export async function recordRelease(tx: Tx, release: NewRelease): Promise<string> {
  const { id, reference } = await tx
    .insertInto('release')
    .values({
      reference: newReference('F'),
      title: legible(release.title),
      question: release.question,
      profile: release.profile,
      periodFrom: release.period.from,
      periodTo: release.period.to,
      asAt: release.asAt,
      correctsId: release.corrects?.id ?? null,
      composedBy: release.by,
      composedAt: release.at,
    })
    .returning(['id', 'reference'])
    .executeTakeFirstOrThrow();
  const changed = release.corrects?.whatChanged;
  const said = { summary: release.summary.map(legible), whatChanged: changed === undefined ? null : legible(changed) };
  await tx
    .insertInto('release_summary')
    .values({ releaseId: id, ...said })
    .execute();
  await tx
    .insertInto('release_table')
    .values(
      release.tables.map(({ asked, words }, ordinal) => ({
        releaseId: id,
        ordinal,
        asked,
        words: JSON.stringify(words),
      })),
    )
    .execute();
  const figures = release.tables.flatMap(({ cells }, ordinal) =>
    cells.flatMap((line, at) =>
      line.map((shown, place) => ({
        ...{ releaseId: id, ordinal, line: at, place },
        ...(typeof shown === 'number' ? { value: shown, symbol: null } : { value: null, symbol: shown }),
      })),
    ),
  );
  for (const part of inParts(figures)) await tx.insertInto('release_figure').values(part).execute();
  const records = release.sheets.flatMap(({ kind, records }) =>
    records.map(({ id: recordKey, person: childKey, attributes }) => ({
      ...{ releaseId: id, kind, recordKey, childKey, attributes: JSON.stringify(attributes) },
    })),
  );
  for (const part of inParts(records)) await tx.insertInto('release_record').values(part).execute();
  const { attack } = release;
  await tx
    .insertInto('release_attack')
    .values({
      ...{ releaseId: id, togetherWith: [...attack.with], cellsAttacked: attack.cells, seconds: attack.seconds },
      ...{ findings: JSON.stringify(attack.findings), attackedAt: release.at },
      ...{ hidden: JSON.stringify(release.hidden), warnings: [...release.warnings] },
    })
    .execute();
  return reference;
}

/** The records behind an earlier release, by keys: for the attack on a new one. */
export async function findRecords(tx: Tx, id: ReleaseId): Promise<CountedRow[]> {
  const { rows } = await sql<CountedRow>`select * from guard.release_records(${id})`.execute(tx);
  return rows;
}

/** Who, other than oneself, could approve figures: signed in within twelve hours, and not signed out. */
export async function listApproversSignedIn(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from guard.approvers_signed_in() as t (name)`.execute(tx);
  return rows.map(({ name }) => name);
}

type Settled = { id: ReleaseId; by: WorkerId; at: Date };
export async function recordApproval(tx: Tx, { id, by, at }: Settled): Promise<void> {
  await tx.insertInto('release_approval').values({ releaseId: id, approvedBy: by, approvedAt: at }).execute();
}

export async function recordDeclined(tx: Tx, { id, by, at, reason }: Settled & { reason: string }): Promise<void> {
  await tx.insertInto('release_declined').values({ releaseId: id, reason, declinedBy: by, declinedAt: at }).execute();
}

export async function recordWithdrawal(tx: Tx, { id, by, at, reason }: Settled & { reason: string }): Promise<void> {
  await tx
    .insertInto('release_withdrawn')
    .values({ releaseId: id, reason, withdrawnBy: by, withdrawnAt: at })
    .execute();
}
