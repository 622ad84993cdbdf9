import { reportCommand, reports } from './figures/index.ts';
import { modules } from './modules.ts';
import { runCommandLine } from './platform/cli/cli.ts';
import { migrateCommand } from './platform/db/commands.ts';
import { start } from './start.ts';

const commands = [
  start,
  migrateCommand,
  ...modules.flatMap((room) => room.commands ?? []),
  ...reports.map((report) => reportCommand(report, modules)),
];
process.exitCode = await runCommandLine(process.argv.slice(2), commands, modules);
