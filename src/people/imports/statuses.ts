import type { Answer } from '../../platform/imports/index.ts';
import type { PlainDate } from '../../platform/kernel/index.ts';
import type { ChildId } from '../../platform/web/world.ts';
import type { Status, StatusKind } from '../status.ts';

/** A status as a file says it: in force from `from` up to, and not on, `until`. */
export type SaidStatus = {
  childId: string;
  kind: StatusKind;
  from: PlainDate;
  until: PlainDate | undefined;
  category?: string | undefined;
  legalStatus?: string | undefined;
};

/** What is to be written: statuses that are new, and ends of statuses held as open. */
export type StatusesToWrite = { added: SaidStatus[]; ended: { status: Status; endedOn: PlainDate }[] };

/**
 * Compares statuses with those held of the same child and kind. An end in the file counts before any overlap is looked
 * for, so that one file may end a status and begin the next.
 */
export function statusesBeside(
  held: readonly Status[],
  said: readonly { record: SaidStatus; id: ChildId | undefined }[],
) {
  const toWrite: StatusesToWrite = { added: [], ended: [] };
  const known = Map.groupBy(held, ({ childId, kind }) => `${childId}|${kind}`);
  const ends = new Map(said.map(({ record, id }) => [`${id}|${record.kind}|${record.from}`, record.until]));
  const compare = (record: SaidStatus, id: ChildId | undefined): Answer => {
    const others = known.get(`${id}|${record.kind}`) ?? [];
    const same = others.find(({ since }) => since === record.from);
    if (same) return compareWithSame(record, same, toWrite);
    const overlaps = others.some(({ kind, since, endedOn }) => {
      const until = endedOn ?? ends.get(`${id}|${kind}|${since}`);
      return (!until || until > record.from) && (!record.until || record.until > since);
    });
    if (overlaps)
      return {
        column: 'from',
        problem: 'overlaps one of the same kind that is held',
        remedy: 'Give the row that ends the earlier one too, or correct the dates.',
      };
    toWrite.added.push(record);
    return { held: false };
  };
  return { compare, toWrite };
}

function compareWithSame(record: SaidStatus, same: Status, toWrite: StatusesToWrite): Answer {
  if (record.until && same.endedOn && record.until !== same.endedOn)
    return {
      column: 'until',
      problem: 'is not the end that is held',
      remedy: 'Correct the file; where the record is wrong, leave the row out until it is put right.',
    };
  const notices = [
    ...(same.endedOn && !record.until
      ? [{ column: 'until', problem: 'is empty, though an end is held, which is kept' }]
      : []),
    ...(differs(record.category, same.category) || differs(record.legalStatus, same.legalStatus)
      ? [{ column: 'from', problem: 'has another category or legal status than is held, which is kept' }]
      : []),
  ];
  if (!record.until || same.endedOn) return { held: true, notices };
  toWrite.ended.push({ status: same, endedOn: record.until });
  return { held: false, notices };
}

const differs = (said: string | undefined, held: string | null) => said !== undefined && held !== null && said !== held;
