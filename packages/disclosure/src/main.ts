#!/usr/bin/env node
import { runCommandLine, terminal } from '@throughline/commands';
import { attackCommand } from './attack.command.ts';
import { protectCommand } from './protect.command.ts';

process.exitCode = await runCommandLine('disclosure', process.argv.slice(2), [protectCommand, attackCommand], terminal);
