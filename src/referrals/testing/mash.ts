import { randomUUID } from 'node:crypto';
import { arrangeChildren, type TestChildren } from '../../people/testing/children.ts';
import type { Tx } from '../../platform/db/index.ts';
import { addDays, londonMoment } from '../../platform/kernel/index.ts';
import { NOW, type TestHouse, TODAY } from '../../platform/testing/house.ts';
import type { AgencyId, ChildId } from '../../platform/web/world.ts';
import { recordConcernedWorker } from '../matches.db.ts';
import { recordRequests } from '../requests.db.ts';
import { recordAgreements } from '../screenings.db.ts';
import { type Arranged, decideAs, match, receive } from './received.ts';

/** One referral of each kind that somebody may see and somebody else may not; all but two undecided. */
export const kinds = ['new', 'danger', 'mine', 'decided', 'old', 'restricted', 'excluded', 'concerning'] as const;
export type Kind = (typeof kinds)[number];

export type Mash = { children: TestChildren; referrals: Record<Kind, Arranged>; request: string };

/** The children of people/testing, a referral about each, and the police asked about Mine. */
export async function arrangeMash(test: TestHouse): Promise<Mash> {
  const children = await arrangeChildren(test);
  const referrals = await arrangeReferrals(test, children);
  return { children, referrals, request: await arrangeRequest(test, referrals.mine, 'syp') };
}

export const everybody =
  'ben harriet qadir asha tomasz gwen yusuf nadine dev karim grace bartosz farrah elaine jerome anwen callum amina ilinca helen seun bridget ellis kit'.split(
    ' ',
  );

async function arrangeReferrals(test: TestHouse, { mine, other, past, restricted, excluded }: TestChildren) {
  const arranged = {} as Record<Kind, Arranged>;
  for (const kind of kinds)
    arranged[kind] = await receive(test, [{ givenNames: kind }], { by: 'harriet', immediateDanger: kind === 'danger' });
  const about: Partial<Record<Kind, ChildId>> = {
    mine: mine.id,
    decided: other.id,
    old: past.id,
    restricted: restricted.id,
    excluded: excluded.id,
    concerning: mine.id,
  };
  for (const [kind, child] of Object.entries(about)) await match(test, arranged[kind as Kind], child);
  await decideAs(test, 'gwen', arranged.decided);
  await decideAs(test, 'gwen', arranged.old, londonMoment(addDays(TODAY, -29), '10:00'));
  await test.arrange((tx) =>
    recordConcernedWorker(tx, arranged.concerning.id, test.workerId('bartosz'), { by: test.workerId('asha'), at: NOW }),
  );
  return arranged;
}

/** The police are asked about a referral, after agreement. */
async function arrangeRequest(test: TestHouse, { id: referralId }: Arranged, agency: string): Promise<string> {
  const [id, agreementId] = [randomUUID(), randomUUID()];
  const done = { by: test.workerId('asha'), at: NOW };
  await test.arrange(async (tx) => {
    await recordAgreements(tx, [{ id: agreementId, referralId, agreed: true, reason: null, words: 'Yes', ...done }]);
    const asked = {
      id,
      referralId,
      agreementId,
      childNamed: 'A. Tarn',
      asks: 'What do you hold?',
      dueAt: NOW,
      ...done,
    };
    await recordRequests(tx, [{ ...asked, agencyId: await agencyOf(tx, agency) }]);
  });
  return id;
}

export const agencyOf = async (tx: Tx, code: string) =>
  (await tx.selectFrom('agency').select('id').where('code', '=', code).executeTakeFirstOrThrow()).id as AgencyId;
