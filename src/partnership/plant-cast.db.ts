import type { Tx } from '../platform/db/index.ts';
import { londonMoment, plainDate } from '../platform/kernel/index.ts';
import { AGENCIES, CAST, TEAMS } from './story/cast.ts';

const SINCE = plainDate('2020-04-01');
// From the range Ofcom keeps for drama: nobody answers.
const PHONES = { mash: '01632 960110', outOfHours: '01632 960111' };

/** The partnership itself: its agencies, teams and workers, each with their roles, and the moment it stands still at. */
export async function plantCast(tx: Tx): Promise<void> {
  await tx
    .insertInto('partnership')
    .values({ name: 'Rotherham', kind: 'trial', trial_now: trialNow(), settings: JSON.stringify({ phones: PHONES }) })
    .execute();
  await tx
    .insertInto('agency')
    .values(Object.entries(AGENCIES).map(([code, { name, kind }]) => ({ code, name, kind })))
    .execute();
  const agencies = new Map(
    (await tx.selectFrom('agency').select(['id', 'code']).execute()).map(({ id, code }) => [code, id]),
  );
  await tx
    .insertInto('team')
    .values(Object.entries(TEAMS).map(([code, { agency, name }]) => ({ code, name, agency_id: get(agencies, agency) })))
    .execute();
  const teams = new Map(
    (await tx.selectFrom('team').select(['id', 'code']).execute()).map(({ id, code }) => [code, id]),
  );
  await tx
    .insertInto('worker')
    .values(
      CAST.map((member) => ({
        key: member.key,
        name: member.name,
        title: member.does,
        agency_id: get(agencies, member.agency),
      })),
    )
    .execute();
  const workers = new Map(
    (await tx.selectFrom('worker').select(['id', 'key']).execute()).map(({ id, key }) => [key, id]),
  );
  await tx
    .insertInto('worker_role')
    .values(
      CAST.flatMap((member) =>
        member.roles.map((role) => ({ worker_id: get(workers, member.key), role, since: SINCE })),
      ),
    )
    .execute();
  await tx
    .insertInto('team_member')
    .values(
      CAST.flatMap(({ key, team }) =>
        team ? [{ worker_id: get(workers, key), team_id: get(teams, team), since: SINCE }] : [],
      ),
    )
    .execute();
}

/** 30 January 2024, the day the Improving Lives Select Commission met; a setting, so that a trial can stand elsewhere. */
function trialNow(): Date {
  const [day = '2024-01-30', time = '10:00'] = (process.env.TRIAL_NOW ?? '').split('T').filter(Boolean);
  return londonMoment(plainDate(day), time);
}

function get(map: Map<string, string>, key: string): string {
  const found = map.get(key);
  if (!found) throw new Error(`the cast names ${key}, which was not planted`);
  return found;
}
