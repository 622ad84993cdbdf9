#!/usr/bin/env node
import { runCommandLine, terminal } from '@throughline/commands';
import { checkFiguresCommand } from './check-figures.command.ts';

process.exitCode = await runCommandLine('check-figures', process.argv.slice(2), [checkFiguresCommand()], terminal);
