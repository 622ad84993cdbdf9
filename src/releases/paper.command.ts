import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkFiguresCommand, type LedgerFigure } from '@throughline/check-figures';
import { attackCommand, protectCommand } from '@throughline/disclosure';
import type { Command, Console } from '../platform/module.ts';
import { root } from '../platform/root.ts';
import { listLedgerFigures } from './ledger-figures.db.ts';

/** The packages' own commands, by the names they have in the house. */
export const commands: readonly Command[] = [
  { ...protectCommand, name: 'disclosure protect' },
  { ...attackCommand, name: 'disclosure attack' },
  { ...checkFiguresCommand(readLedger), name: 'check-figures' },
];

/** Without a partnership's database a paper is held against itself alone. */
async function readLedger(console: Console): Promise<readonly LedgerFigure[]> {
  if (!hasDatabase(process.env)) return [];
  const house = await console.open();
  return house.as('console', {}, listLedgerFigures);
}

const hasDatabase = (env: NodeJS.ProcessEnv) =>
  env.DATABASE_URL !== undefined || existsSync(env.THROUGHLINE_DATA ?? join(root, 'data'));
