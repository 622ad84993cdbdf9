import { adultStillOpen, type birthRules, ifBeforeBirth, longBeforeBirth } from '../../people/index.ts';
import {
  type Dated,
  findOverlaps,
  ifInFuture,
  ifOutOfOrder,
  type Overlaps,
  sayPeriod,
  type Trouble,
  type Verdict,
} from '../../platform/imports/index.ts';
import type { PlainDate } from '../../platform/kernel/index.ts';
import type { CareRow, ContactRow, NeedRow, ProtectionRow, ReferralRow } from './annex-a-lists.ts';
import { referralKey } from './referrals.ts';

export type AnnexAContact = Pick<ContactRow, 'childId' | 'on' | 'source'>;
export type AnnexAReferral = Pick<
  ReferralRow,
  'childId' | 'receivedOn' | 'source' | 'noFurtherAction' | 'team' | 'worker'
>;

type Spell = {
  childId: string;
  from: PlainDate;
  until: PlainDate | undefined;
  team: string | undefined;
  worker: string | undefined;
};

/** In force from `from` up to, and not on, `until`. A child in need has a plan only where `caseStatus` is CIN_PLAN. */
export type AnnexAStatus =
  | (Spell & { kind: 'CIN' } & Pick<NeedRow, 'primaryNeed' | 'closedBecause' | 'caseStatus'>)
  | (Spell & { kind: 'CP'; initialCategory: Category; latestCategory: Category; earlierPlans: number | undefined })
  | (Spell & { kind: 'LAC' } & Pick<CareRow, 'legalStatus' | 'unaccompanied' | 'endedBecause'>);
type Category = ProtectionRow['initialCategory'];

/** What every rule is handed: the day of the import, the last day of the workbook, and its birth dates. */
export type World = { today: PlainDate; asAt: PlainDate | undefined; births: ReturnType<typeof birthRules> };

/** Key: `contact|child|day|source`. Two contacts of one day from one source cannot be told apart from one told twice. */
export const judgeContact =
  ({ today, births }: World) =>
  (row: ContactRow): Verdict<ContactRow, AnnexAContact> => {
    const { childId, on, source } = row;
    const contact = { column: 'on' as const, day: on, called: 'the contact' };
    return {
      key: `contact|${childId}|${on}|${source}`,
      record: { childId, on, source },
      troubles: [...births(row), ...ifInFuture(today, contact)],
      notices: longBeforeBirth<ContactRow>(row.bornOn, contact),
    };
  };

/** Key: `referral|child|day|source`, as in the team's own spreadsheet of referrals. */
export const judgeReferral =
  ({ today, births }: World) =>
  (row: ReferralRow): Verdict<ReferralRow, AnnexAReferral> => {
    const { childId, receivedOn, source, noFurtherAction, team, worker } = row;
    const referral = { column: 'receivedOn' as const, day: receivedOn, called: 'the referral' };
    return {
      key: referralKey(childId, receivedOn, source),
      record: { childId, receivedOn, source, noFurtherAction, team, worker },
      troubles: [...births(row), ...ifInFuture(today, referral)],
      notices: longBeforeBirth<ReferralRow>(row.bornOn, referral),
    };
  };

/** Key: `CIN|child|start`. */
export const judgeNeed = (world: World) => {
  const overlaps = findOverlaps();
  return (row: NeedRow): Verdict<NeedRow, AnnexAStatus> => {
    const { primaryNeed, closedBecause, caseStatus } = row;
    const troubles: Trouble<NeedRow>[] = spellTroubles(world, row, overlaps, 'the start');
    if (closedBecause && !row.until)
      troubles.push({
        column: 'closedBecause',
        problem: 'is a reason for closing without a closing date',
        remedy: 'Give the CIN Closure Date, or leave the reason empty.',
      });
    const notices = spellNotices<NeedRow>(world, row);
    return {
      key: `CIN|${row.childId}|${row.from}`,
      record: { kind: 'CIN', ...spell(row), primaryNeed, closedBecause, caseStatus },
      troubles,
      notices,
    };
  };
};

/** Key: `CP|child|start`. A plan made before birth is lawful: an unborn child can be protected. */
export const judgeProtection = (world: World) => {
  const overlaps = findOverlaps();
  return (row: ProtectionRow): Verdict<ProtectionRow, AnnexAStatus> => {
    const { initialCategory, latestCategory = initialCategory, earlierPlans } = row;
    const troubles: Trouble<ProtectionRow>[] = spellTroubles(world, row, overlaps, 'the start of the plan');
    const notices = spellNotices<ProtectionRow>(world, row);
    return {
      key: `CP|${row.childId}|${row.from}`,
      record: { kind: 'CP', ...spell(row), initialCategory, latestCategory, earlierPlans },
      troubles,
      notices,
    };
  };
};

/** Key: `LAC|child|start`. Nobody is looked after before birth. */
export const judgeCare = (world: World) => {
  const overlaps = findOverlaps();
  return (row: CareRow): Verdict<CareRow, AnnexAStatus> => {
    const { legalStatus, unaccompanied, endedBecause } = row;
    const began: Dated<CareRow> = { column: 'from', day: row.from, called: 'the day care began' };
    const early = ifBeforeBirth<CareRow>(row.bornOn, began);
    const troubles = [
      ...early,
      ...(early.length > 0 ? [] : spellTroubles(world, row, overlaps, began.called)),
    ] as Trouble<CareRow>[];
    if (endedBecause && !row.until)
      troubles.push({
        column: 'endedBecause',
        problem: 'is a reason for leaving care without a date',
        remedy: 'Give the Date Ceased to be Looked After, or leave the reason empty.',
      });
    const notices = spellNotices<CareRow>(world, row);
    return {
      key: `LAC|${row.childId}|${row.from}`,
      record: { kind: 'LAC', ...spell(row), legalStatus, unaccompanied, endedBecause },
      troubles,
      notices,
    };
  };
};

type SpellRow = Spell & { bornOn: PlainDate | undefined };

const spell = ({ childId, from, until, team, worker }: SpellRow): Spell => ({ childId, from, until, team, worker });

function spellTroubles(world: World, row: SpellRow, overlaps: Overlaps, called: string): Trouble<SpellRow>[] {
  const begins: Dated<SpellRow> = { column: 'from', day: row.from, called };
  const ends: Dated<SpellRow> = { column: 'until', day: row.until, called: 'the end' };
  const troubles = [...world.births(row), ...ifInFuture(world.today, begins, ends), ...ifOutOfOrder(begins, ends)];
  const other = troubles.length === 0 ? overlaps(row.childId, row.from, row.until) : undefined;
  if (!other) return troubles;
  return [
    {
      column: 'from',
      problem: `overlaps another of this child's in the list, ${sayPeriod(other)}`,
      remedy: 'End the earlier one first, or keep the one that is right.',
    },
  ];
}

function spellNotices<T extends SpellRow>({ today, asAt }: World, row: SpellRow) {
  const begins = { column: 'from', day: row.from, called: 'the start' } as Dated<T>;
  return [
    ...longBeforeBirth<T>(row.bornOn, begins),
    ...adultStillOpen<T>(row.bornOn, begins, row.until, asAt ?? today),
  ];
}
