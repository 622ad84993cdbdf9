import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/index.ts';
import type { Id, PlainDate } from '../platform/kernel/index.ts';
import type { ChildId, WorkerId } from '../platform/web/world.ts';
import type { AssessmentKind } from './assessment.ts';
import type { Afterwards, ContextSoFar, DomainSoFar, OpenDraft, VoiceSoFar } from './draft.ts';
import type { InstrumentUsed } from './instrument.ts';
import type { Judgement } from './judgement.ts';
import type { WhatItFollows } from './series.ts';
import type { Suggestion } from './suggestion.ts';

type DraftId = OpenDraft['id'];

/** The sections of a draft as saved, under their names; a domain's is `domain-` and its code. */
type Saved = {
  [domain: `domain-${string}`]: DomainSoFar;
  context: ContextSoFar;
  voice: VoiceSoFar;
  own: Judgement & { analysis: string };
  suggestion: Suggestion;
  afterwards: Afterwards;
};
export type Section = keyof Saved;

/** What its author is writing about this child, if anything: the earliest, should two windows have begun one each. */
export async function findDraft(tx: Tx, child: ChildId, author: WorkerId): Promise<OpenDraft | undefined> {
  const row = await openDrafts(tx, author)
    .select([
      'd.id',
      'd.kind',
      'd.begunAfterId as begunAfter',
      'd.begunAt',
      'd.instrumentCode as code',
      'd.instrumentVersion as version',
    ])
    .where('d.childId', '=', child)
    .orderBy('d.begunAt')
    .orderBy('d.id')
    .$castTo<{
      id: DraftId;
      kind: AssessmentKind;
      begunAfter: Id<'assessment'> | null;
      begunAt: Date;
      code: string;
      version: number;
    }>()
    .executeTakeFirst();
  if (!row) return undefined;
  const { code, version, begunAfter, ...rest } = row;
  return {
    ...rest,
    ...(await readSections(tx, row.id)),
    childId: child,
    author,
    begunAfter: begunAfter ?? undefined,
    instrument: { code, version },
  };
}

async function readSections(tx: Tx, draft: DraftId) {
  const rows = await tx
    .selectFrom('assessment_draft_section')
    .select(['section', 'savedAt', sql<Saved[Section]>`answers`.as('answers')])
    .where('draftId', '=', draft)
    .execute();
  const find = <S extends Section>(section: S): { answers: Saved[S]; savedAt: Date } | undefined => {
    const row = rows.find((each) => each.section === section);
    return row && { answers: row.answers as Saved[S], savedAt: row.savedAt };
  };
  const domains = rows
    .filter(({ section }) => section.startsWith('domain-'))
    .map(({ section, answers }) => [section.slice('domain-'.length), answers as DomainSoFar] as const);
  const own = find('own');
  const suggestion = find('suggestion');
  return {
    domains: Object.fromEntries(domains),
    context: find('context')?.answers,
    voice: find('voice')?.answers,
    own: own && { ...own.answers, recordedAt: own.savedAt },
    shown: suggestion && { ...suggestion.answers, level: suggestion.answers.level, shownAt: suggestion.savedAt },
    afterwards: find('afterwards')?.answers,
  };
}

export type UnfinishedDraft = { childId: ChildId; begunOn: PlainDate; lastSavedOn: PlainDate };

/** What an author has begun and neither completed nor set aside. */
export async function listUnfinishedDrafts(tx: Tx, author: WorkerId): Promise<UnfinishedDraft[]> {
  return openDrafts(tx, author)
    .select([
      'd.childId',
      sql<PlainDate>`(d.begun_at at time zone 'Europe/London')::date`.as('begunOn'),
      sql<PlainDate>`(coalesce((select max(s.saved_at) from assessment_draft_section s where s.draft_id = d.id),
        d.begun_at) at time zone 'Europe/London')::date`.as('lastSavedOn'),
    ])
    .orderBy('d.begunAt')
    .$castTo<UnfinishedDraft>()
    .execute();
}

const openDrafts = (tx: Tx, author: WorkerId) =>
  tx
    .selectFrom('assessment_draft as d')
    .where('d.authorId', '=', author)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('assessment as a').select('a.id').whereRef('a.draftId', '=', 'd.id'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('assessment_draft_set_aside as s').select('s.draftId').whereRef('s.draftId', '=', 'd.id'))),
    );

export type Begun = {
  childId: ChildId;
  author: WorkerId;
  kind: AssessmentKind;
  follows: WhatItFollows;
  instrument: InstrumentUsed;
  at: Date;
};

export async function beginDraft(tx: Tx, { childId, author, kind, follows, instrument, at }: Begun): Promise<DraftId> {
  const id = randomUUID() as DraftId;
  await tx
    .insertInto('assessment_draft')
    .values({
      id,
      childId,
      authorId: author,
      kind,
      begunAfterId: follows.previous?.id ?? null,
      instrumentCode: instrument.code,
      instrumentVersion: instrument.version,
      begunAt: at,
    })
    .execute();
  return id;
}

/** Saved again, a section takes the place of what was there. Not so the own judgement: it is saved once. */
export async function saveSection<S extends Exclude<Section, 'own'>>(
  tx: Tx,
  draft: DraftId,
  section: S,
  answers: Saved[S],
  at: Date,
): Promise<void> {
  await tx
    .insertInto('assessment_draft_section')
    .values({ draftId: draft, section, answers: JSON.stringify(answers), savedAt: at })
    .onConflict((conflict) =>
      conflict.columns(['draftId', 'section']).doUpdateSet({ answers: JSON.stringify(answers), savedAt: at }),
    )
    .execute();
}

/** The practitioner's own judgement, once; from this moment the tool's suggestion may be shown. */
export async function saveOwnJudgement(tx: Tx, draft: DraftId, own: Saved['own'], at: Date): Promise<void> {
  await tx
    .insertInto('assessment_draft_section')
    .values({ draftId: draft, section: 'own', answers: JSON.stringify(own), savedAt: at })
    .execute();
}

export async function setDraftAside(tx: Tx, draft: DraftId, reason: string, at: Date): Promise<void> {
  await tx.insertInto('assessment_draft_set_aside').values({ draftId: draft, reason, setAsideAt: at }).execute();
}

/** Changes about one child take turns (an advisory lock), so that each sees what the one before did. Held until the transaction ends. */
export async function inTurn(tx: Tx, child: ChildId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`risk ${child}`}, 0))`.execute(tx);
}
