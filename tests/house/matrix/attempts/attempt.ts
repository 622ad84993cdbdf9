import { NOW, type TestHouse } from '../../../../src/platform/testing/house.ts';
import type { Named, Row } from '../adding.ts';
import type { Papers } from '../papers.ts';
import type { Kind, Subject } from '../subjects.ts';

/** What an attempt is made with: a child's records, who signs, and what stands by itself. */
export type With = {
  s: Subject;
  me: string;
  workers: (key: string) => string;
  team: (code: string) => string;
  agency: (code: string) => string;
  papers: Papers;
  /** Another child whom Bartosz and Dev see. */
  also: string;
};

/** All of it but whom an attempt is about and who makes it. */
export async function whatIsGiven(
  test: TestHouse,
  subjects: Record<Kind, Subject>,
  papers: Papers,
): Promise<Omit<With, 's' | 'me'>> {
  const idsOf = async (table: 'team' | 'agency') => {
    const rows = await test.arrange((tx) => tx.selectFrom(table).select(['id', 'code']).execute());
    return (code: string) => rows.find((row) => row.code === code)?.id ?? '';
  };
  const { child_id: also } = await test.arrange((tx) =>
    tx
      .selectFrom('child_worker')
      .select('child_id')
      .where('worker_id', '=', test.workerId('bartosz'))
      .where('child_id', 'not in', (of) => of.selectFrom('child_worker_end').select('child_id'))
      .where(
        'child_id',
        'not in',
        Object.values(subjects).map(({ child }) => child.id),
      )
      .limit(1)
      .executeTakeFirstOrThrow(),
  );
  return { workers: test.workerId, team: await idsOf('team'), agency: await idsOf('agency'), papers, also };
}

/** A row that its rightful author may add, and what of it is refused when somebody else tries, or about somebody else. */
export type Attempt = {
  by: string;
  row: (a: With) => Row;
  /** What stands before it, added by the console in the same transaction; `owner` is the rightful author. */
  first?: (a: With, owner: string) => Named[];
  /** The columns that say who did it. */
  signed: readonly string[];
  /** About these kinds it is refused to its author. */
  refusedAbout: readonly Kind[];
  /** These may not add it, whoever they sign as. */
  refusedTo?: readonly string[];
};

const hidden: readonly Kind[] = ['other team’s', 'other agency’s', 'restricted', 'excluded', 'long closed'];
export const allHidden: readonly Kind[] = [...hidden, 'adult and closed', 'closed'];
/** Authorising, returning and correcting go on for twelve weeks after a case was closed. */
export const hiddenToManagers: readonly Kind[] = [...hidden, 'adult and closed'];

export const recorded = (me: string) => ({ recorded_by: me, recorded_at: NOW });
export const onCase = ({ s }: With) => ({ case_id: s.case.id, child_id: s.child.id, recorded_at: NOW });
export const onChild = ({ s, me }: With) => ({ child_id: s.child.id, ...recorded(me) });
export const onReferral = ({ s }: With) => ({ referral_id: s.referral.id });

/** What only those do whose child it is. */
export const ofTheirOwn = (by: string, row: (a: With) => Row, signed = 'recorded_by'): Attempt => ({
  by,
  row,
  signed: [signed],
  refusedAbout: ['colleague’s', ...allHidden],
});

/** What anybody of the team does, or the MASH with what is before it. */
export const ofTheTeams = (by: string, row: (a: With) => Row, signed: string): Attempt => ({
  by,
  row,
  signed: [signed],
  refusedAbout: allHidden,
});

/** What is about no child's record. */
export const itself = (by: string, row: (a: With) => Row, signed: readonly string[]): Attempt => ({
  by,
  row,
  signed,
  refusedAbout: [],
});
