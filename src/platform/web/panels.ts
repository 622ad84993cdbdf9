import type { Tx } from '../db/index.ts';
import type { Module, Shown } from '../module.ts';
import type { ChildId, World } from './world.ts';

/** What every room knows of a child now, in the rooms' order, as far as the reader may see it. */
export async function askPanels(tx: Tx, rooms: readonly Module[], child: ChildId, world: World): Promise<Shown[]> {
  const panels = rooms.flatMap((room) => room.panels ?? []).filter(({ may }) => world.may(may));
  const shown: Shown[] = [];
  for (const { ask } of panels.toSorted((a, b) => a.order - b.order)) {
    const panel = await ask(tx, child, world);
    if (panel) shown.push(panel);
  }
  return shown;
}
