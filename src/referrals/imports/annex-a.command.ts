import { compareStatuses, ofChild, recogniseChildren, recordSaidStatuses, recordTaken } from '../../people/index.ts';
import { importCommand } from '../../platform/imports/command.ts';
import { compareWithHeld, template } from '../../platform/imports/index.ts';
import { readAnnexAFile } from './annex-a.ts';
import { LISTS } from './annex-a-lists.ts';
import { contactToWrite, referralToWrite, sayDisabilities, statusToWrite } from './annex-a-records.ts';
import { compareReferrals, recordSaidReferrals } from './referral-rows.db.ts';

export const importAnnexA = importCommand({
  name: 'annex-a',
  says: 'takes in the child-level workbook that authorities keep for Ofsted (Annex A)',
  file: 'FILE.xlsx',
  about: `
Reads contacts (list 1), referrals (list 3), children in need (list 6), child protection plans (list 7) and looked-after
children (list 8). Children are known there by the authority's identifier alone, without names.`,
  template: Object.entries(LISTS)
    .map(([number, list]) => `List ${number}: ${template(list)}`)
    .join(''),
  read: readAnnexAFile,
  async compare(tx, file, { now, progress }) {
    const { children, result } = file;
    const recognition = await recogniseChildren(tx, children);
    const byId = new Map(children.map((child) => [child.childId, child]));
    const contacts = file.contacts.map((record) => ({ ...record, said: contactToWrite(record, byId) }));
    const referrals = file.referrals.map((record) => ({ ...record, said: referralToWrite(record, byId) }));
    const incoming = [...contacts, ...referrals];
    const { compare, toWrite } = await compareReferrals(
      tx,
      incoming.map(({ key }) => key),
    );
    const statuses = await compareStatuses(
      tx,
      recognition,
      file.statuses.flatMap((record) => statusToWrite(record) ?? []),
    );
    compareWithHeld(
      result,
      incoming,
      ofChild(
        recognition,
        ({ childId }) => childId,
        ({ said }) => compare(said),
      ),
    );
    compareWithHeld(
      result,
      file.statuses,
      ofChild(
        recognition,
        ({ childId }) => childId,
        (record, held) => {
          const status = statusToWrite(record);
          return status ? statuses.compare(status, held) : { held: true, notices: [NO_PLAN] };
        },
      ),
    );
    result.notes.push(...sayDisabilities(children));
    result.ignored.push(NOT_KEPT);
    return async () => {
      const recorded = { by: null, at: now };
      const { ids, made } = await recordTaken(tx, recognition, recorded);
      progress(`${ids.size} children…`);
      const written = {
        ...made,
        ...(await recordSaidReferrals(tx, toWrite, ids, now)),
        ...(await recordSaidStatuses(tx, statuses.toWrite, ids, 'import annex-a', recorded)),
      };
      return { children: [...ids.values()], made: written };
    };
  },
});

const NOT_KEPT = {
  sheet: 'Lists 6, 7 and 8',
  columns: ['Primary Need Code', 'Reason for Closure', 'Initial Category of Abuse', 'UASC', 'Allocated Team'],
  why: 'checked and not kept: a status holds its days, the latest category and the legal status',
};

const NO_PLAN = {
  column: 'caseStatus',
  problem: 'is not a child in need plan: the child is kept, and no such status of theirs',
};
