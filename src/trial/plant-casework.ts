import {
  addActions,
  allocate,
  allocateCases,
  type CaseId,
  dayWithinCase,
  endActions,
  mayAddAction,
  mayOpen,
  type NewCopy,
  openCases,
  recordContributions,
  recordCopies,
  recordDirectWork,
  recordEngagements,
  sectionsForChild,
  writePlans,
} from '../casework/index.ts';
import type { Tx } from '../platform/db/index.ts';
import { addDays, londonMoment, type PlainDate } from '../platform/kernel/index.ts';
import { getFrom, idFor, passed, referenceFor } from './plant-names.ts';
import { chanceFor, grouped } from './story/chance.ts';
import { CAST, type Story, type StoryCase, type StoryPlan } from './story/index.ts';
import { fill } from './story/phrases.ts';
import { GIVEN } from './story/words/progress.ts';

/** Evolve's work with each child: opened from a decision, allocated, planned and done. */
export async function plantCasework(tx: Tx, story: Story): Promise<void> {
  await plantOpenings(tx, story);
  await plantAllocations(tx, story);
  await plantPlans(tx, story);
  await plantDirectWork(tx, story);
  await plantContributions(tx, story);
}

export const caseId = (key: string): CaseId => idFor('evolve_case', key);
const by = (worker: string, day: PlainDate, time: string) => ({
  by: idFor('worker', worker),
  at: londonMoment(day, time),
});

async function plantOpenings(tx: Tx, { cases, decisions, referrals }: Story): Promise<void> {
  const decided = new Map(decisions.map((one) => [one.key, one]));
  const subjects = new Map(referrals.map((one) => [one.key, one.subjects]));
  const opened = cases.map((one) => {
    passed(one.key, mayOpen(undefined));
    const { referralKey, lawfulBasis } = getFrom(decided, one.decisionKey);
    const subject = getFrom(subjects, referralKey).find(({ childKey }) => childKey === one.childKey);
    return { ...placeOf(one), ...by(one.openedBy, one.openedOn, '16:25'), one, subject, lawfulBasis };
  });
  await openCases(
    tx,
    opened.map(({ one, subject, caseId: id, ...rest }) => ({
      ...{ ...rest, id, reference: referenceFor('E', one.key), openedOn: one.openedOn },
      ...{ teamId: idFor('team', 'evolve'), subjectId: subject && idFor('subject', subject.key) },
    })),
  );
  await recordEngagements(
    tx,
    opened.map(({ one, ...rest }) => {
      const standing = chanceFor(`engagement of ${one.key}`).weighted([
        ['child_and_family', 60],
        ['family', 14],
        ['child', 8],
        ['not_asked', 12],
        ['not_agreed', 6],
      ] as const);
      return { ...rest, standing, on: one.openedOn };
    }),
  );
}

const placeOf = ({ key, childKey }: Pick<StoryCase, 'key' | 'childKey'>) => ({
  ...{ caseId: caseId(key), childId: idFor('child', childKey) },
});

async function plantAllocations(tx: Tx, { cases, allocations }: Story): Promise<void> {
  const all = new Map(cases.map((one) => [one.key, one]));
  for (const [key, turns] of grouped(allocations, ({ caseKey }) => caseKey)) {
    const { openedOn } = getFrom(all, key);
    turns.forEach(({ to, from }, at) => {
      const held = turns[at - 1];
      const holds = held && { workerId: idFor('worker', held.to), workerName: held.to, since: held.from };
      const next = { id: idFor('worker', to), name: to, since: from };
      passed(`${key}, given to ${to}`, allocate({ openedOn, allocation: holds ?? null }, next, from));
    });
  }
  await allocateCases(
    tx,
    allocations.map(({ caseKey, to, from, reason, by: manager }) => ({
      ...{ ...placeOf(getFrom(all, caseKey)), ...by(manager, from, '16:30') },
      ...{ workerId: idFor('worker', to), since: from, reason },
    })),
  );
}

/** What is said of disruption never goes on the child's copy. */
const DISRUPTION = 'South Yorkshire Police';

async function plantPlans(tx: Tx, { plans, children, today }: Story): Promise<void> {
  const languages = new Map(
    children.map(({ key, interpreter, firstLanguage }) => [key, interpreter ? firstLanguage : 'English']),
  );
  const written = plans.map((one) => ({
    ...{ ...placeOf({ key: one.caseKey, childKey: one.childKey }), ...by(one.by, one.writtenOn, '16:55') },
    ...{ version: one.version, writtenOn: one.writtenOn, sections: one.sections, one },
  }));
  for (const { one } of written) passed(`plan ${one.version} of ${one.caseKey}`, sectionsForChild(one.sections));
  const ids = await writePlans(tx, written);
  const inForce = written.map((plan, at) => ({ ...plan, planId: ids[at] ?? '' }));
  const actions = inForce.flatMap((plan) =>
    plan.one.actions.map(({ what, who, by: dueOn, status }) => {
      const words = { what, who, dueOn, onCopy: who !== DISRUPTION };
      passed(`action of ${plan.one.caseKey}`, mayAddAction(words, plan.writtenOn));
      return { ...plan, ...words, addedOn: plan.writtenOn, status };
    }),
  );
  const actionIds = await addActions(tx, actions);
  await endActions(
    tx,
    actions.flatMap((one, at) => {
      const on = one.dueOn < today ? one.dueOn : addDays(today, -1);
      const ended = { ...one, actionId: actionIds[at] ?? '', became: 'done' as const, on };
      return one.status === 'done' ? [{ ...ended, at: londonMoment(on, '16:45') }] : [];
    }),
  );
  await recordCopies(
    tx,
    inForce.flatMap((plan): NewCopy[] => {
      const { childKey, copyForChild, by: author } = plan.one;
      if (!copyForChild) return [];
      const { on, format } = copyForChild;
      const given = { givenOn: on, format: formatOf(format), language: getFrom(languages, childKey) };
      return [{ ...plan, ...given, ...by(author, on, '16:20') }];
    }),
  );
}

/** As the form of a copy is chosen from a list. */
function formatOf(told: NonNullable<StoryPlan['copyForChild']>['format']): NewCopy['format'] {
  if (/drawings|pictures/.test(told)) return 'easy_read';
  if (/phone/.test(told)) return 'sent';
  if (/large/.test(told)) return 'large_print';
  return /aloud/.test(told) ? 'recorded' : 'printed';
}

async function plantDirectWork(tx: Tx, { cases, directWork, closures, today }: Story): Promise<void> {
  const all = new Map(cases.map((one) => [one.key, one]));
  const closed = new Map(closures.map(({ caseKey, closedOn }) => [caseKey, closedOn]));
  await recordDirectWork(
    tx,
    directWork.map(({ caseKey, on, by: worker, kind, topic, words }) => {
      const one = getFrom(all, caseKey);
      passed(`${caseKey} on ${on}`, dayWithinCase(on, one, closed.get(caseKey) ?? today, 'on'));
      return { ...placeOf(one), ...by(worker, on, '16:35'), on, kind, topic, words };
    }),
  );
}

/** A plan that began while Evolve worked with the child began with an assessment that Evolve gave something to. */
async function plantContributions(tx: Tx, { cases, allocations, closures, statuses, children }: Story): Promise<void> {
  const closed = new Map(closures.map(({ caseKey, closedOn }) => [caseKey, closedOn]));
  const names = new Map(children.map(({ key, givenName }) => [key, givenName]));
  const known = new Map(CAST.map(({ key, name }) => [key, name]));
  const holders = grouped(allocations, ({ caseKey }) => caseKey);
  const begun = grouped(
    statuses.filter(({ kind }) => kind === 'CIN' || kind === 'CP'),
    ({ childKey }) => childKey,
  );
  const given = cases.flatMap((one) =>
    (begun.get(one.childKey) ?? []).flatMap(({ kind, from, socialWorker = '' }) => {
      const on = addDays(from, -3);
      const holder = holders.get(one.key)?.findLast((held) => held.from <= on)?.to;
      if (!holder || on < one.openedOn || (closed.get(one.key) ?? '9999') <= on) return [];
      const chance = chanceFor(`given for ${one.key} ${from}`);
      const words = fill(chance, chance.pick(GIVEN), { name: getFrom(names, one.childKey) });
      const towards = kind === 'CP' ? ('s47' as const) : ('s17' as const);
      const givenTo = known.get(socialWorker) ?? 'Locality social work team';
      return [{ ...placeOf(one), ...by(holder, on, '15:30'), on, towards, givenTo, words }];
    }),
  );
  await recordContributions(tx, given);
}
