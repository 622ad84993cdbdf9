import { parseArgs } from 'node:util';
import { isRefusal } from '../platform/kernel/index.ts';
import type { Command } from '../platform/module.ts';

export const plantCommand: Command = {
  name: 'plant',
  says: 'plants the fictional partnership in an empty database',
  help: `
throughline plant            (DATABASE_URL and THROUGHLINE_DATA are read)

Whole or not at all. A database that already holds a partnership, or any record, is refused: invented people are never
mixed with real ones. Exit 0: planted. Exit 1: refused, with the reason.`,
  async run(args, console) {
    parseArgs({ args, options: {} });
    const { plantTrial } = await import('./plant.ts');
    const planted = await plantTrial(await console.open(), console);
    if (isRefusal(planted)) {
      console.progress(planted.refused);
      return 1;
    }
    console.print('The fictional partnership is planted. Start it with: npm start');
    return 0;
  },
};
