import { importCommand } from '../../platform/imports/command.ts';
import { compareWithHeld, template } from '../../platform/imports/index.ts';
import { recogniseChildren, recordTaken } from './recognise.db.ts';
import { ofChild } from './recognise.ts';
import { type ImportedSend, readSend, sendColumns } from './send.ts';
import { compareStatuses, recordSaidStatuses } from './statuses.db.ts';
import type { SaidStatus } from './statuses.ts';

export const importSend = importCommand({
  name: 'send',
  says: 'takes in education, health and care plans and support for special educational needs',
  file: 'FILE.csv',
  about: `
One row for each plan (EHCP) or support (SEN_SUPPORT) of a child, from its first day up to, and not on, its last. A plan
and support are two things and are kept apart. A child not held yet is recorded with what the file says of them.`,
  template: template(sendColumns),
  read: readSend,
  async compare(tx, { records, result }, { now }) {
    const recognition = await recogniseChildren(
      tx,
      records.map(({ child }) => child),
    );
    const statuses = await compareStatuses(tx, recognition, records.map(statusOf));
    compareWithHeld(
      result,
      records,
      ofChild(
        recognition,
        ({ child }) => child.childId,
        (record, held) => statuses.compare(statusOf(record), held),
      ),
    );
    return async () => {
      const recorded = { by: null, at: now };
      const { ids, made } = await recordTaken(tx, recognition, recorded);
      const written = await recordSaidStatuses(tx, statuses.toWrite, ids, 'import send', recorded);
      return { children: [...ids.values()], made: { ...made, ...written } };
    };
  },
});

function statusOf({ child, provision, need, from, until }: ImportedSend): SaidStatus {
  return { childId: child.childId, kind: provision, category: need, from, until };
}
