import { sql } from 'kysely';
import type { Tx } from '../platform/db/index.ts';
import type { Opening, Wanted } from './break-glass.ts';

/** Opens the one record for sixty minutes, or says that it stays shut. The guard decides, and audits under the child. */
export async function breakGlass(tx: Tx, wanted: Wanted, reason: string): Promise<Opening> {
  const [reference, fullName, bornOn] =
    'reference' in wanted ? [wanted.reference, null, null] : [null, wanted.fullName, wanted.bornOn];
  const { rows } = await sql<{ answer: Opening['answer']; reference: string | null; contact: string | null }>`
    select answer, reference, contact from guard.break_glass(${reference}, ${fullName}, ${bornOn}, ${reason})`.execute(
    tx,
  );
  const [found] = rows;
  if (found?.reference && (found.answer === 'opened' || found.answer === 'seen_already'))
    return { answer: found.answer, reference: found.reference };
  if (found?.answer === 'ring_contact' && found.contact) return { answer: 'ring_contact', contact: found.contact };
  return { answer: found?.answer === 'several' ? 'several' : 'not_found' };
}
