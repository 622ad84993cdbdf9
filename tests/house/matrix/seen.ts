import { sql } from 'kysely';
import type { Tx } from '../../../src/platform/db/index.ts';
import { TODAY } from '../../../src/platform/testing/house.ts';
import { type Means, relations } from './relations.ts';

/** What one worker reads, column by column, and what is so whoever asks: the two are compared. */
export type Seen = {
  worker: string;
  values: Record<string, string[]>;
  involved: Set<string>;
  facts: Facts;
};

type Referral = {
  id: string;
  author: string | null;
  children: string[];
  waits: boolean;
  urgent: boolean;
  lately: boolean;
};
type Facts = {
  roles: Set<string>;
  permissions: Set<string>;
  agency: string;
  /** Closed to this worker: excluded from, or restricted to others. */
  closed: Set<string>;
  excluded: Set<string>;
  referrals: Map<string, Referral>;
  subjects: Map<string, string>;
  requests: Map<string, { agency: string; referral: string }>;
  matches: Map<string, { referral: string; child: string }>;
  drafts: Map<string, string>;
  said: Map<string, string[]>;
  /** Referrals about a closed record this worker is the contact for. */
  contactFor: Set<string>;
  concerning: Set<string>;
  /** Figures made for the public and approved by a second person; and those of them that nobody withdrew. */
  listed: Set<string>;
  published: Set<string>;
};

/** As the console, which reads all; in between, within the same transaction, as the worker. */
export async function whatIsSeen(tx: Tx, worker: string): Promise<Seen> {
  const facts = await readFacts(tx, worker);
  await sql`select set_config('app.worker', ${worker}, true), set_config('app.today', ${TODAY}, true),
    set_config('app.from', '2020-01-01', true), set_config('app.to', ${TODAY}, true), set_config('app.as_at', ${TODAY}, true),
    set_config('role', 'throughline_app', true)`.execute(tx);
  const values = await readValues(tx);
  const involved = await sql<{ id: string }>`select distinct child_id id from guard.my_involvement()`.execute(tx);
  await sql`select set_config('role', 'throughline_console', true)`.execute(tx);
  return { worker, values, involved: new Set(involved.rows.map(({ id }) => id)), facts };
}

async function readValues(tx: Tx): Promise<Record<string, string[]>> {
  const columns = Object.entries(relations).flatMap(([relation, of]) =>
    Object.keys(of).map((column) => ({ relation, column })),
  );
  const parts = columns.map(
    ({ relation, column }) => sql`select ${`${relation}.${column}`} "column",
      array(select distinct ${sql.ref(column)}::text from ${sql.table(relation)} where ${sql.ref(column)} is not null) "values"`,
  );
  const { rows } = await sql<{ column: string; values: string[] }>`${sql.join(parts, sql` union all `)}`.execute(tx);
  return Object.fromEntries(rows.map(({ column, values }) => [column, values]));
}

async function readFacts(tx: Tx, worker: string): Promise<Facts> {
  const ask = async <Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> => (await query.execute(tx)).rows;
  const ids = async (query: ReturnType<typeof sql<{ id: string }>>) => new Set((await ask(query)).map(({ id }) => id));
  const mine = sql`worker_id = ${worker} and since <= ${TODAY} and (until is null or until >= ${TODAY})`;
  const excluded = await ids(sql<{ id: string }>`select child_id id from exclusion e where worker_id = ${worker}
    and not exists (select from exclusion_lifted l where l.exclusion_id = e.id)`);
  const restricted = await ids(sql<{ id: string }>`select child_id id from restriction r
    where not exists (select from restriction_lifted l where l.restriction_id = r.id)
      and not exists (select from restriction_allowed a where a.restriction_id = r.id and a.worker_id = ${worker})`);
  const [{ agency } = { agency: '' }] = await ask(
    sql<{ agency: string }>`select agency_id agency from worker where id = ${worker}`,
  );
  const referrals = await ask(sql<Referral>`
    select r.id, r.author_id author,
      array(select m.child_id from subject_match m where m.referral_id = r.id and m.same
        and not exists (select from subject_match_undone u where u.match_id = m.id))::text[] children,
      r.channel <> 'import' and d.id is null waits,
      r.immediate_danger or coalesce(r.need_level, 0) = 4 or coalesce((select s.brag = 'red' from screening s
        where s.referral_id = r.id order by s.screened_at desc limit 1), false) urgent,
      coalesce(d.decided_at >= (${TODAY}::date - 28)::timestamp at time zone 'Europe/London', false) lately
    from referral r left join decision d on d.referral_id = r.id`);
  const requests = await ask(
    sql<{
      id: string;
      agency: string;
      referral: string;
    }>`select id, agency_id agency, referral_id referral from partner_request`,
  );
  const matches = await ask(
    sql<{
      id: string;
      referral: string;
      child: string;
    }>`select id, referral_id referral, child_id child from subject_match`,
  );
  const subjects = await ask(
    sql<{ id: string; referral: string }>`select id, referral_id referral from referral_subject`,
  );
  const said = await ask(
    sql<{ id: string; children: string[] }>`select id, array[left_id, right_id]::text[] children from pair_said`,
  );
  const drafts = await ask(sql<{ id: string; author: string }>`
    select id, author_id author from referral_draft union all select id, author_id from assessment_draft`);
  return {
    roles: await ids(sql<{ id: string }>`select role id from worker_role where ${mine}`),
    permissions: await ids(sql<{ id: string }>`select p.permission id from worker_role r
      join role_permission p on p.role = r.role where ${mine}`),
    agency,
    closed: new Set([...excluded, ...restricted]),
    excluded,
    referrals: new Map(referrals.map((one) => [one.id, one])),
    subjects: new Map(subjects.map(({ id, referral }) => [id, referral])),
    requests: new Map(requests.map(({ id, ...request }) => [id, request])),
    matches: new Map(matches.map(({ id, ...match }) => [id, match])),
    drafts: new Map(drafts.map(({ id, author }) => [id, author])),
    said: new Map(said.map(({ id, children }) => [id, children])),
    contactFor: await ids(sql<{ id: string }>`select referral_id id from contact_notice where contact_id = ${worker}`),
    listed: await ids(sql<{ id: string }>`select r.id from release r join release_approval a on a.release_id = r.id
      where r.profile = 'public'`),
    published: await ids(sql<{ id: string }>`select r.id from release r join release_approval a on a.release_id = r.id
      left join release_withdrawn w on w.release_id = r.id where r.profile = 'public' and w.release_id is null`),
    concerning: await ids(sql<{ id: string }>`select referral_id id from concerned_worker where worker_id = ${worker}`),
  };
}

/** The values a worker reads and must not, each with its column. */
export function wrongIn(seen: Seen): string[] {
  return Object.entries(relations).flatMap(([relation, of]) =>
    Object.entries(of).flatMap(([column, means]) =>
      (seen.values[`${relation}.${column}`] ?? [])
        .filter((value) => !rules[means](value, seen))
        .map((value) => `${relation}.${column}: ${value} (${means})`),
    ),
  );
}

const isMine = (child: string, { involved, facts }: Seen) => involved.has(child) && !facts.closed.has(child);

function worksWith(id: string | undefined, seen: Seen): boolean {
  const { roles, referrals, closed, contactFor, concerning } = seen.facts;
  const referral = referrals.get(id ?? '');
  if (!referral || concerning.has(referral.id) || referral.children.some((child) => closed.has(child))) return false;
  const { children, waits, lately, urgent } = referral;
  if (children.some((child) => isMine(child, seen)) || contactFor.has(referral.id)) return true;
  if ((roles.has('mash_screener') || roles.has('mash_manager')) && (waits || lately)) return true;
  return roles.has('edt') && waits && urgent;
}

function mayReadRequest(id: string, seen: Seen): boolean {
  const request = seen.facts.requests.get(id);
  if (!request) return false;
  const children = seen.facts.referrals.get(request.referral)?.children ?? [];
  const isAsked = seen.facts.roles.has('partner') && request.agency === seen.facts.agency;
  return worksWith(request.referral, seen) || (isAsked && !children.some((child) => seen.facts.excluded.has(child)));
}

/** Children of one referral: who works with it for one of them reads whom the others were found to be. */
function isMatchedBeforeThem(child: string, seen: Seen): boolean {
  const theirs = [...seen.facts.matches.values()].filter((match) => match.child === child);
  return !seen.facts.closed.has(child) && theirs.some(({ referral }) => worksWith(referral, seen));
}

const isReferred = (value: string, seen: Seen): boolean =>
  isMine(value, seen) || worksWith(seen.facts.subjects.get(value), seen) || isMatchedBeforeThem(value, seen);

const rules: Record<Means, (value: string, seen: Seen) => boolean> = {
  everybody: () => true,
  me: (value, { worker }) => value === worker,
  child: isMine,
  'not closed': (value, { facts }) => !facts.closed.has(value),
  referral: worksWith,
  'referral or mine': (value, seen) =>
    worksWith(value, seen) || seen.facts.referrals.get(value)?.author === seen.worker,
  referred: isReferred,
  'referred or mine': (value, seen) =>
    isReferred(value, seen) || seen.facts.referrals.get(seen.facts.subjects.get(value) ?? '')?.author === seen.worker,
  request: mayReadRequest,
  match: (value, seen) => {
    const match = seen.facts.matches.get(value);
    return match !== undefined && worksWith(match.referral, seen) && !seen.facts.closed.has(match.child);
  },
  said: (value, seen) => seen.facts.said.get(value)?.every((child) => isMine(child, seen)) ?? false,
  draft: (value, { worker, facts }) => facts.drafts.get(value) === worker,
  opening: (value, { worker, facts }) => value === worker || facts.permissions.has('access.review-break-glass'),
  figures: (_, { facts }) => facts.permissions.has('figures.see'),
  listing: (value, { facts }) => facts.permissions.has('figures.see') || facts.listed.has(value),
  published: (value, { facts }) => facts.permissions.has('figures.see') || facts.published.has(value),
  governance: (_, { facts }) => facts.permissions.has('access.restrict'),
};
