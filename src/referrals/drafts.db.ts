import { sql } from 'kysely';
import type { Tx } from '../platform/db/index.ts';
import { addDays, findId, type Refusal } from '../platform/kernel/index.ts';
import type { WaitingLine } from '../platform/module.ts';
import { waitingLine } from '../platform/web/waiting-line.ts';
import type { World } from '../platform/web/world.ts';
import { type Draft, type DraftId, expiryOf, reminder, type Saved, whyClosed } from './draft.ts';
import { type Entries, entriesOf } from './entries.ts';
import { child, type Section } from './sections/index.ts';
import { sourceOfAgency } from './source.ts';

export async function startDraft(tx: Tx, { worker, now, today }: World): Promise<DraftId> {
  const { id } = await tx
    .insertInto('referral_draft')
    .values({ authorId: worker.id, startedAt: now, expiresOn: expiryOf(today) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id as DraftId;
}

/** A draft of this worker's own, with what is saved of it. One that is sent or expired comes without its sections. */
export async function findDraft(tx: Tx, text: string, { worker, may, today }: World): Promise<Draft | undefined> {
  const id = findId<'draft'>(text);
  if (!id) return undefined;
  const row = await tx
    .selectFrom('referral_draft as draft')
    .innerJoin('worker', 'worker.id', 'draft.authorId')
    .innerJoin('agency', 'agency.id', 'worker.agencyId')
    .leftJoin('referral', 'referral.draftId', 'draft.id')
    .select(['draft.startedAt', 'draft.expiresOn', 'agency.kind', 'referral.reference'])
    .where('draft.id', '=', id)
    .where('draft.authorId', '=', worker.id)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    id,
    startedAt: row.startedAt,
    expiresOn: row.expiresOn,
    asked: { today, writesDown: may('referrals.write-down'), source: sourceOfAgency(row.kind) },
    saved: await findSaved(tx, id),
    sentAs: row.reference,
  };
}

async function findSaved(tx: Tx, id: DraftId): Promise<Saved> {
  const rows = await tx
    .selectFrom('referral_draft_section')
    .select(['section', 'answers'])
    .where('draftId', '=', id)
    .execute();
  return Object.fromEntries(rows.map(({ section, answers }) => [section, answers]));
}

/** The draft as it is now, held until this transaction ends: two windows writing in it take turns. */
export async function holdDraft(tx: Tx, { id }: Draft, world: World): Promise<Draft> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(tx);
  const held = await findDraft(tx, id, world);
  if (!held) throw new Error(`draft ${id} is gone`);
  return held;
}

/** The last saving of a section stands: the draft is its author's alone. Refused once it is sent or has expired. */
export async function saveSection(
  tx: Tx,
  shown: Draft,
  section: Section,
  answers: object,
  world: World,
): Promise<Refusal | undefined> {
  const draft = await holdDraft(tx, shown, world);
  return whyClosed(draft) ?? write(tx, draft, section, answers, world);
}

/** Adds, changes or takes out a child or a person, among those there are by now. */
export async function changeEntries(
  tx: Tx,
  shown: Draft,
  section: Section,
  change: (saved: Entries) => Entries,
  world: World,
): Promise<Refusal | undefined> {
  const draft = await holdDraft(tx, shown, world);
  return whyClosed(draft) ?? write(tx, draft, section, change(entriesOf(draft.saved[section.key])), world);
}

async function write(tx: Tx, draft: Draft, { key }: Section, answers: object, { now }: World): Promise<undefined> {
  const saved = { answers: JSON.stringify(answers), savedAt: now };
  await tx
    .insertInto('referral_draft_section')
    .values({ draftId: draft.id, section: key, ...saved })
    .onConflict((same) => same.columns(['draftId', 'section']).doUpdateSet(saved))
    .execute();
}

/** This worker's unsent drafts, the first to expire first, with the children named; one that expired is told for a fortnight. */
export async function listDrafts(tx: Tx, { worker, may, today }: World): Promise<Draft[]> {
  const rows = await tx
    .selectFrom('referral_draft as draft')
    .leftJoin('referral_draft_section as children', (join) =>
      join.onRef('children.draftId', '=', 'draft.id').on('children.section', '=', child.key),
    )
    .select(['draft.id', 'startedAt', 'expiresOn', 'answers'])
    .where('authorId', '=', worker.id)
    .where('expiresOn', '>=', addDays(today, -14))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('referral').select('id').whereRef('referral.draftId', '=', 'draft.id'))),
    )
    .orderBy('expiresOn')
    .orderBy('startedAt')
    .execute();
  return rows.map(({ id, startedAt, expiresOn, answers }) => ({
    id: id as DraftId,
    startedAt,
    expiresOn,
    asked: { today, writesDown: may('referrals.write-down'), source: undefined },
    saved: { [child.key]: answers },
    sentAs: null,
  }));
}

/** For the first page: what one has started and not sent, with a reminder in the last days. */
export async function listUnfinished(tx: Tx, world: World): Promise<WaitingLine[]> {
  const drafts = (await listDrafts(tx, world)).filter(({ expiresOn }) => expiresOn >= world.today);
  const [first] = drafts;
  if (!first) return [];
  const remind = reminder(first.expiresOn, world.today);
  const rest = `you started and have not sent.${remind ? ` ${remind}` : ''}`;
  return waitingLine({
    count: drafts.length,
    one: `referral ${rest}`,
    several: `referrals ${rest}`,
    path: '/referrals/mine',
  });
}
