import type { Tx } from '../platform/db/index.ts';
import { londonMoment, plainDate } from '../platform/kernel/index.ts';
import { idFor } from './plant-names.ts';
import { AGENCIES, CAST, TEAMS } from './story/cast.ts';
import { STORY } from './story/telling.ts';

const SINCE = plainDate('2020-04-01');
// From the range Ofcom keeps for drama: nobody answers.
const PHONES = { mash: '01632 960110', outOfHours: '01632 960111' };

/** The partnership itself: its agencies, teams and workers, each with their roles, and the moment it stands still at. */
export async function plantCast(tx: Tx): Promise<void> {
  await tx
    .insertInto('partnership')
    .values({
      name: 'Rotherham',
      kind: 'trial',
      trialNow: trialNow(),
      story: STORY,
      settings: JSON.stringify({ phones: PHONES }),
    })
    .execute();
  await tx
    .insertInto('agency')
    .values(Object.entries(AGENCIES).map(([code, { name, kind }]) => ({ id: idFor('agency', code), code, name, kind })))
    .execute();
  await tx
    .insertInto('team')
    .values(
      Object.entries(TEAMS).map(([code, { agency, name }]) => ({
        id: idFor('team', code),
        code,
        name,
        agencyId: idFor('agency', agency),
      })),
    )
    .execute();
  await tx
    .insertInto('worker')
    .values(
      CAST.map(({ key, name, does, agency }) => ({
        id: idFor('worker', key),
        key,
        name,
        title: does,
        agencyId: idFor('agency', agency),
      })),
    )
    .execute();
  await tx
    .insertInto('worker_role')
    .values(
      CAST.flatMap(({ key, roles }) => roles.map((role) => ({ workerId: idFor('worker', key), role, since: SINCE }))),
    )
    .execute();
  await tx
    .insertInto('team_member')
    .values(
      CAST.flatMap(({ key, team }) =>
        team ? [{ workerId: idFor('worker', key), teamId: idFor('team', team), since: SINCE }] : [],
      ),
    )
    .execute();
}

/** 30 January 2024, the day the Improving Lives Select Commission met; a setting, so that a trial can stand elsewhere. */
function trialNow(): Date {
  const [day = '2024-01-30', time = '10:00'] = (process.env.TRIAL_NOW ?? '').split('T').filter(Boolean);
  return londonMoment(plainDate(day), time);
}
