import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { modules } from '../../src/modules.ts';
import { homePage } from '../../src/platform/web/home.tsx';
import { openTestHouse } from '../../src/testing/open.ts';

const partnership = await openTestHouse();
let owner: pg.Client;
before(async () => {
  owner = new pg.Client({ connectionString: partnership.url });
  await owner.connect();
});
after(async () => {
  await owner.end();
  await partnership.close();
});

const ask = async <Row extends pg.QueryResultRow>(text: string): Promise<Row[]> => (await owner.query<Row>(text)).rows;

test('every table has row security, forced, and at least the policies of the guard', async () => {
  const tables = await ask<{ name: string; closed: boolean; policies: number }>(`
    select c.relname name, c.relrowsecurity and c.relforcerowsecurity closed,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid) policies
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`);
  assert.ok(tables.length >= 50, `only ${tables.length} tables`);
  assert.deepEqual(
    tables.filter(({ closed, policies }) => !closed || policies < 2),
    [],
  );
});

test('what the app role is granted has a policy of the room for it, and a table it is not granted has none', async () => {
  const rows = await ask<{ name: string; verb: string; granted: boolean; policed: boolean }>(`
    select t.name, verb,
      has_table_privilege('throughline_app', t.oid, verb) or has_any_column_privilege('throughline_app', t.oid, verb) granted,
      exists (select from pg_policy p where p.polrelid = t.oid and 'throughline_app'::regrole = any (p.polroles)
        and (p.polcmd = '*' or p.polcmd = case verb when 'SELECT' then 'r' when 'INSERT' then 'a' else 'w' end)) policed
    from (select c.oid, c.relname name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r') t
    cross join unnest(array['SELECT', 'INSERT', 'UPDATE']) verb`);
  assert.deepEqual(
    rows.filter(({ granted, policed }) => granted !== policed),
    [],
  );
});

test('nothing is deleted, and nothing but a draft is changed, by any role the product runs as', async () => {
  const rows = await ask<{ grantee: string; name: string; verb: string }>(`
    select role grantee, t.relname name, verb from pg_class t
    cross join unnest(array['throughline_app', 'throughline_counting', 'throughline_console', 'throughline_auditor', 'throughline_matching', 'throughline_guard']) role
    cross join unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) verb
    where t.relnamespace = 'public'::regnamespace and t.relkind = 'r'
      and (has_table_privilege(role, t.oid, verb) or (verb = 'UPDATE' and has_any_column_privilege(role, t.oid, verb)))`);
  // A draft's sections are saved over by their author. The list of undecided referrals is an index kept by triggers.
  const allowed = new Set([
    'throughline_app referral_draft_section UPDATE',
    'throughline_app assessment_draft_section UPDATE',
    'throughline_guard undecided_referral DELETE',
    'throughline_guard open_case DELETE',
    'throughline_guard waiting_for_evolve DELETE',
  ]);
  assert.deepEqual(
    rows.filter(({ grantee, name, verb }) => !allowed.has(`${grantee} ${name} ${verb}`)),
    [],
  );
});

test('the counting role reads no table, and no view of it has an id, a name or a reference', async () => {
  const tables = await ask<{ name: string }>(`
    select c.relname name from pg_class c where c.relnamespace in ('public'::regnamespace, 'fact'::regnamespace, 'counted'::regnamespace)
      and c.relkind in ('r', 'v') and (has_table_privilege('throughline_counting', c.oid, 'SELECT')
      and has_schema_privilege('throughline_counting', c.relnamespace, 'USAGE'))`);
  assert.deepEqual(tables, []);
  const columns = await ask<{ name: string }>(`
    select a.attname name from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'counting'::regnamespace and a.attnum > 0`);
  assert.ok(columns.length > 20);
  assert.deepEqual(
    columns.filter(({ name }) => /(^|_)(id|name|names|reference)$/.test(name)),
    [],
  );
});

test('every function that crosses the wall pins its search path, what a worker made for themselves last, and belongs to the guard', async () => {
  const functions = await ask<{ name: string; pinned: boolean; owner: string }>(`
    select p.proname name, coalesce(p.proconfig::text ~ 'search_path=public, pg_temp"', false) pinned, p.proowner::regrole::text owner
    from pg_proc p where p.pronamespace = 'guard'::regnamespace and p.prosecdef`);
  assert.ok(functions.length >= 10);
  assert.deepEqual(
    functions.filter(({ pinned, owner: by }) => !pinned || by !== 'throughline_guard'),
    [],
  );
});

test('the roles the product runs as cannot log in, own no table and bypass nothing', async () => {
  const roles = await ask<{ rolname: string }>(`
    select rolname from pg_roles where rolname like 'throughline\\_%' and rolname <> 'throughline_owner'
      and (rolcanlogin or rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`);
  assert.deepEqual(roles, []);
  const owned = await ask<{ relname: string }>(`select relname from pg_class c join pg_roles r on r.oid = c.relowner
    where c.relkind = 'r' and r.rolname in ('throughline_app', 'throughline_counting', 'throughline_console', 'throughline_auditor', 'throughline_matching', 'throughline_guard')`);
  assert.deepEqual(owned, []);
});

test('every page names a permission that a room declares, and every permission is asked for somewhere', async () => {
  const declared = new Set(modules.flatMap((room) => Object.keys(room.permissions ?? {})));
  const pages = [
    homePage(modules),
    ...modules.flatMap((room) => [...(room.pages ?? []), ...(room.collects?.(modules) ?? [])]),
  ];
  assert.ok(pages.length >= 30, `only ${pages.length} pages`);
  assert.deepEqual(
    pages.filter(({ may }) => !declared.has(may)).map(({ path, may }) => `${path}: ${may}`),
    [],
  );
  const named = modules
    .flatMap((room) => [...(room.nav ?? []), ...(room.waiting ?? []), ...(room.panels ?? [])])
    .map(({ may }) => may);
  assert.deepEqual(
    named.filter((may) => !declared.has(may)),
    [],
  );
});

test('a permission is declared by one room, under its own words', () => {
  const all = modules.flatMap((room) => Object.keys(room.permissions ?? {}));
  assert.equal(new Set(all).size, all.length);
});
