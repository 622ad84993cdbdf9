import { ofChild, recogniseChildren, recordTaken } from '../../people/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Importing, Written } from '../../platform/imports/command.ts';
import { type Accepted, compareWithHeld } from '../../platform/imports/index.ts';
import { sayCount } from '../../platform/kernel/index.ts';
import { compareReferrals, recordSaidReferrals } from './referral-rows.db.ts';
import type { SaidReferral } from './referral-rows.ts';
import type { ImportedReferral, ReferralsFile } from './referrals.ts';

/** Settles a spreadsheet of referrals against what is held. @returns how to write what is new. */
export async function compareReferralsFile(
  tx: Tx,
  { records, result }: ReferralsFile,
  { now, progress }: Importing,
): Promise<() => Promise<Written>> {
  const recognition = await recogniseChildren(
    tx,
    records.map(({ child }) => child),
  );
  const referrals = records.map((record) => ({ ...record, said: referralToWrite(record) }));
  const { compare, toWrite } = await compareReferrals(
    tx,
    referrals.map(({ key }) => key),
  );
  compareWithHeld(
    result,
    referrals,
    ofChild(
      recognition,
      ({ child }) => child.childId,
      ({ said }) => compare(said),
    ),
  );
  const undecided = toWrite.added.filter(({ decision }) => !decision).length;
  if (undecided > 0)
    result.notes.push(
      `${sayCount(undecided, 'referral')} without a decision: held as history, and not put on the list of the Multi-Agency Safeguarding Hub (MASH). Make those that still wait anew.`,
    );
  return async () => {
    const { ids, made } = await recordTaken(tx, recognition, { by: null, at: now });
    progress(`${sayCount(toWrite.added.length, 'referral')}…`);
    return {
      children: [...ids.values()],
      made: { ...made, ...(await recordSaidReferrals(tx, toWrite, ids, now)) },
    };
  };
}

function referralToWrite(record: Accepted<ImportedReferral>): SaidReferral {
  const { key, child, receivedOn, source, agency, reason, outcome, decidedOn, evolve } = record;
  const decision = outcome && decidedOn ? { outcome, on: decidedOn, dayIsSaid: true } : undefined;
  const said = !outcome && evolve === false ? [{ ask: 'Decided for Evolve', answer: 'No' }] : [];
  const file = { title: 'As imported from a spreadsheet of referrals', said };
  return { key, child, receivedOn, source, agency, reason, decision, file };
}
