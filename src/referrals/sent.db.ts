import { sql } from 'kysely';
import type { Tx } from '../platform/db/index.ts';
import { newReference } from '../platform/kernel/index.ts';
import type { World } from '../platform/web/world.ts';
import type { AnsweredSection } from './draft.ts';
import type { Heard } from './heard.ts';
import type { Referral } from './referral.ts';

/** Sends a referral, with its children. The draft stays: it is what tells a second sending of it apart. */
export async function sendReferral(tx: Tx, referral: Referral, name = () => newReference('R')): Promise<string> {
  const { id, reference } = await addReferral(tx, referral, name);
  // In the same transaction, or the database refuses them: a referral cannot gain a child once it is sent.
  await tx
    .insertInto('referral_subject')
    .values(referral.subjects.map((subject, at) => ({ ...subject, referralId: id, ordinal: at + 1 })))
    .execute();
  return reference;
}

async function addReferral(tx: Tx, referral: Referral, name: () => string, tries = 5) {
  const added = await tx
    .insertInto('referral')
    .values({ reference: name(), ...referralRow(referral) })
    .onConflict((taken) => taken.column('reference').doNothing())
    .returning(['id', 'reference'])
    .executeTakeFirst();
  if (added) return added;
  if (tries === 1) throw new Error('no free reference was found');
  return addReferral(tx, referral, name, tries - 1);
}

export function referralRow({ referrer, subjects, answers, ...referral }: Referral) {
  return {
    ...referral,
    recordedAt: referral.receivedAt,
    referrerName: referrer.name,
    referrerRole: referrer.role,
    referrerAgency: referrer.agency,
    referrerRelationship: referrer.relationship,
    wantsAnonymity: referrer.wantsAnonymity,
    answers: JSON.stringify(answers),
  };
}

/** A referral of one's own, as listed. */
export type SentLine = {
  reference: string;
  receivedAt: Date;
  immediateDanger: boolean | null;
  /** The children, as the author named them. */
  children: string[];
  heard: Heard;
};
/** And opened: everything that was sent. An older one was not sent from this form, and holds its concern alone. */
export type Sent = SentLine & { channel: string; source: string; concern: string; answers: AnsweredSection[] };

/** What this worker sent, the latest first; `after` names the last one of the page before. */
export async function listSent(
  tx: Tx,
  { worker }: World,
  after: string | undefined,
  atMost: number,
): Promise<SentLine[]> {
  const further = sql`and (received_at, id) < (
    select last.received_at, last.id from referral last where last.reference = ${after} and last.author_id = ${worker.id})`;
  // The page is cut first, so that what is heard is asked for its lines alone.
  const { rows } = await sql<Line>`select ${line} from (
      select * from referral where author_id = ${worker.id} ${after ? further : sql``}
      order by received_at desc, id desc limit ${atMost}) r
    ${andHeard} order by r.received_at desc, r.id desc`.execute(tx);
  return rows.map(toLine);
}

export async function findSent(tx: Tx, reference: string, { worker }: World): Promise<Sent | undefined> {
  const { rows } = await sql<Line & Pick<Sent, 'channel' | 'source' | 'answers'> & { concern: string | null }>`
    select ${line}, r.channel, r.source, r.concern, r.answers from referral r ${andHeard}
    where r.author_id = ${worker.id} and r.reference = ${reference}`.execute(tx);
  const [row] = rows;
  if (!row) return undefined;
  const { channel, source, concern, answers, ...sent } = row;
  return { ...toLine(sent), channel, source, concern: concern ?? '', answers };
}

const line = sql`r.reference, r.received_at, r.immediate_danger,
  array(select coalesce(nullif(concat_ws(' ', c.given_names, c.family_name), ''), c.also_known_as, '')
        from referral_subject c where c.referral_id = r.id order by c.ordinal) children,
  h.looked_at, h.decided_at, h.asked_of_referrer, h.outcomes`;
const andHeard = sql`cross join lateral guard.heard_by_author(r.id) h`;

type Line = Omit<SentLine, 'heard'> & Heard;

function toLine({ lookedAt, decidedAt, askedOfReferrer, outcomes, ...row }: Line): SentLine {
  return {
    ...row,
    children: row.children.map((name) => name || 'A child whose name is not known'),
    heard: { lookedAt, decidedAt, askedOfReferrer, outcomes },
  };
}
