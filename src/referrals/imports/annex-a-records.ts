import type { SaidStatus } from '../../people/index.ts';
import type { Accepted } from '../../platform/imports/index.ts';
import type { AnnexAChild } from './annex-a-children.ts';
import type { AnnexAContact, AnnexAReferral, AnnexAStatus } from './annex-a-rules.ts';
import type { SaidReferral } from './referral-rows.ts';

type Children = ReadonlyMap<string, AnnexAChild>;

export function contactToWrite(
  { key, childId, on, source }: Accepted<AnnexAContact>,
  children: Children,
): SaidReferral {
  const file = { title: 'As imported from Annex A, list 1 (contacts)', said: [] };
  return { key, child: childOf(childId, children), receivedOn: on, source, ...UNSAID, decision: undefined, file };
}

export function referralToWrite(record: Accepted<AnnexAReferral>, children: Children): SaidReferral {
  const { key, childId, receivedOn, source, noFurtherAction, team, worker } = record;
  const said = [
    ...(noFurtherAction === undefined
      ? []
      : [{ ask: 'No further action was taken', answer: noFurtherAction ? 'Yes' : 'No' }]),
    ...(team ? [{ ask: 'Allocated team', answer: team }] : []),
    ...(worker ? [{ ask: 'Allocated worker', answer: worker }] : []),
  ];
  const decision = noFurtherAction
    ? ({ outcome: 'NO_FURTHER_ACTION', on: receivedOn, dayIsSaid: false } as const)
    : undefined;
  const file = { title: 'As imported from Annex A, list 3 (referrals)', said };
  return { key, child: childOf(childId, children), receivedOn, source, ...UNSAID, decision, file };
}

const UNSAID = { agency: undefined, reason: undefined };

function childOf(childId: string, children: Children) {
  const { sex, ethnicity, bornOn, expectedOn } = children.get(childId) ?? {};
  return { childId, sex, ethnicity, bornOn, expectedOn };
}

/**
 * List 6 holds every child in need in the wide sense: looked after, with a protection plan, being assessed. Only a plan
 * is the status "child in need" here; where the list does not say, it is taken for one.
 */
export function statusToWrite(record: AnnexAStatus): SaidStatus | undefined {
  const { childId, kind, from, until } = record;
  const spell = { childId, kind, from, until };
  if (record.kind === 'CP') return { ...spell, category: record.latestCategory };
  if (record.kind === 'LAC') return { ...spell, legalStatus: record.legalStatus };
  const { caseStatus } = record;
  if (caseStatus === 'LAC' || caseStatus === 'CP' || caseStatus === 'ASSESSMENT') return undefined;
  return spell;
}

/** The workbook says that a child has a disability and not which; a record of which cannot hold that. */
export function sayDisabilities(children: readonly AnnexAChild[]): string[] {
  const count = children.filter(({ disability }) => disability === 'YES').length;
  if (count === 0) return [];
  return [
    `${count} of the children are said to have a disability. The workbook does not say which, so none is recorded: add it on the child's page.`,
  ];
}
