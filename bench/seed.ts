import { sql } from 'kysely';
import type { House, Tx } from '../src/platform/db/index.ts';
import { addDays, daysBetween, type PlainDate, plainDate, workingDayOnOrAfter } from '../src/platform/kernel/index.ts';
import { judge, type Level, levels, reviewDue } from '../src/risk/index.ts';
import { plantCast } from '../src/trial/plant-cast.db.ts';

export type Size = {
  children: number;
  assessmentsEach: number;
  practitioners: number;
  caseload: number;
  waiting: number;
};

const BATCH = 10_000;
const FAMILY =
  'Ashworth Begum Cooper Dolinski Eze Farooq Gašpar Hussain Ibrahim Jankowska Khan Lakatos Mahmood Novak Okafor Price Qureshi Rahman Sharif Tóth Usman Varga Wójcik Xu Yusuf Zaman'.split(
    ' ',
  );
const GIVEN =
  'Adam Amira Bilal Chloe Daniel Ela Farida Grace Hamza Isla Jakub Kacper Layla Mia Noah Olivia Petra Qasim Rosa Sami Tereza Uzma Viktor Wiktoria Xin Yara Zofia'.split(
    ' ',
  );

/** Deterministic numbers in [0, n): the same bench every time. */
function chance(seed: number) {
  let state = seed >>> 0;
  return (n: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}
const itemAt = <T>(list: readonly T[], at: number): T => {
  const found = list[at];
  if (found === undefined) throw new RangeError('beside the list');
  return found;
};
const id = (kind: number, n: number) =>
  `${kind.toString(16).padStart(8, '0')}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
const K = { child: 1, worker: 2, team: 3, case: 4, assessment: 5, referral: 6, subject: 7 } as const;
export const practitionerKey = (n: number) => `bench-${n}`;

/**
 * A partnership of this size, in batches of 10,000 rows: every practitioner has a team and a caseload of their own, the
 * other children's cases are closed, each child has a chain of assessments on working days, judged by risk's own rule.
 * @returns how many rows were written.
 */
export async function seed(house: House, size: Size, progress: (text: string) => void): Promise<number> {
  let rows = 0;
  const batches = async (count: number, name: string, write: (tx: Tx, from: number, to: number) => Promise<number>) => {
    for (let from = 0; from < count; from += BATCH) {
      rows += await house.as('console', {}, (tx) => write(tx, from, Math.min(count, from + BATCH)));
    }
    progress(`${count.toLocaleString('en-GB')} ${name}`);
  };
  await house.as('console', {}, plantCast);
  await house.as('console', {}, (tx) => seedWorkers(tx, size));
  await batches(size.children, 'children', seedChildren);
  await batches(size.children, 'cases', (tx, from, to) => seedCases(tx, from, to, size));
  await batches(size.children, `× ${size.assessmentsEach} assessments`, (tx, from, to) =>
    seedAssessments(tx, from, to, size),
  );
  await batches(size.children, 'referrals', (tx, from, to) => seedReferrals(tx, from, to, size));
  return rows;
}

async function seedWorkers(tx: Tx, { practitioners }: Size): Promise<void> {
  const n = practitioners;
  await sql`insert into team (id, agency_id, code, name) select ${sql.raw(idSql(K.team))}, a.id, 'bench-' || n, 'Team ' || n
    from generate_series(0, ${n - 1}) n, agency a where a.code = 'rmbc'`.execute(tx);
  await sql`insert into worker (id, key, name, title, agency_id) select ${sql.raw(idSql(K.worker))}, 'bench-' || n, 'Practitioner ' || n, 'Bench', a.id
    from generate_series(0, ${n - 1}) n, agency a where a.code = 'rmbc'`.execute(tx);
  await sql`insert into worker_role (worker_id, role, since) select ${sql.raw(idSql(K.worker))}, 'evolve_practitioner', '2020-01-01' from generate_series(0, ${n - 1}) n`.execute(
    tx,
  );
  await sql`insert into team_member (team_id, worker_id, since) select ${sql.raw(idSql(K.team))}, ${sql.raw(idSql(K.worker))}, '2020-01-01' from generate_series(0, ${n - 1}) n`.execute(
    tx,
  );
}
/** The same ids as `id()` above, made by the database from a column `n`. */
const idSql = (kind: number) =>
  `(lpad(to_hex(${kind}), 8, '0') || '-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`;

async function seedChildren(tx: Tx, from: number, to: number): Promise<number> {
  const pick = chance(from + 1);
  const all = Array.from({ length: to - from }, (_, at) => {
    const n = from + at;
    return {
      id: id(K.child, n),
      reference: `C-B${n.toString(36).toUpperCase().padStart(6, '0')}`,
      given_names: itemAt(GIVEN, pick(GIVEN.length)),
      family_name: `${itemAt(FAMILY, pick(FAMILY.length))}${pick(3) === 0 ? `-${itemAt(FAMILY, pick(FAMILY.length))}` : ''}`,
      born_on: addDays(plainDate('2007-01-01'), pick(2500)),
      sex: itemAt(['F', 'M'] as const, pick(2)),
    };
  });
  await many(tx, 'child', { id: 'uuid', reference: 'text' }, all, `recorded_at`, `'2021-01-01'::timestamptz`);
  await many(
    tx,
    'child_detail',
    { child_id: 'uuid', given_names: 'text', family_name: 'text', born_on: 'date', sex: 'text' },
    all.map((child) => ({ ...child, child_id: child.id })),
    'version, ethnicity, recorded_at',
    `1, 'NOBT', '2021-01-01'::timestamptz`,
  );
  return all.length * 2;
}

/** Children are dealt to practitioners one after another; those beyond the caseloads are closed. */
const ownerOf = (n: number, { practitioners, caseload }: Size) =>
  n < practitioners * caseload ? Math.floor(n / caseload) : undefined;
const firstDay = (n: number): PlainDate => workingDayOnOrAfter(addDays(plainDate('2023-01-03'), n % 20));

async function seedCases(tx: Tx, from: number, to: number, size: Size): Promise<number> {
  const all = Array.from({ length: to - from }, (_, at) => {
    const n = from + at;
    const owner = ownerOf(n, size);
    return {
      id: id(K.case, n),
      case_id: id(K.case, n),
      reference: `E-B${n.toString(36).toUpperCase().padStart(6, '0')}`,
      child_id: id(K.child, n),
      team_id: id(K.team, owner ?? n % size.practitioners),
      worker_id: id(K.worker, owner ?? n % size.practitioners),
      opened_on: addDays(firstDay(n), -7),
      since: addDays(firstDay(n), -7),
      closed_on: '2023-12-29',
      open: owner !== undefined,
    };
  });
  await many(
    tx,
    'evolve_case',
    { id: 'uuid', reference: 'text', child_id: 'uuid', team_id: 'uuid', opened_on: 'date' },
    all,
    'lawful_basis, recorded_at',
    `'s17', '2023-01-01'::timestamptz`,
  );
  await many(
    tx,
    'allocation',
    { case_id: 'uuid', child_id: 'uuid', worker_id: 'uuid', since: 'date' },
    all,
    'reason, allocated_by, recorded_at',
    `'Bench', '${id(K.worker, 0)}'::uuid, '2023-01-01'::timestamptz`,
  );
  const closed = all.filter(({ open }) => !open).map((one) => ({ ...one, import_key: `bench-${one.id}` }));
  await many(
    tx,
    'closure',
    { case_id: 'uuid', child_id: 'uuid', closed_on: 'date', import_key: 'text' },
    closed,
    'reason, level_at_closing, recorded_at',
    `'RISK_REDUCED_LOW', 'LOW', '2023-12-29'::timestamptz`,
  );
  return all.length * 2 + closed.length;
}

async function seedAssessments(tx: Tx, from: number, to: number, { assessmentsEach: each }: Size): Promise<number> {
  const pick = chance(from + 7);
  const all = Array.from({ length: to - from }, (_, at) => at + from).flatMap((n) => {
    let on = firstDay(n);
    const span = daysBetween(on, plainDate('2023-12-29'));
    return Array.from({ length: each }, (_, place) => {
      const last = place === each - 1;
      const judged = judge({ cce: level(pick), cse: last ? 'LOW' : level(pick) });
      const made = {
        id: id(K.assessment, n * each + place),
        reference: `A-B${(n * each + place).toString(36).toUpperCase().padStart(6, '0')}`,
        child_id: id(K.child, n),
        kind: place === 0 ? 'initial' : 'review',
        previous_id: place === 0 ? null : id(K.assessment, n * each + place - 1),
        completed_on: on,
        type: judged.type,
        level: judged.level,
        standing: judged.type === 'NO_RISK' ? 'neither' : 'at_risk',
        modes: judged.type === 'NO_RISK' ? '{}' : '{online}',
      };
      // Never later than due, never beyond the year: ten reviews a child fill it.
      const step = Math.min(Math.floor(span / each), daysBetween(on, reviewDue(on)));
      on = workingDayOnOrAfter(addDays(on, Math.max(1, step - pick(3))));
      return made;
    });
  });
  for (let start = 0; start < all.length; start += BATCH) {
    const some = all.slice(start, start + BATCH);
    await many(
      tx,
      'assessment',
      {
        id: 'uuid',
        reference: 'text',
        child_id: 'uuid',
        kind: 'text',
        previous_id: 'uuid',
        completed_on: 'date',
        type: 'exploitation_type',
        level: 'risk_level',
        standing: 'risk_standing',
        modes: 'text',
      },
      some,
      'instrument_code, instrument_version, recorded_at',
      `'throughline', 1, '2023-01-01'::timestamptz`,
      { modes: 'modes::text[]' },
    );
    await many(
      tx,
      'authorisation',
      {
        assessment_id: 'uuid',
        child_id: 'uuid',
        authorised_on: 'date',
        type: 'exploitation_type',
        level: 'risk_level',
        standing: 'risk_standing',
        modes: 'text',
      },
      some.map((one) => ({ ...one, assessment_id: one.id, authorised_on: one.completed_on })),
      'recorded_at',
      `'2023-01-01'::timestamptz`,
      { modes: 'modes::text[]' },
    );
  }
  return all.length * 2;
}
const level = (pick: (n: number) => number): Level => itemAt(levels, pick(levels.length));

async function seedReferrals(tx: Tx, from: number, to: number, size: Size): Promise<number> {
  const all = Array.from({ length: to - from }, (_, at) => {
    const n = from + at;
    const waits = n < size.waiting;
    return {
      id: id(K.referral, n),
      referral_id: id(K.referral, n),
      subject_id: id(K.subject, n),
      child_id: id(K.child, size.children - 1 - n),
      reference: `R-B${n.toString(36).toUpperCase().padStart(6, '0')}`,
      import_key: `bench-${n}`,
      received_at: waits
        ? `2024-01-${n % 2 ? 29 : 30} 09:0${n % 10}`
        : `${addDays(plainDate('2023-01-03'), n % 330)} 10:00`,
      decided_at: `${addDays(plainDate('2023-01-03'), n % 330)} 15:00`,
      decision_id: id(K.referral + 16, n),
      given_names: itemAt(GIVEN, n % GIVEN.length),
      family_name: itemAt(FAMILY, n % FAMILY.length),
      born_on: addDays(plainDate('2007-01-01'), (n * 37) % 2500),
      waits,
    };
  });
  const columns = { id: 'uuid', reference: 'text', received_at: 'timestamp', import_key: 'text' };
  const local = { received_at: `received_at at time zone 'Europe/London'` };
  const more = 'channel, author_id, source, suspected, concern, recorded_at';
  const values = (channel: string, author: string) =>
    `'${channel}', ${author}, '2A', 'CCE', 'Seen with older young people and new things.', ${local.received_at}`;
  const waiting = all.filter(({ waits }) => waits);
  const done = all.filter(({ waits }) => !waits);
  await many(tx, 'referral', columns, done, more, values('import', 'null::uuid'), local);
  await many(tx, 'referral', columns, waiting, more, values('online', `'${id(K.worker, 0)}'::uuid`), local);
  await many(
    tx,
    'referral_subject',
    { id: 'uuid', referral_id: 'uuid', given_names: 'text', family_name: 'text', born_on: 'date' },
    all.map((one) => ({ ...one, id: one.subject_id })),
    'ordinal, sex',
    `1, 'U'`,
  );
  await many(
    tx,
    'subject_match',
    { referral_id: 'uuid', subject_id: 'uuid', child_id: 'uuid' },
    done,
    'same, reason, matched_at',
    `true, 'Imported under the same child id', '2023-01-03'::timestamptz`,
  );
  await many(
    tx,
    'decision',
    { id: 'uuid', referral_id: 'uuid', decided_at: 'timestamp' },
    done.map((one) => ({ ...one, id: one.decision_id })),
    'reason, lawful_basis',
    `'Bench', 's17'`,
    { decided_at: `decided_at at time zone 'Europe/London'` },
  );
  await many(
    tx,
    'decision_outcome',
    { decision_id: 'uuid', referral_id: 'uuid', subject_id: 'uuid' },
    done,
    'outcome',
    `'ALLOCATE_EVOLVE'`,
  );
  return all.length * 2 + done.length * 3;
}

type Row = Record<string, unknown>;

/** One insert of many rows: a column each as an array, and what is the same for all. */
async function many(
  tx: Tx,
  table: string,
  columns: Record<string, string>,
  rows: readonly Row[],
  more: string,
  values: string,
  casts: Record<string, string> = {},
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(columns);
  const arrays = names.map((name) => sql`${rows.map((row) => row[name])}::${sql.raw(columns[name] ?? 'text')}[]`);
  const selected = names.map((name) => casts[name] ?? name).join(', ');
  await sql`insert into ${sql.table(table)} (${sql.raw([...names, more].join(', '))})
    select ${sql.raw(`${selected}, ${values}`)} from unnest(${sql.join(arrays)}) as given(${sql.raw(names.join(', '))})`.execute(
    tx,
  );
}
