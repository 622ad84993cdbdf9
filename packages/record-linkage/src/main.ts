#!/usr/bin/env node
import { runCommandLine, terminal } from '@throughline/commands';
import { matchCommand } from './match.command.ts';

process.exitCode = await runCommandLine('record-linkage', process.argv.slice(2), [matchCommand], terminal);
