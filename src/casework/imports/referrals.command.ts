import { importCommand } from '../../platform/imports/command.ts';
import { template } from '../../platform/imports/index.ts';
import { compareReferralsFile, readReferrals, referralColumns } from '../../referrals/index.ts';
import { openImpliedCases } from './spells.db.ts';

export const importReferrals = importCommand({
  name: 'referrals',
  says: 'takes in a spreadsheet of referrals and what was decided on them',
  file: 'FILE.csv',
  about: `
One row for each child of a referral. A decision for Evolve opens the child's case on its day, where none is open. A
referral without a decision is held as history: it is not put on the list of the Multi-Agency Safeguarding Hub (MASH).`,
  template: template(referralColumns),
  read: readReferrals,
  async compare(tx, file, importing) {
    const write = await compareReferralsFile(tx, file, importing);
    return async () => {
      const { children, made } = await write();
      return { children, made: { ...made, cases: await openImpliedCases(tx, children, importing.now) } };
    };
  },
});
