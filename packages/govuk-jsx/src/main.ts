#!/usr/bin/env node
import { runCommandLine, terminal } from '@throughline/commands';
import { drawCommand } from './draw.command.ts';

process.exitCode = await runCommandLine('govuk-jsx', process.argv.slice(2), [drawCommand], terminal);
