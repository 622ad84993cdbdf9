import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { inParts, type Tx } from '../platform/db/index.ts';
import type { PlainDate } from '../platform/kernel/index.ts';
import type { ChildId, WorkerId } from '../platform/web/world.ts';
import type { CaseId } from './case-record.ts';
import type { ActionEnd, CopyFormat, PlanAction, Sections } from './plan.ts';

export type Plan = {
  id: string;
  version: number;
  writtenOn: PlainDate;
  writtenBy: string;
  sections: Sections;
};

/** Every version, the one in force first. */
export async function listPlans(tx: Tx, caseId: CaseId): Promise<Plan[]> {
  return plans(tx).where('p.caseId', '=', caseId).orderBy('p.version', 'desc').execute();
}

/** The version in force. */
export async function findPlan(tx: Tx, caseId: CaseId): Promise<Plan | undefined> {
  return plans(tx).where('p.caseId', '=', caseId).orderBy('p.version', 'desc').limit(1).executeTakeFirst();
}

const plans = (tx: Tx) =>
  tx
    .selectFrom('safety_plan as p')
    .innerJoin('worker as w', 'w.id', 'p.writtenBy')
    .select(['p.id', 'p.version', 'p.writtenOn', 'w.name as writtenBy', 'p.sections'])
    .$castTo<Plan>();

export type NewPlan = {
  caseId: CaseId;
  childId: ChildId;
  version: number;
  writtenOn: PlainDate;
  sections: Sections;
  by: WorkerId;
  at: Date;
};
/** @returns the plans' ids in the order given. A version somebody else has just written is refused by the table. */
export async function writePlans(tx: Tx, all: readonly NewPlan[]): Promise<string[]> {
  const ids: string[] = [];
  for (const some of inParts(all)) {
    const rows = some.map(({ caseId, childId, version, writtenOn, sections, by, at }) => ({
      ...{ caseId, childId, version, writtenOn },
      id: randomUUID(),
      sections: JSON.stringify(sections),
      writtenBy: by,
      recordedAt: at,
    }));
    await tx.insertInto('safety_plan').values(rows).execute();
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}

/** Actions of all versions of the plan, the soonest due first. */
export async function listActions(tx: Tx, caseId: CaseId): Promise<PlanAction[]> {
  return actions(tx, [caseId]).execute();
}

/** Over several cases: actions nothing has become of yet, and what became of others since a day. */
export async function listActionsOpenOrDoneSince(
  tx: Tx,
  cases: readonly CaseId[],
  since: PlainDate,
): Promise<(PlanAction & { caseId: CaseId })[]> {
  if (cases.length === 0) return [];
  return actions(tx, cases)
    .select('p.caseId')
    .where((is) => is.or([is('d.actionId', 'is', null), is('d.doneOn', '>=', since)]))
    .$castTo<PlanAction & { caseId: CaseId }>()
    .execute();
}

const actions = (tx: Tx, cases: readonly CaseId[]) =>
  tx
    .selectFrom('plan_action as a')
    .innerJoin('safety_plan as p', 'p.id', 'a.planId')
    .leftJoin('plan_action_done as d', 'd.actionId', 'a.id')
    .select(['a.id', 'a.what', 'a.who', 'a.measure', 'a.dueOn', 'a.onCopy'])
    .select(
      sql<PlanAction['done']>`case when d.action_id is not null
        then json_build_object('became', d.became, 'on', d.done_on, 'note', d.note) end`.as('done'),
    )
    .where('p.caseId', '=', sql<string>`any (${cases}::uuid[])`)
    .orderBy('a.dueOn')
    .orderBy('a.what')
    .orderBy('a.id')
    .$castTo<PlanAction>();

export type NewAction = {
  planId: string;
  childId: ChildId;
  what: string;
  who: string;
  measure?: string | null | undefined;
  dueOn: PlainDate;
  onCopy: boolean;
  addedOn: PlainDate;
  by: WorkerId;
  at: Date;
};
/** @returns the actions' ids in the order given. */
export async function addActions(tx: Tx, all: readonly NewAction[]): Promise<string[]> {
  const ids: string[] = [];
  for (const some of inParts(all)) {
    const rows = some.map(({ planId, childId, what, who, measure, dueOn, onCopy, addedOn, by, at }) => ({
      ...{ planId, childId, what, who, measure, dueOn, onCopy, addedOn },
      id: randomUUID(),
      addedBy: by,
      recordedAt: at,
    }));
    await tx.insertInto('plan_action').values(rows).execute();
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}

export type NewActionEnd = {
  actionId: string;
  childId: ChildId;
  became: ActionEnd;
  on: PlainDate;
  note?: string | null | undefined;
  by: WorkerId;
  at: Date;
};
export async function endActions(tx: Tx, all: readonly NewActionEnd[]): Promise<void> {
  for (const some of inParts(all)) {
    const rows = some.map(({ actionId, childId, became, on, note, by, at }) => ({
      ...{ actionId, childId, became, note },
      doneOn: on,
      recordedBy: by,
      recordedAt: at,
    }));
    await tx.insertInto('plan_action_done').values(rows).execute();
  }
}

export type CopyGiven = { version: number; givenOn: PlainDate; format: CopyFormat; language: string; by: string };
export async function listCopies(tx: Tx, caseId: CaseId): Promise<CopyGiven[]> {
  return tx
    .selectFrom('plan_copy as c')
    .innerJoin('safety_plan as p', 'p.id', 'c.planId')
    .innerJoin('worker as w', 'w.id', 'c.recordedBy')
    .select(['p.version', 'c.givenOn', 'c.format', 'c.language', 'w.name as by'])
    .where('p.caseId', '=', caseId)
    .orderBy('c.givenOn', 'desc')
    .$castTo<CopyGiven>()
    .execute();
}

export type NewCopy = {
  planId: string;
  childId: ChildId;
  givenOn: PlainDate;
  format: CopyFormat;
  language: string;
  by: WorkerId;
  at: Date;
};
export async function recordCopies(tx: Tx, all: readonly NewCopy[]): Promise<void> {
  for (const some of inParts(all)) {
    const rows = some.map(({ planId, childId, givenOn, format, language, by, at }) => ({
      ...{ planId, childId, givenOn, format, language },
      recordedBy: by,
      recordedAt: at,
    }));
    await tx.insertInto('plan_copy').values(rows).execute();
  }
}
