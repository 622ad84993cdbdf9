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
  return plans(tx).where('p.case_id', '=', caseId).orderBy('p.version', 'desc').execute();
}

/** The version in force. */
export async function findPlan(tx: Tx, caseId: CaseId): Promise<Plan | undefined> {
  return plans(tx).where('p.case_id', '=', caseId).orderBy('p.version', 'desc').limit(1).executeTakeFirst();
}

const plans = (tx: Tx) =>
  tx
    .selectFrom('safety_plan as p')
    .innerJoin('worker as w', 'w.id', 'p.written_by')
    .select(['p.id', 'p.version', 'p.written_on as writtenOn', 'w.name as writtenBy', 'p.sections'])
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
      id: randomUUID(),
      case_id: caseId,
      child_id: childId,
      version,
      written_on: writtenOn,
      sections: JSON.stringify(sections),
      written_by: by,
      recorded_at: at,
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
    .select('p.case_id as caseId')
    .where((is) => is.or([is('d.action_id', 'is', null), is('d.done_on', '>=', since)]))
    .$castTo<PlanAction & { caseId: CaseId }>()
    .execute();
}

const actions = (tx: Tx, cases: readonly CaseId[]) =>
  tx
    .selectFrom('plan_action as a')
    .innerJoin('safety_plan as p', 'p.id', 'a.plan_id')
    .leftJoin('plan_action_done as d', 'd.action_id', 'a.id')
    .select(['a.id', 'a.what', 'a.who', 'a.measure', 'a.due_on as dueOn', 'a.on_copy as onCopy'])
    .select(
      sql<PlanAction['done']>`case when d.action_id is not null
        then json_build_object('became', d.became, 'on', d.done_on, 'note', d.note) end`.as('done'),
    )
    .where('p.case_id', '=', sql<string>`any (${cases}::uuid[])`)
    .orderBy('a.due_on')
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
    const rows = some.map(({ planId, childId, what, who, measure = null, dueOn, onCopy, addedOn, by, at }) => ({
      id: randomUUID(),
      plan_id: planId,
      child_id: childId,
      what,
      who,
      measure,
      due_on: dueOn,
      on_copy: onCopy,
      added_on: addedOn,
      added_by: by,
      recorded_at: at,
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
    const rows = some.map(({ actionId, childId, became, on, note = null, by, at }) => ({
      action_id: actionId,
      child_id: childId,
      became,
      done_on: on,
      note,
      recorded_by: by,
      recorded_at: at,
    }));
    await tx.insertInto('plan_action_done').values(rows).execute();
  }
}

export type CopyGiven = { version: number; givenOn: PlainDate; format: CopyFormat; language: string; by: string };
export async function listCopies(tx: Tx, caseId: CaseId): Promise<CopyGiven[]> {
  return tx
    .selectFrom('plan_copy as c')
    .innerJoin('safety_plan as p', 'p.id', 'c.plan_id')
    .innerJoin('worker as w', 'w.id', 'c.recorded_by')
    .select(['p.version', 'c.given_on as givenOn', 'c.format', 'c.language', 'w.name as by'])
    .where('p.case_id', '=', caseId)
    .orderBy('c.given_on', 'desc')
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
      plan_id: planId,
      child_id: childId,
      given_on: givenOn,
      format,
      language,
      recorded_by: by,
      recorded_at: at,
    }));
    await tx.insertInto('plan_copy').values(rows).execute();
  }
}
