/** npm run keep-planted: the last commit of each issue keeps the trial as it plants it, for the next to upgrade. */

import { sealAudit } from '../../src/platform/audit/seal.db.ts';
import { Visitor } from '../../src/platform/testing/visitor.ts';
import { openServer, openTestHouse } from '../../src/testing/open.ts';
import { keep, writeKept } from './kept.ts';

const planted = await openTestHouse('partnership');
const server = await openServer(planted);
try {
  // So that sessions and looks are among what is kept.
  for (const key of ['asha', 'ben', 'dev', 'nadine', 'seun']) await (await Visitor.signedIn(server, key)).get('/');
  await sealAudit(planted.house);
  const kept = await keep(planted.house);
  const rows = kept.tables.reduce((sum, { count }) => sum + count, 0);
  console.log(`${rows} rows of ${kept.tables.length} tables are kept, in ${Math.round(writeKept(kept) / 1000)} kB.`);
} finally {
  await server.close();
  await planted.close();
}
