import { sql } from 'kysely';
import { recordInAudit } from '../platform/audit/audit.db.ts';
import type { House, Tx } from '../platform/db/index.ts';
import { type Refusal, refuse } from '../platform/kernel/index.ts';
import type { Console } from '../platform/module.ts';
import { findPartnership } from '../platform/web/partnership.db.ts';
import { plantCasework } from './plant-casework.ts';
import { plantCast } from './plant-cast.db.ts';
import { plantClosedOff } from './plant-closed-off.db.ts';
import { plantClosings } from './plant-closings.ts';
import { plantComparators } from './plant-comparators.ts';
import { plantPeople } from './plant-people.ts';
import { plantProgress } from './plant-progress.ts';
import { plantReferrals } from './plant-referrals.ts';
import { plantRisk } from './plant-risk.ts';
import { plantScreening } from './plant-screening.ts';
import { type Story, tellStory } from './story/index.ts';

export type Planted = { children: number; referrals: number; assessments: number };

const ONE_AT_A_TIME = 7_470_147;

/**
 * Plants the fictional partnership in an empty database, whole or not at all: everything that happened in the story,
 * through the rules that real work goes through, under the names and days of those who did it. Real records are never
 * mixed with it.
 */
export async function plantTrial(
  house: House,
  { actor, progress }: Pick<Console, 'actor' | 'progress'>,
): Promise<Planted | Refusal> {
  return house.as('console', {}, async (tx) => {
    await sql`select pg_advisory_xact_lock(${ONE_AT_A_TIME})`.execute(tx);
    const taken = await whyNotHere(tx);
    if (taken) return taken;
    progress('Planting the fictional partnership…');
    const story = tellStory();
    await plantCast(tx);
    for (const { plants, says } of steps) {
      await plants(tx, story);
      progress(`  ${says(story)}`);
    }
    const { children, referrals, assessments } = story;
    const planted = { children: children.length, referrals: referrals.length, assessments: assessments.length };
    await recordInAudit(tx, actor, {
      kind: 'console',
      act: 'plant',
      subject: 'the fictional partnership',
      detail: planted,
    });
    return planted;
  });
}

async function whyNotHere(tx: Tx): Promise<Refusal | undefined> {
  if (await findPartnership(tx)) return refuse('This database already holds a partnership.');
  const child = await tx.selectFrom('child').select('id').limit(1).executeTakeFirst();
  const referral = await tx.selectFrom('referral').select('id').limit(1).executeTakeFirst();
  return child || referral
    ? refuse('This database holds real records. The fictional partnership is planted only in an empty one.')
    : undefined;
}

type Step = { plants: (tx: Tx, story: Story) => Promise<void>; says: (story: Story) => string };

/** Each rests on those before it. */
const steps: readonly Step[] = [
  { plants: plantPeople, says: ({ children }) => `${children.length} children and those around them` },
  { plants: plantClosedOff, says: ({ restrictions }) => `${restrictions.length} records closed to all but a few` },
  { plants: plantReferrals, says: ({ referrals }) => `${referrals.length} referrals, and one not yet sent` },
  { plants: plantScreening, says: ({ decisions }) => `${decisions.length} decisions, and what led to them` },
  { plants: plantRisk, says: ({ assessments }) => `${assessments.length} risk assessments` },
  { plants: plantCasework, says: ({ cases }) => `${cases.length} cases with Evolve` },
  { plants: plantProgress, says: () => 'the weekly meetings of January' },
  { plants: plantClosings, says: ({ closures }) => `${closures.length} endings` },
  { plants: plantComparators, says: () => 'published figures of other areas, which are not invented' },
];
