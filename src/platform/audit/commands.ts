import { parseArgs } from 'node:util';
import { WrongUse } from '../cli/cli.ts';
import type { Command } from '../module.ts';
import { readHead, sayHead, sealAudit, verifyAudit } from './seal.db.ts';

export const auditVerify: Command = {
  name: 'audit verify',
  says: 'checks that no sealed audit entry was changed, removed or cut off',
  help: `
throughline audit verify [--since HEAD] [--format text|json]

Seals what is not yet sealed, recomputes every batch and prints the head (NUMBER:DIGEST). Keep the head somewhere else;
given back as --since it finds a tail that was cut off together with its batches.

Exit 0: whole. Exit 1: names the first batch changed, removed or cut.`,
  async run(args, console) {
    const { values } = parseArgs({
      args,
      options: { since: { type: 'string' }, format: { type: 'string', default: 'text' } },
    });
    if (values.format !== 'text' && values.format !== 'json') throw new WrongUse('--format takes text or json.');
    const since = values.since === undefined ? undefined : readHead(values.since);
    if (values.since !== undefined && !since && !values.since.startsWith('0:')) {
      throw new WrongUse('--since takes a head as “audit verify” printed it: NUMBER:DIGEST.');
    }
    const house = await console.open();
    const before = await verifyAudit(house, since);
    if (!before.broken) await sealAudit(house);
    const verdict = before.broken ? before : await verifyAudit(house, since);
    const head = sayHead(verdict.head);
    if (values.format === 'json') {
      console.print(
        JSON.stringify({
          whole: !verdict.broken,
          head,
          entries: verdict.entries,
          ...(verdict.broken && { broken: verdict.broken }),
        }),
      );
    } else if (verdict.broken) {
      console.print(
        `Batch ${verdict.broken.number} ${verdict.broken.says}. ${verdict.entries} entries before it are whole; head so far ${head}`,
      );
    } else {
      console.print(`${verdict.entries} entries are whole.\n${head}`);
    }
    return verdict.broken ? 1 : 0;
  },
};
