import { ofChild, recogniseChildren, recordTaken } from '../../people/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Importing, Written } from '../../platform/imports/command.ts';
import { compareWithHeld } from '../../platform/imports/index.ts';
import { sayCount } from '../../platform/kernel/index.ts';
import type { ClosuresFile } from './closures.ts';
import { closuresBeside } from './closures-beside.ts';
import { listClosures, listHeld, recordSpells } from './spells.db.ts';

/** Settles a spreadsheet of closures against the cases held. @returns how to write what is new. */
export async function compareClosuresFile(
  tx: Tx,
  { records, result }: ClosuresFile,
  { now, progress }: Importing,
): Promise<() => Promise<Written>> {
  const recognition = await recogniseChildren(
    tx,
    records.map(({ child }) => child),
  );
  const children = [...recognition.found.values()].flatMap(({ held }) => held?.id ?? []);
  const { compare, toRecord } = closuresBeside(await listHeld(tx, children), await listClosures(tx, children));
  compareWithHeld(
    result,
    // In order of days: a second closing of a child is about the spell after the first.
    records.toSorted((a, b) => a.closedOn.localeCompare(b.closedOn)),
    ofChild(recognition, ({ child }) => child.childId, compare),
  );
  return async () => {
    const { ids, made } = await recordTaken(tx, recognition, { by: null, at: now });
    const spells = toRecord();
    progress(`${sayCount(spells.length, 'case')}…`);
    return { children: [...ids.values()], made: { ...made, ...(await recordSpells(tx, spells, now)) } };
  };
}
