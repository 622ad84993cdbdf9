#!/usr/bin/env node
import { runCommandLine, terminal } from '@throughline/commands';
import { readCommand } from './read.command.ts';

process.exitCode = await runCommandLine('office-files', process.argv.slice(2), [readCommand], terminal);
